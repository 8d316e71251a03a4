/** Every mutation of Splunk, over HTTP, under everything that can happen to its one write. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json, xml } from '../../support/splunk-refusals.js';
import type { WriteFault } from '../../support/write-faults.js';
import { type Action, actionsOn } from './splunk-actions.js';
import { type Desk, openDesk } from './splunk-desk.js';

const names = ['uploadLicense', 'deleteLicense', 'activateGroup', 'createPool', 'updatePool', 'deletePool'] as const;

interface Expected {
  readonly code: 'UPSTREAM_REJECTED' | 'UPSTREAM_UNAVAILABLE' | 'OUTCOME_UNKNOWN' | 'done' | 'notFound';
  /** A part of the message. */
  readonly says: string;
}

const DONE: Expected = { code: 'done', says: '' };
const SO_FAR: Expected = { code: 'OUTCOME_UNKNOWN', says: 'has not been done so far, and may yet be' };
const rejected = (says: string): Expected => ({ code: 'UPSTREAM_REJECTED', says });
const unavailable = (says: string): Expected => ({
  code: 'UPSTREAM_UNAVAILABLE',
  says: `${says}; nothing was changed`,
});

const answered: readonly (readonly [what: string, fault: WriteFault | null, expected: Expected])[] = [
  ['no fault', null, DONE],
  ['401 as JSON', json(401), rejected('says 401')],
  ['403 as XML', xml(403), rejected('says 403')],
  [
    '403 of Splunk Free',
    json(403, 'Remote login disabled because you are using a free license'),
    rejected('Free license'),
  ],
  ['404', json(404), { code: 'notFound', says: 'says 404' }],
  ['409', json(409), rejected('says 409')],
  ['422 as XML', xml(422), rejected('says 422')],
  ['429', json(429), unavailable('says 429')],
  ['500', json(500), unavailable('says 500')],
  ['a connection that breaks before', 'reset-before', SO_FAR],
  ['a connection that breaks after', 'reset-after', DONE],
  ['a login page under 200', 'html', SO_FAR],
  ['half a JSON text', 'malformed', DONE],
];

const unanswered: typeof answered = [
  ['a server that hangs and never got it', 'hang-before', SO_FAR],
  ['a server that hangs and did it', 'hang-after', DONE],
];

const outcomes = {
  done: 'APPLIED',
  notFound: 'REFUSED',
  UPSTREAM_REJECTED: 'REFUSED',
  UPSTREAM_UNAVAILABLE: 'FAILED',
  OUTCOME_UNKNOWN: 'UNKNOWN',
} as const;

let desk: Desk;
let actions: Readonly<Record<string, Action>>;

function actionOf(name: string): Action {
  const action = actions[name];
  if (action === undefined) throw new Error(`nothing is known of ${name}`);
  return action;
}

/** Sends the mutation, and holds all that can be seen of it against what is expected. */
async function expectOutcome(name: string, { code, says }: Expected, writes: 0 | 1, effect = code === 'done') {
  const action = actionOf(name);
  const { answer, fields, input, notFound } = action;
  const [before, world] = [desk.snapshot(), await desk.world()];
  const { payload, sent, entries, leaks } = await desk.send(name, input, fields);

  const refusal = code === 'notFound' ? notFound : { code, path: null };
  if (code === 'done') expect(payload).toEqual({ ...answer, errors: [] });
  else {
    const nothing = Object.fromEntries(Object.keys(answer).map((field) => [field, null]));
    expect(payload).toEqual({ ...nothing, errors: [{ ...refusal, message: expect.stringContaining(says) }] });
  }
  expect(sent).toHaveLength(writes);
  expect(action.isDone(desk.state)).toBe(effect);
  expect(desk.snapshot() === before).toBe(!effect);
  const isDone = code === 'done';
  if (isDone) expect(action.isShown(await desk.world())).toBe(true);
  else expect(await desk.world()).toEqual(world);
  const record = { action: name, actor: 'admin', outcome: outcomes[code], code: isDone ? null : refusal.code };
  expect(entries).toMatchObject([{ ...record, ...(isDone ? { subjectId: action.subjectId } : { after: null }) }]);
  expect(leaks).toEqual([]);
}

describe('a mutation of Splunk', () => {
  beforeAll(async () => {
    desk = await openDesk();
    actions = actionsOn(desk.state);
  });
  beforeEach(() => desk.reset());
  afterAll(() => desk.close());

  describe.each(names)('%s', (name) => {
    it.each(answered)('under %s is told as it is, and sent once', async (_what, fault, expected) => {
      if (fault !== null) desk.proxy.next(fault);
      await expectOutcome(name, expected, 1);
    });

    it.each([
      ['done', 'reset-after', true],
      ['not done', 'reset-before', false],
    ] as const)('of which nobody can tell that it was %s is not known', async (_what, fault, effect) => {
      desk.proxy.next(fault, json(401));
      await expectOutcome(name, { code: 'OUTCOME_UNKNOWN', says: 'whether it was done could not be read' }, 1, effect);
    });

    it.each([
      ['refuses the login', () => Object.assign(desk.state, { users: [] }), 'UPSTREAM_REJECTED'],
      ['is free', () => Object.assign(desk.state.server, { remoteLoginDisabled: true }), 'UPSTREAM_REJECTED'],
      ['fails', () => desk.proxy.fail(json(500)), 'UPSTREAM_UNAVAILABLE'],
      ['cuts every connection', () => desk.proxy.fail('reset-before'), 'UPSTREAM_UNAVAILABLE'],
    ] as const)('is not sent to a server that %s', async (_what, arrange, code) => {
      arrange();
      await expectOutcome(name, { code, says: 'nothing was changed' }, 0);
    });

    it('is sent once over a session that has ended since', async () => {
      desk.expireSessions();
      await expectOutcome(name, DONE, 1);
    });

    it('tells nothing that a refusal repeats: addresses, and the license', async () => {
      const { input } = actionOf(name);
      desk.proxy.next(json(409, `no: ${desk.proxy.url}/services/licenser (${licenseIn(input)})`));
      await expectOutcome(name, rejected('no: '), 1);
    });
  });
});

describe('under a short timeout', () => {
  beforeAll(async () => {
    desk = await openDesk({ timeoutMs: 1_000 });
    actions = actionsOn(desk.state);
  });
  beforeEach(() => desk.reset());
  afterAll(() => desk.close());

  it.each(names.flatMap((name) => unanswered.map((row) => [name, ...row] as const)))(
    '%s under %s is told as it is, and sent once',
    async (name, _what, fault, expected) => {
      if (fault !== null) desk.proxy.next(fault);
      await expectOutcome(name, expected, 1);
    },
  );
});

describe.each([
  [
    'old names',
    { scenario: 'demo', change: ({ server }: Desk['state']) => void Object.assign(server, { generation: 'legacy' }) },
  ],
  [
    'XML only',
    { scenario: 'demo', change: ({ server }: Desk['state']) => void Object.assign(server, { xmlOnly: true }) },
  ],
])('on a server with %s', (_what, options) => {
  beforeAll(async () => {
    desk = await openDesk(options);
    actions = actionsOn(desk.state);
  });
  beforeEach(() => desk.reset());
  afterAll(() => desk.close());

  it.each(names)('%s is done, and found to be when its answer is lost', async (name) => {
    await expectOutcome(name, DONE, 1);
    await desk.reset();
    desk.proxy.next('truncated-after');
    await expectOutcome(name, DONE, 1);
  });
});

/** The license that an upload holds; nothing for the others. */
function licenseIn(input: string): string {
  return Buffer.from(/content: "([^"]+)"/.exec(input)?.[1] ?? '', 'base64').toString();
}
