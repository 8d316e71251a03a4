/** Each command with each way in which a write can end: what is answered, how many writes arrived, and what is there then. */
import { describe, expect, it } from 'vitest';
import { type CommandName, capabilityOf } from '../../../src/domain/commands.js';
import type { KeygenState } from '../../../src/emulators/keygen/index.js';
import type { License } from '../../../src/emulators/keygen/state.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import {
  at,
  type Given,
  GROUP_ID,
  LICENSE_ID,
  NOW,
  OWNER_ID,
  POLICY_ID,
  TWO_WEEKS_MS,
} from '../../emulators/keygen/world.js';
import type { StatusFault, WriteFault } from '../../support/write-faults.js';
import { connect, type Desk, desk, errorBody, type Run } from './commands-support.js';

const vendorId = LICENSE_ID;
const NEW_KEY = 'NEW-KEY-0001';
const MOST = 2n ** 63n - 1n;
const PATH = `/v1/licenses/${LICENSE_ID}`;

interface Case {
  readonly given?: Given;
  readonly run: Run;
  readonly write: { readonly method: string; readonly path: string; readonly body: unknown };
  /** What of the account shows the effect, without it and with it. */
  readonly look: (state: KeygenState) => unknown;
  readonly before: unknown;
  readonly after: unknown;
  readonly value?: unknown;
  /** Whether a look afterwards tells if it was done; true unless said. */
  readonly isTellable?: false;
  readonly missing: { readonly code: string; readonly path: readonly string[] };
}

const LICENSE_MISSING = { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] };
const POLICY_MISSING = { code: 'POLICY_NOT_FOUND', path: ['policyId'] };
const TARGET_MISSING = { code: 'TARGET_NOT_FOUND', path: ['targetId'] };

const licenseOf = (state: KeygenState): License | undefined => state.licenses.get(LICENSE_ID);
const post = (action: string, document?: object) => ({
  method: 'POST',
  path: `${PATH}/actions/${action}`,
  body: document ?? null,
});
const newLicense = (key?: string) => ({
  method: 'POST',
  path: '/v1/licenses',
  body: {
    data: {
      type: 'licenses',
      attributes: { ...(key === undefined ? {} : { key }), name: 'Acme' },
      relationships: { policy: { data: { type: 'policies', id: POLICY_ID } } },
    },
  },
});

const cases: Readonly<Record<string, Case>> = {
  'createLicense with a key': {
    run: ({ createLicense }, signal) =>
      createLicense({ policyVendorId: POLICY_ID, key: NEW_KEY, name: 'Acme' }, signal),
    write: newLicense(NEW_KEY),
    look: (state) => state.licenses.by('key', NEW_KEY).map(({ name }) => name),
    before: [],
    after: ['Acme'],
    value: { vendorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    missing: POLICY_MISSING,
  },
  'createLicense without a key': {
    run: ({ createLicense }, signal) => createLicense({ policyVendorId: POLICY_ID, name: 'Acme' }, signal),
    write: newLicense(),
    look: (state) => state.licenses.by('policy', POLICY_ID).length,
    before: 1,
    after: 2,
    value: { vendorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    isTellable: false,
    missing: POLICY_MISSING,
  },
  updateLicense: {
    given: { license: { maxMachines: 3 }, policy: { maxMachines: 9 } },
    run: ({ updateLicense }, signal) =>
      updateLicense(
        {
          vendorId,
          name: 'Renamed',
          expiresAt: at(86_400_000),
          protected: true,
          limits: { maxMachines: null, maxMemory: MOST },
          metadata: { cost_center: { 'Booked-On': 7 } },
        },
        signal,
      ),
    write: {
      method: 'PATCH',
      path: PATH,
      body: {
        data: {
          type: 'licenses',
          attributes: {
            name: 'Renamed',
            expiry: at(86_400_000).toISOString(),
            protected: true,
            maxMachines: null,
            maxMemory: Number(MOST),
            metadata: { cost_center: { 'Booked-On': 7 } },
          },
        },
      },
    },
    look: (state) => [licenseOf(state)?.name, licenseOf(state)?.maxMachines, licenseOf(state)?.maxMemory],
    before: [null, 3, null],
    after: ['Renamed', null, MOST],
    missing: LICENSE_MISSING,
  },
  deleteLicense: {
    run: ({ deleteLicense }, signal) => deleteLicense({ vendorId }, signal),
    write: { method: 'DELETE', path: PATH, body: null },
    look: (state) => licenseOf(state) === undefined,
    before: false,
    after: true,
    missing: LICENSE_MISSING,
  },
  revokeLicense: {
    run: ({ revokeLicense }, signal) => revokeLicense({ vendorId }, signal),
    write: { method: 'DELETE', path: `${PATH}/actions/revoke`, body: null },
    look: (state) => licenseOf(state) === undefined,
    before: false,
    after: true,
    missing: LICENSE_MISSING,
  },
  suspendLicense: {
    run: ({ suspendLicense }, signal) => suspendLicense({ vendorId }, signal),
    write: post('suspend'),
    look: (state) => licenseOf(state)?.suspended,
    before: false,
    after: true,
    missing: LICENSE_MISSING,
  },
  reinstateLicense: {
    given: { license: { suspended: true } },
    run: ({ reinstateLicense }, signal) => reinstateLicense({ vendorId }, signal),
    write: post('reinstate'),
    look: (state) => licenseOf(state)?.suspended,
    before: true,
    after: false,
    missing: LICENSE_MISSING,
  },
  renewLicense: {
    run: ({ renewLicense }, signal) => renewLicense({ vendorId }, signal),
    write: post('renew'),
    look: (state) => licenseOf(state)?.expiry,
    before: at(TWO_WEEKS_MS),
    after: at(2 * TWO_WEEKS_MS),
    missing: LICENSE_MISSING,
  },
  checkInLicense: {
    given: { policy: { requireCheckIn: true, checkInInterval: 'day', checkInIntervalCount: 1 } },
    run: ({ checkInLicense }, signal) => checkInLicense({ vendorId }, signal),
    write: post('check-in'),
    look: (state) => licenseOf(state)?.lastCheckIn,
    before: null,
    after: NOW,
    missing: LICENSE_MISSING,
  },
  incrementUsage: {
    given: { license: { uses: 3, maxUses: 10 } },
    run: ({ incrementUsage }, signal) => incrementUsage({ vendorId, by: 2 }, signal),
    write: post('increment-usage', { meta: { increment: 2 } }),
    look: (state) => licenseOf(state)?.uses,
    before: 3,
    after: 5,
    isTellable: false,
    missing: LICENSE_MISSING,
  },
  decrementUsage: {
    given: { license: { uses: 3 } },
    run: ({ decrementUsage }, signal) => decrementUsage({ vendorId, by: 2 }, signal),
    write: post('decrement-usage', { meta: { decrement: 2 } }),
    look: (state) => licenseOf(state)?.uses,
    before: 3,
    after: 1,
    isTellable: false,
    missing: LICENSE_MISSING,
  },
  resetUsage: {
    given: { license: { uses: 3 } },
    run: ({ resetUsage }, signal) => resetUsage({ vendorId }, signal),
    write: post('reset-usage'),
    look: (state) => licenseOf(state)?.uses,
    before: 3,
    after: 0,
    missing: LICENSE_MISSING,
  },
  activateMachine: {
    given: { machines: 1 },
    run: ({ activateMachine }, signal) =>
      activateMachine(
        { licenseVendorId: LICENSE_ID, fingerprint: 'print/neu 1', hostname: 'h', cores: 4, memory: MOST, disk: 0n },
        signal,
      ),
    write: {
      method: 'POST',
      path: '/v1/machines',
      body: {
        data: {
          type: 'machines',
          attributes: { fingerprint: 'print/neu 1', hostname: 'h', cores: 4, memory: Number(MOST), disk: 0 },
          relationships: { license: { data: { type: 'licenses', id: LICENSE_ID } } },
        },
      },
    },
    look: (state) =>
      state.machines.by('fingerprint', 'print/neu 1').map(({ memory, licenseId }) => [memory, licenseId]),
    before: [],
    after: [[MOST, LICENSE_ID]],
    value: { vendorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    missing: LICENSE_MISSING,
  },
  deactivateMachine: {
    given: { machines: 2 },
    run: ({ deactivateMachine }, signal) => deactivateMachine({ vendorId: 'machine-1' }, signal),
    write: { method: 'DELETE', path: '/v1/machines/machine-1', body: null },
    look: (state) => state.machines.by('license', LICENSE_ID).map(({ id }) => id),
    before: ['machine-1', 'machine-2'],
    after: ['machine-2'],
    missing: TARGET_MISSING,
  },
};

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
  const isTellable = one.isTellable ?? true;

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
    ['500', status(500), isTellable ? { ...unavailable, requestId: 'request-7' } : unknown],
    ['503', status(503), isTellable ? unavailable : unknown],
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
