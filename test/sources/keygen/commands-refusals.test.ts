/** What the vendor's refusals become: its code and pointer decide, its words are the message, and no secret is in them. */
import { describe, expect, it } from 'vitest';
import type { MutationErrorCode } from '../../../src/domain/mutation-error.js';
import { ADMIN_TOKEN } from '../../../src/emulators/keygen/index.js';
import { type RefusalRules, refusalOf } from '../../../src/sources/keygen/commands/refusals.js';
import { vendorWords } from '../../../src/sources/keygen/errors.js';
import { type Given, GROUP_ID, KEY, LICENSE_ID, POLICY_ID } from '../../emulators/keygen/world.js';
import { desk, errorBody, type Run } from './commands-support.js';

const vendorId = LICENSE_ID;
const create =
  (over: object): Run =>
  ({ createLicense }, signal) =>
    createLicense({ policyVendorId: POLICY_ID, ...over }, signal);
const update =
  (over: object): Run =>
  ({ updateLicense }, signal) =>
    updateLicense({ vendorId, ...over }, signal);
const activate =
  (over: object): Run =>
  ({ activateMachine }, signal) =>
    activateMachine({ licenseVendorId: LICENSE_ID, fingerprint: 'new', ...over }, signal);

interface Refused {
  readonly given?: Given;
  readonly run: Run;
  readonly code: MutationErrorCode;
  readonly path?: readonly string[];
  readonly message: RegExp;
}

const refused: Readonly<Record<string, Refused>> = {
  'suspending twice': {
    given: { license: { suspended: true } },
    run: ({ suspendLicense }, signal) => suspendLicense({ vendorId }, signal),
    code: 'CONFLICT',
    message: /^is already suspended$/,
  },
  'reinstating what is not suspended': {
    run: ({ reinstateLicense }, signal) => reinstateLicense({ vendorId }, signal),
    code: 'CONFLICT',
    message: /^is not suspended$/,
  },
  'renewing without a duration': {
    given: { policy: { duration: null } },
    run: ({ renewLicense }, signal) => renewLicense({ vendorId }, signal),
    code: 'CONFLICT',
    message: /cannot be renewed/,
  },
  'renewing what never expires': {
    given: { license: { expiry: null } },
    run: ({ renewLicense }, signal) => renewLicense({ vendorId }, signal),
    code: 'CONFLICT',
    message: /cannot be renewed/,
  },
  'checking in where that is not required': {
    run: ({ checkInLicense }, signal) => checkInLicense({ vendorId }, signal),
    code: 'CONFLICT',
    message: /does not require it/,
  },
  'a use more than there are': {
    given: { license: { uses: 5 }, policy: { maxUses: 5 } },
    run: ({ incrementUsage }, signal) => incrementUsage({ vendorId, by: 1 }, signal),
    code: 'USES_LIMIT_EXCEEDED',
    message: /exceeds maximum/,
  },
  'more uses than a column holds': {
    given: { license: { uses: 1 } },
    run: ({ incrementUsage }, signal) => incrementUsage({ vendorId, by: 2 ** 31 - 1 }, signal),
    code: 'INVALID_INPUT',
    path: ['by'],
    message: /too large/,
  },
  'fewer uses than none': {
    run: ({ decrementUsage }, signal) => decrementUsage({ vendorId, by: 1 }, signal),
    code: 'INVALID_INPUT',
    path: ['by'],
    message: /greater than or equal to 0/,
  },
  'a key that is taken': { run: create({ key: KEY }), code: 'CONFLICT', path: ['key'], message: /taken/ },
  'a key that is too short': {
    run: create({ key: 'abc' }),
    code: 'INVALID_INPUT',
    path: ['key'],
    message: /too short/,
  },
  'a group that is not there': {
    run: create({ groupVendorId: '33333333-3333-4333-8333-333333333333' }),
    code: 'GROUP_NOT_FOUND',
    path: ['groupId'],
    message: /must exist/,
  },
  'an owner who is not there': {
    run: create({ ownerVendorId: '33333333-3333-4333-8333-333333333333' }),
    code: 'INVALID_INPUT',
    path: ['ownerVendorId'],
    message: /must exist/,
  },
  'a name that is too long': {
    run: update({ name: 'n'.repeat(1025) }),
    code: 'INVALID_INPUT',
    path: ['name'],
    message: /too long/,
  },
  'no machines on a floating license': {
    run: update({ limits: { maxMachines: 0n } }),
    code: 'INVALID_INPUT',
    path: ['limits', 'maxMachines'],
    message: /greater than or equal to 1/,
  },
  'a limit beyond its column': {
    run: update({ limits: { maxCores: 2n ** 40n } }),
    code: 'INVALID_INPUT',
    path: ['limits', 'maxCores'],
    message: /./,
  },
  'metadata that nest too deep': {
    run: update({ metadata: { a: { b: { c: { d: { e: 1 } } } } } }),
    code: 'INVALID_INPUT',
    path: ['metadata'],
    message: /depth/,
  },
  'a fingerprint that is there': {
    given: { machines: [{ fingerprint: 'new' }] },
    run: activate({}),
    code: 'MACHINE_EXISTS',
    path: ['fingerprint'],
    message: /taken/,
  },
  'an empty fingerprint': {
    run: activate({ fingerprint: ' ' }),
    code: 'INVALID_INPUT',
    path: ['fingerprint'],
    message: /blank/,
  },
  'no cores': { run: activate({ cores: 0 }), code: 'INVALID_INPUT', path: ['cores'], message: /greater/ },
  'a machine more than there may be': {
    given: { machines: 2, license: { maxMachines: 2 } },
    run: activate({}),
    code: 'MACHINE_LIMIT_EXCEEDED',
    message: /machines/,
  },
  'more cores than there may be': {
    given: { license: { maxCores: 8 } },
    run: activate({ cores: 9 }),
    code: 'LIMIT_EXCEEDED',
    message: /cores/,
  },
  'more memory than there may be': {
    given: { license: { maxMemory: 2n ** 60n } },
    run: activate({ memory: 2n ** 60n + 1n }),
    code: 'LIMIT_EXCEEDED',
    message: /memory/,
  },
  'more disk than there may be': {
    given: { license: { maxDisk: 8n } },
    run: activate({ disk: 9n }),
    code: 'LIMIT_EXCEEDED',
    message: /disk/,
  },
};

it.each(Object.entries(refused))(
  '%s is refused in the words of the vendor, and changes nothing',
  async (_name, one) => {
    await using there = await desk(one.given);
    const before = image(there.state);
    expect(await there.run(one.run)).toEqual({
      done: false,
      error: { code: one.code, path: one.path ?? null, message: expect.stringMatching(one.message) },
      requestId: expect.any(String),
    });
    expect(there.proxy.writes).toHaveLength(1);
    expect(image(there.state)).toEqual(before);
  },
);

it.each([
  ['maxLicenses', create({ groupVendorId: GROUP_ID })],
  ['maxMachines', activate({})],
] as const)('A full group (%s) is a limit, too', async (limit, run) => {
  await using there = await desk({ license: { groupId: GROUP_ID } });
  there.state.groups.update(GROUP_ID, { [limit]: limit === 'maxLicenses' ? 1 : 0 });
  expect(await there.run(run)).toMatchObject({ error: { code: 'LIMIT_EXCEEDED' } });
});

describe('An id', () => {
  const ids = ['', '.', '..', '\ud800'];
  it.each(ids)('that cannot be asked for (%j) is unknown without any request', async (id) => {
    await using there = await desk();
    there.proxy.fail({ kind: 'status', status: 500 });
    const of = (run: Run) => there.run(run);
    expect(await of(({ deleteLicense }, signal) => deleteLicense({ vendorId: id }, signal))).toMatchObject({
      error: { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] },
    });
    expect(await of(({ deactivateMachine }, signal) => deactivateMachine({ vendorId: id }, signal))).toMatchObject({
      error: { code: 'TARGET_NOT_FOUND', path: ['targetId'] },
    });
    expect(await of(create({ policyVendorId: id }))).toMatchObject({
      error: { code: 'POLICY_NOT_FOUND', path: ['policyId'] },
    });
    expect(await of(activate({ licenseVendorId: id }))).toMatchObject({ error: { code: 'LICENSE_NOT_FOUND' } });
  });

  it.each(['a/b', '../policies', 'a%2Fb', 'x\ny', `${LICENSE_ID}/actions/revoke`, `${LICENSE_ID}?x`])(
    'with odd characters (%j) is only an id',
    async (id) => {
      await using there = await desk();
      expect(await there.run(({ deleteLicense }, signal) => deleteLicense({ vendorId: id }, signal))).toMatchObject({
        error: { code: 'LICENSE_NOT_FOUND' },
      });
      expect(there.proxy.writes).toEqual([]);
    },
  );

  it('is not a key and not a fingerprint, though the vendor takes both in its place', async () => {
    await using there = await desk({ machines: 1 });
    expect(await there.run(({ deleteLicense }, signal) => deleteLicense({ vendorId: KEY }, signal))).toMatchObject({
      error: { code: 'LICENSE_NOT_FOUND' },
    });
    const byPrint: Run = ({ deactivateMachine }, signal) => deactivateMachine({ vendorId: 'print-1' }, signal);
    expect(await there.run(byPrint)).toMatchObject({ error: { code: 'TARGET_NOT_FOUND' } });
    expect(there.proxy.writes).toEqual([]);
  });
});

describe('What the vendor says is shown', () => {
  it.each([403, 429, 500] as const)('without the token, the key and addresses, on one line (%i)', async (status) => {
    await using there = await desk();
    const detail = `token ${ADMIN_TOKEN}\nof ${KEY} at https://u:p@keygen.internal/v1 ${'x'.repeat(230)} ${KEY}${KEY}`;
    there.proxy.next({ kind: 'status', status, body: errorBody({ detail }) });
    const outcome = await there.run(({ suspendLicense }, signal) => suspendLicense({ vendorId }, signal));
    const { message } = (outcome as { error: { message: string } }).error;
    expect(message).toContain('token [token] of [key] at … xxx');
    expect(message).not.toMatch(/\n|internal|WORLD/);
  });

  it('without a key that was asked for and is not there yet', async () => {
    await using there = await desk();
    there.proxy.next({ kind: 'status', status: 422, body: errorBody({ detail: 'SECRET-KEY-9 is bad' }) });
    const outcome = await there.run(create({ key: 'SECRET-KEY-9' }));
    expect(outcome).toMatchObject({ error: { code: 'UPSTREAM_REJECTED', message: '[key] is bad' } });
  });
});

describe('By its code and pointer', () => {
  const rules: RefusalRules = {
    missing: { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] },
    fields: { maxUsers: ['limits', 'maxUsers'] },
  };
  const meaning = (status: number, ...errors: readonly object[]) => {
    const body = JSON.stringify({ errors: errors.map((error) => ({ title: 'No', detail: 'it says', ...error })) });
    const response = { status, headers: {}, contentType: 'application/vnd.api+json', body };
    const { code, path } = refusalOf(response, vendorWords(body, { token: '', keys: [] }), rules);
    return [code, path];
  };
  const pointing = (pointer: string, code?: string) => ({ source: { pointer }, ...(code && { code }) });

  it.each([
    [403, { code: 'LICENSE_SUSPENDED' }, 'LICENSE_SUSPENDED', null],
    [403, { code: 'LICENSE_EXPIRED' }, 'LICENSE_EXPIRED', null],
    [403, { code: 'TOKEN_NOT_ALLOWED' }, 'UPSTREAM_REJECTED', null],
    [402, { code: 'PAYMENT_REQUIRED' }, 'UPSTREAM_REJECTED', null],
    [422, { code: 'USER_LIMIT_EXCEEDED' }, 'LIMIT_EXCEEDED', null],
    [422, { code: 'GROUP_MACHINE_LIMIT_EXCEEDED' }, 'LIMIT_EXCEEDED', null],
    [422, { code: 'POLICY_NOT_FOUND' }, 'POLICY_NOT_FOUND', ['policyId']],
    [422, { code: 'USER_NOT_FOUND' }, 'INVALID_INPUT', ['ownerVendorId']],
    [404, pointing('/data/relationships/group'), 'GROUP_NOT_FOUND', ['groupId']],
    [422, pointing('/data/relationships/license'), 'LICENSE_NOT_FOUND', ['licenseId']],
    [400, pointing('/data/relationships/group/data/id'), 'INVALID_INPUT', ['groupId']],
    [422, pointing('/data/relationships/policy', 'POLICY_NOT_COMPATIBLE'), 'INVALID_INPUT', ['policyId']],
    [400, pointing('/data/attributes/maxUsers'), 'INVALID_INPUT', ['limits', 'maxUsers']],
    [422, pointing('/data/attributes/maxUsers', 'MAX_USERS_INVALID'), 'INVALID_INPUT', ['limits', 'maxUsers']],
    [400, pointing('/data/attributes/constructor'), 'UPSTREAM_REJECTED', null],
    [400, pointing('/data/relationships/toString'), 'UPSTREAM_REJECTED', null],
    [422, { code: 'toString' }, 'UPSTREAM_REJECTED', null],
    [403, pointing('/data/attributes/maxUsers'), 'UPSTREAM_REJECTED', null],
    [404, {}, 'LICENSE_NOT_FOUND', ['licenseId']],
    [409, {}, 'CONFLICT', null],
    [400, {}, 'UPSTREAM_REJECTED', null],
  ] as const)('%i with %j is %s at %j', (status, error, code, path) => {
    expect(meaning(status, error)).toEqual([code, path]);
  });

  it('takes the first of several problems that means something, codes before pointers', () => {
    const problems = [{}, pointing('/data/attributes/maxUsers'), { code: 'USES_LIMIT_EXCEEDED' }];
    expect(meaning(422, ...problems)).toEqual(['USES_LIMIT_EXCEEDED', null]);
  });
});

function image(state: { readonly licenses: { all(): unknown }; readonly machines: { all(): unknown } }) {
  return structuredClone([state.licenses.all(), state.machines.all()]);
}
