/** Every command under everything that can happen to its one write: what is reported, what was sent, what is there. */
import { describe, expect, it } from 'vitest';
import type { MutationErrorCode } from '../../../src/domain/mutation-error.js';
import { json, xml } from '../../support/splunk-refusals.js';
import type { WriteFault } from '../../support/write-faults.js';
import { actions, type Manager, names, withManager } from './commands-support.js';
import { connectTo, PASSWORD } from './support.js';

interface Expected {
  readonly code: MutationErrorCode | 'done' | 'notFound';
  readonly effect: boolean;
  /** A part of the message. */
  readonly says?: string;
  /** Hanging ones: not as long as the others may take. */
  readonly timeoutMs?: number;
}

const BEFORE = { code: 'OUTCOME_UNKNOWN', effect: false, says: 'has not been done so far' } as const;
const AFTER = { code: 'done', effect: true } as const;
const SHORT = { timeoutMs: 1_500 };

const faults: readonly (readonly [what: string, fault: WriteFault | null, expected: Expected])[] = [
  ['no fault', null, AFTER],
  ['401 as JSON', json(401), { code: 'UPSTREAM_REJECTED', effect: false, says: 'says 401' }],
  ['403 as XML', xml(403), { code: 'UPSTREAM_REJECTED', effect: false, says: 'says 403' }],
  [
    '403 of Splunk Free',
    json(403, 'remote login disabled because you are using a free license'),
    {
      code: 'UPSTREAM_REJECTED',
      effect: false,
      says: 'this Splunk runs under the Free license',
    },
  ],
  ['404', json(404), { code: 'notFound', effect: false, says: 'says 404' }],
  ['409 as JSON', json(409), { code: 'UPSTREAM_REJECTED', effect: false, says: 'says 409' }],
  [
    '409 without words',
    { kind: 'status', status: 409 },
    {
      code: 'UPSTREAM_REJECTED',
      effect: false,
      says: 'refused it (409) and does not say why',
    },
  ],
  ['422 as XML', xml(422), { code: 'UPSTREAM_REJECTED', effect: false, says: 'says 422' }],
  ['429', json(429), { code: 'UPSTREAM_UNAVAILABLE', effect: false, says: 'says 429; nothing was changed' }],
  ['500', json(500), { code: 'UPSTREAM_UNAVAILABLE', effect: false, says: 'says 500; nothing was changed' }],
  ['500 after it was done', 'bare-500-after', AFTER],
  ['502', json(502), BEFORE],
  ['503', json(503), { code: 'UPSTREAM_UNAVAILABLE', effect: false, says: 'nothing was changed' }],
  ['a hanging server that never got it', 'hang-before', { ...BEFORE, ...SHORT }],
  ['a hanging server that did it', 'hang-after', { ...AFTER, ...SHORT }],
  ['a connection that breaks before', 'reset-before', BEFORE],
  ['a connection that breaks after', 'reset-after', AFTER],
  ['a login page under 200', 'html', BEFORE],
  ['half a JSON text', 'malformed', AFTER],
  ['an answer that is cut off', 'truncated-after', AFTER],
];

describe.concurrent.each(names)('%s', (name) => {
  const action = actions[name];

  async function run(manager: Manager) {
    const before = structuredClone(manager.state);
    const outcome = await action.run(manager);
    return { outcome, unchanged: JSON.stringify(before, big) === JSON.stringify(manager.state, big) };
  }

  it.each(faults)('under %s', async (_what, fault, { code, effect, says, timeoutMs }) => {
    await withManager(timeoutMs === undefined ? {} : { timeoutMs }, async (manager) => {
      if (fault !== null) manager.proxy.next(fault);
      const { outcome, unchanged } = await run(manager);
      const expected = code === 'notFound' ? action.notFound : code;
      expect(outcome.done ? 'done' : outcome.error.code).toBe(expected);
      if (!outcome.done) expect(outcome.error.message).toContain(says ?? '');
      expect(manager.proxy.writes).toHaveLength(1);
      expect(action.isDone(manager.state)).toBe(effect);
      expect(unchanged).toBe(!effect);
    });
  });

  it.each([
    ['done', 'reset-after', true],
    ['not done', 'reset-before', false],
  ] as const)(
    'does not know the outcome when it was %s and nothing answers from then on',
    async (_what, fault, effect) => {
      await withManager({}, async (manager) => {
        manager.proxy.next(fault, json(401));
        const { outcome } = await run(manager);
        expect(outcome).toMatchObject({
          error: { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('could not be read') },
        });
        expect(manager.proxy.writes).toHaveLength(1);
        expect(action.isDone(manager.state)).toBe(effect);
      });
    },
  );

  const REFUSED_LOGIN = (manager: Manager): void => {
    manager.state.users = [];
  };
  const FREE = (manager: Manager): void => {
    manager.state.server.remoteLoginDisabled = true;
  };
  const READER = (manager: Manager): void => {
    manager.state.users = [{ name: 'admin', password: 'changeme', roles: ['user'] }];
  };

  it.each([
    ['a refused login', REFUSED_LOGIN, 'UPSTREAM_REJECTED'],
    ['Splunk Free', FREE, 'UPSTREAM_REJECTED'],
    ['an account without the right', READER, 'UPSTREAM_REJECTED'],
    ['a server that fails', (manager: Manager) => manager.proxy.fail(json(500)), 'UPSTREAM_UNAVAILABLE'],
    ['a broken connection', (manager: Manager) => manager.proxy.fail('reset-before'), 'UPSTREAM_UNAVAILABLE'],
  ] as const)('sends nothing under %s', async (_what, arrange, code) => {
    await withManager({}, async (manager) => {
      arrange(manager);
      const { outcome, unchanged } = await run(manager);
      expect(outcome).toMatchObject({ error: { code, message: expect.stringContaining('nothing was changed') } });
      expect(manager.proxy.writes).toEqual([]);
      expect(unchanged).toBe(true);
    });
  });

  it('reports a server that is not there', async () => {
    const url = await withManager({}, async ({ emulator }) => emulator.url);
    const connection = connectTo(url, { auth: PASSWORD });
    const commands = connection.commands as Manager['commands'];
    const state = await withManager({}, async (manager) => manager.state);
    const outcome = await action.run({ commands, state, signal: new AbortController().signal });
    await connection.close();
    expect(outcome).toMatchObject({ done: false, error: { code: 'UPSTREAM_UNAVAILABLE' } });
  });

  it('logs in again when the session has ended, before it writes', async () => {
    await withManager({}, async (manager) => {
      await manager.commands.deletePool({ vendorId: 'no such pool' }, manager.signal);
      manager.emulator.expireSessions();
      expect((await run(manager)).outcome.done).toBe(true);
      expect(manager.proxy.writes).toHaveLength(1);
      expect(manager.emulator.requests.filter(({ url }) => url.includes('/auth/login'))).toHaveLength(2);
    });
  });

  it.each([
    ['old names', { scenario: 'legacy-names' }],
    ['XML only', { change: ({ server }: Manager['state']) => void Object.assign(server, { xmlOnly: true }) }],
    [
      'every field of a 10.6',
      { change: ({ server }: Manager['state']) => void Object.assign(server, { generation: 'live' }) },
    ],
  ])('is done on a server with %s, and found there when its answer is lost', async (_what, options) => {
    for (const fault of [null, 'truncated-after'] as const) {
      await withManager(options, async (manager) => {
        if (fault !== null) manager.proxy.next(fault);
        expect((await run(manager)).outcome).toMatchObject({ done: true });
        expect(manager.proxy.writes).toHaveLength(1);
        expect(action.isDone(manager.state)).toBe(true);
      });
    }
  });
});

function big(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
