/** Each mutation of a Keygen account with each way in which its one write can end: what is answered, sent, there, and on record. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyFault, StatusFault, WriteFault } from '../../support/write-faults.js';
import { type Account, refusalOf, startAccount } from './keygen-account.js';
import { type Case, cases } from './keygen-cases.js';
import { type End, notDone, type Seen } from './witness.js';

let account: Account;
let hasty: Account;
beforeAll(async () => {
  account = await startAccount();
  hasty = await startAccount(400);
});
afterAll(async () => {
  await account?.close();
  await hasty?.close();
});

const status = (code: StatusFault['status'], error: object = {}, key?: string): StatusFault => ({
  kind: 'status',
  status: code,
  body: refusalOf(error, key),
  headers: { 'x-request-id': `request-${code}` },
});

const SAYS_NO = /The vendor says no/;
const rejected: End = { code: 'UPSTREAM_REJECTED', message: SAYS_NO, outcome: 'REFUSED' };
const unavailable: End = { code: 'UPSTREAM_UNAVAILABLE', message: /nothing was changed$/, outcome: 'FAILED' };
const unknown: End = { code: 'OUTCOME_UNKNOWN', message: /Look before you repeat it$/, outcome: 'UNKNOWN' };

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const isTellable = one.isTellable === undefined;
  const isUndoneTellable = one.isTellable !== false;
  const refused = (code: StatusFault['status'], error?: object) => status(code, error, one.key);

  it('is done with one write, and shows at once', async () => {
    const seen = await carriedOut(account, one);
    done(seen, one);
    expect(seen.audit).toMatchObject([{ actor: 'admin', upstreamRequestId: expect.stringMatching(/^[\w-]{8,}$/) }]);
    expect(seen.writes.map(({ method, path }) => [method, path])).toEqual([one.write]);
    await shows(account, one, one.after);
  });

  it.each([
    ['401', refused(401), rejected],
    ['403', refused(403), rejected],
    ['404', refused(404), { ...one.missing, message: SAYS_NO, outcome: 'REFUSED' }],
    ['409', refused(409), { ...rejected, code: 'CONFLICT' }],
    ['422', refused(422, { code: 'ODD_KIND' }), rejected],
    ['429', refused(429), { ...unavailable, message: /says no.*nothing was changed$/ }],
    ['500', refused(500), isUndoneTellable ? { ...unavailable, message: /says no.*nothing was changed$/ } : unknown],
    ['a reset connection', 'reset-before', unknown],
    ['a login page', 'html', unknown],
  ] as [string, WriteFault, End][])('met by %s is not done, and says so', async (_fault, fault, end) => {
    const seen = await carriedOut(account, one, fault);
    notDone(seen, end, 1);
    const id = typeof fault === 'object' && fault.body !== undefined ? `request-${fault.status}` : null;
    expect(seen.audit).toMatchObject([{ upstreamRequestId: id }]);
    await shows(account, one, one.before);
  });

  it.each(['reset-after', 'malformed'] as const)(
    'that took effect before %s is found done, where that can be told, and shows in any case',
    async (fault) => {
      const seen = await carriedOut(account, one, fault);
      if (isTellable) done(seen, one);
      else notDone(seen, unknown, 1);
      expect(seen.writes).toHaveLength(1);
      await shows(account, one, one.after);
    },
  );

  it('that nobody answers is of unknown outcome', async () => {
    notDone(await carriedOut(hasty, one, 'hang-before'), unknown, 1);
    await shows(hasty, one, one.before);
  });

  it('that took effect and that nobody answers is found done, where that can be told', async () => {
    const seen = await carriedOut(hasty, one, 'hang-after');
    if (isTellable) done(seen, one);
    else notDone(seen, unknown, 1);
    expect(seen.writes).toHaveLength(1);
    await shows(hasty, one, one.after);
  });

  it('that took effect and cannot be looked for is of unknown outcome, and shows once the vendor can be read', async () => {
    const seen = await carriedOut(account, one, 'reset-after', status(403));
    notDone(seen, { ...unknown, message: /whether it was done could not be read: .*The vendor says no/ }, 1);
    expect(one.look(account.state)).toEqual(one.after);
    expect(await account.look(one.query)).toEqual(one.before);
    account.proxy.fail(null);
    await account.reread();
    await shows(account, one, one.after);
  });
});

async function carriedOut(where: Account, one: Case, fault?: WriteFault, then?: AnyFault): Promise<Seen> {
  await where.become(one.given);
  await shows(where, one, one.before);
  if (fault !== undefined) where.proxy.next(fault, then);
  return where.send(one.name, one.input, one.fields);
}

function done({ payload, thrown, writes, audit }: Seen, one: Case): void {
  expect(thrown).toBeNull();
  expect(payload).toEqual({ ...one.payload, errors: [] });
  expect(writes).toHaveLength(1);
  expect(audit).toMatchObject([{ action: one.name, outcome: 'APPLIED', code: null }]);
}

/** At the vendor, and in the graph. */
async function shows({ state, look }: Account, one: Case, wanted: unknown): Promise<void> {
  expect(one.look(state)).toEqual(wanted);
  expect(await look(one.query)).toEqual(wanted);
}
