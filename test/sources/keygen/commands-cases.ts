/** Each command with an input, what it sends, and what of the account shows its effect: the rows of the table of commands. */
import { expect } from 'vitest';
import type { KeygenState } from '../../../src/emulators/keygen/index.js';
import type { License } from '../../../src/emulators/keygen/state.js';
import { at, type Given, LICENSE_ID, NOW, POLICY_ID, TWO_WEEKS_MS } from '../../emulators/keygen/world.js';
import type { Run } from './commands-support.js';

const vendorId = LICENSE_ID;
const NEW_KEY = 'NEW-KEY-0001';
/** What a column of 8 bytes holds at most. */
export const MOST = 2n ** 63n - 1n;
const PATH = `/v1/licenses/${LICENSE_ID}`;

export interface Case {
  readonly given?: Given;
  readonly run: Run;
  readonly write: { readonly method: string; readonly path: string; readonly body: unknown };
  /** What of the account shows the effect, without it and with it. */
  readonly look: (state: KeygenState) => unknown;
  readonly before: unknown;
  readonly after: unknown;
  readonly value?: unknown;
  /** Whether a look afterwards tells if it was done; true unless said. `undone`: only that it was not. */
  readonly isTellable?: false | 'undone';
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

export const cases: Readonly<Record<string, Case>> = {
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
    isTellable: 'undone',
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
