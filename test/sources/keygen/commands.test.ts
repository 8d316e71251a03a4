/** Each command with each way in which a write can end: what is answered, how many writes arrived, and what is there then. */
import { describe, expect, it } from 'vitest';
import { type CommandName, capabilityOf } from '../../../src/domain/commands.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import { GROUP_ID, OWNER_ID, POLICY_ID } from '../../emulators/keygen/world.js';
import type { StatusFault, WriteFault } from '../../support/write-faults.js';
import { cases, MOST } from './commands-cases.js';
import { connect, type Desk, desk, errorBody } from './commands-support.js';

const status = (code: StatusFault['status'], error: Record<string, unknown> = {}): StatusFault => ({
  kind: 'status',
  status: code,
  body: errorBody(error),
  headers: { 'x-request-id': 'request-7' },
});

const rejected = { done: false, error: { code: 'UPSTREAM_REJECTED', message: 'The vendor says no', path: null } };
const unavailable = { done: false, error: { code: 'UPSTREAM_UNAVAILABLE', path: null } };
const unknown = { done: false, error: { code: 'OUTCOME_UNKNOWN', path: null } };

describe.each(Object.entries(cases))('%s', (_name, one) => {
  const done = { done: true, value: one.value ?? null };
  const isTellable = one.isTellable === undefined;
  const isUndoneTellable = one.isTellable !== false;

  it('is sent once, as the vendor documents it, and done', async () => {
    await using there = await desk(one.given);
    expect(one.look(there.state)).toEqual(one.before);
    expect(await there.run(one.run)).toEqual({ ...done, requestId: expect.stringMatching(/^[\w-]{8,}$/) });
    expect(sent(there)).toEqual([one.write]);
    expect(one.look(there.state)).toEqual(one.after);
  });

  it('is not sent when there is no such thing', async () => {
    await using there = await desk(one.given);
    for (const { id } of [...there.state.licenses.all()]) there.state.licenses.remove(id);
    for (const { id } of [...there.state.machines.all()]) there.state.machines.remove(id);
    there.state.policies.remove(POLICY_ID);
    expect(await there.run(one.run)).toMatchObject({ done: false, error: one.missing });
    expect(there.proxy.writes).toEqual([]);
  });

  it.each([
    ['401', status(401), { ...rejected, requestId: 'request-7' }],
    ['403', status(403), { ...rejected, requestId: 'request-7' }],
    ['404', status(404), { done: false, error: { ...one.missing, message: 'The vendor says no' } }],
    ["404 of a proxy's", { kind: 'status', status: 404, body: '<html>' }, { error: { code: 'UPSTREAM_REJECTED' } }],
    ['409', status(409), { done: false, error: { code: 'CONFLICT', message: 'The vendor says no' } }],
    ['422', status(422, { code: 'ODD_KIND' }), rejected],
    ['429', status(429), { ...unavailable, requestId: 'request-7' }],
    ['500', status(500), isUndoneTellable ? { ...unavailable, requestId: 'request-7' } : unknown],
    ['503', status(503), isUndoneTellable ? unavailable : unknown],
    ['502', status(502), unknown],
    ['reset-before', 'reset-before', unknown],
    ['html', 'html', unknown],
  ] as [string, WriteFault, object][])('met by %s is not done, and says so', async (_fault, fault, expected) => {
    await using there = await desk(one.given);
    there.proxy.next(fault);
    expect(await there.run(one.run)).toMatchObject(expected);
    expect(there.proxy.writes).toHaveLength(1);
    expect(one.look(there.state)).toEqual(one.before);
  });

  it.each(['reset-after', 'malformed', 'truncated-after', 'bare-500-after'] as const)(
    'that took effect before %s is found done, where that can be told',
    async (fault) => {
      await using there = await desk(one.given);
      there.proxy.next(fault);
      expect(await there.run(one.run)).toMatchObject(isTellable ? done : unknown);
      expect(there.proxy.writes).toHaveLength(1);
      expect(one.look(there.state)).toEqual(one.after);
    },
  );

  it.concurrent.each([
    ['hang-before', unknown, one.before],
    ['hang-after', isTellable ? done : unknown, one.after],
  ] as const)('that meets %s ends with the time limit', async (fault, expected, state) => {
    await using there = await desk(one.given, 1_000);
    there.proxy.next(fault);
    expect(await there.run(one.run)).toMatchObject(expected);
    expect(there.proxy.writes).toHaveLength(1);
    expect(one.look(there.state)).toEqual(state);
  });

  it('is of unknown outcome when the look afterwards fails, too', async () => {
    await using there = await desk(one.given);
    there.proxy.next('reset-after', status(500));
    const outcome = await there.run(one.run);
    expect(outcome).toMatchObject(unknown);
    expect(there.proxy.writes).toHaveLength(1);
    expect(one.look(there.state)).toEqual(one.after);
  });

  it.each([
    [401, 'UPSTREAM_REJECTED'],
    [403, 'UPSTREAM_REJECTED'],
    [500, 'UPSTREAM_UNAVAILABLE'],
  ] as const)('is not sent when the reads before it are answered %i', async (code, expected) => {
    await using there = await desk(one.given);
    there.proxy.fail(status(code));
    const outcome = await there.run(one.run);
    expect(outcome).toMatchObject({ done: false, error: { code: expected } });
    expect(outcome).toMatchObject({
      error: { message: expect.stringMatching(/The vendor says no.*nothing was changed/) },
    });
    expect(there.proxy.writes).toEqual([]);
  });

  it('is not sent when nothing answers at all', async () => {
    const down = await desk();
    const { url } = down.proxy;
    await down[Symbol.asyncDispose]();
    const connection = connect(url);
    const outcome = await one.run(connection.commands as never, new AbortController().signal);
    await connection.close();
    expect(outcome).toMatchObject(unavailable);
  });

  it('throws the reason of an abort, which is no outcome', async () => {
    await using there = await desk(one.given);
    const reason = new Error('given up');
    const aborted = AbortSignal.abort(reason);
    await expect(there.run((commands) => one.run(commands, aborted))).rejects.toBe(reason);
    expect(there.proxy.writes).toEqual([]);
  });
});

describe('What a new license is given', () => {
  it('arrives whole: owner and group as links, limits exact, what is null as null', async () => {
    await using there = await desk();
    const outcome = await there.run(({ createLicense }, signal) =>
      createLicense(
        {
          policyVendorId: POLICY_ID,
          groupVendorId: GROUP_ID,
          ownerVendorId: OWNER_ID,
          expiresAt: at2030,
          protected: null,
          limits: { maxMemory: MOST, maxDisk: MOST - 1n, maxUses: 5n },
          metadata: { a: [1, null, 'x'] },
        },
        signal,
      ),
    );
    const { vendorId: id } = (outcome as { value: { vendorId: string } }).value;
    expect(there.state.licenses.get(id)).toMatchObject({
      groupId: GROUP_ID,
      ownerId: OWNER_ID,
      expiry: at2030,
      protected: null,
      maxMemory: MOST,
      maxDisk: MOST - 1n,
      maxUses: 5,
      metadata: { a: [1, null, 'x'] },
    });
    expect(there.proxy.writes[0]?.body).toContain('"maxMemory":9223372036854775807,"maxDisk":9223372036854775806');
  });

  const at2030 = new Date('2030-01-01T00:00:00.123Z');
});

it('A connection has a command for each capability, and no other', async () => {
  const connection = connect('http://127.0.0.1:1');
  const names = Object.keys(connection.commands) as CommandName[];
  await connection.close();
  const capabilities = ['REFRESH_SOURCE', ...names.map(capabilityOf)];
  expect([...keygenSource.capabilities].sort()).toEqual(capabilities.sort());
});

/** What arrived; a body is parsed, an empty one null. */
function sent({ proxy }: Desk): unknown[] {
  return proxy.writes.map(({ method, path, body }) => ({ method, path, body: body === '' ? null : JSON.parse(body) }));
}
