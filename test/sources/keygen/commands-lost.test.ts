/** Lost answers: what the account tells afterwards is believed no further than it goes. */
import { describe, expect, it } from 'vitest';
import type { LicenseEdit } from '../../../src/domain/commands.js';
import {
  checkedIn,
  deleted,
  edited,
  type Judgement,
  renewed,
  suspendedIs,
  usesAreReset,
  usesAreSeen,
} from '../../../src/sources/keygen/commands/judgements.js';
import { licenseShape, policyShape } from '../../../src/sources/keygen/shapes.js';
import { readRows } from '../../../src/sources/keygen/wire.js';
import { KEY, LICENSE_ID, POLICY_ID } from '../../emulators/keygen/world.js';
import { desk, type Run } from './commands-support.js';
import { rawLicense, rawPolicy } from './rows.js';

const unknown = (message: RegExp) => ({
  done: false,
  error: { code: 'OUTCOME_UNKNOWN', message: expect.stringMatching(message), path: null },
});

describe('A lost answer', () => {
  const createWith =
    (key?: string): Run =>
    ({ createLicense }, signal) =>
      createLicense({ policyVendorId: POLICY_ID, key }, signal);
  const activate: Run = ({ activateMachine }, signal) =>
    activateMachine({ licenseVendorId: LICENSE_ID, fingerprint: 'print-1' }, signal);

  it('to a count tells what the counter was and is', async () => {
    await using there = await desk({ license: { uses: 3 } });
    there.proxy.next('reset-after');
    expect(
      await there.run(({ incrementUsage }, signal) => incrementUsage({ vendorId: LICENSE_ID, by: 4 }, signal)),
    ).toMatchObject(
      unknown(/uses were 3 before and are 7 now, which others may have changed as well\. Look before you repeat it$/),
    );
  });

  it('to a license whose key was there before is not taken for done', async () => {
    await using there = await desk();
    there.proxy.next('reset-before');
    expect(await there.run(createWith(KEY))).toMatchObject(unknown(/has not been done so far/));
  });

  it.each([
    ['none was chosen', undefined, {}],
    ['a scheme makes another of it', 'SEED-OF-A-KEY', { scheme: 'ED25519_SIGN' }],
    ['it does not come through every proxy in a path', 'key/with a slash', {}],
    ['it cannot be asked for', '......', {}],
  ] as const)('to a license whose key is not known or not findable (%s) tells nothing', async (_why, key, policy) => {
    await using there = await desk({ policy });
    there.proxy.next('reset-after');
    expect(await there.run(createWith(key))).toMatchObject(unknown(/its key is not known/));
    expect(there.proxy.writes).toHaveLength(1);
    expect(there.state.licenses.by('policy', POLICY_ID)).toHaveLength(2);
  });

  it('to an activation of a machine that was there before is not taken for done', async () => {
    await using there = await desk({ machines: 1 });
    there.proxy.next('reset-before');
    expect(await there.run(activate)).toMatchObject(unknown(/has not been done so far/));
  });

  it('to an activation does not take the same machine of another license for ours', async () => {
    await using there = await desk();
    const license = there.state.licenses.get(LICENSE_ID);
    if (license === undefined) throw new Error('The world has no license');
    there.state.licenses.insert({ ...license, id: 'other', key: 'OTHER-KEY' });
    await there.run(({ activateMachine }, signal) =>
      activateMachine({ licenseVendorId: 'other', fingerprint: 'print-1' }, signal),
    );
    there.proxy.next('reset-before');
    expect(await there.run(activate)).toMatchObject(unknown(/has not been done so far/));
    there.proxy.next('reset-after');
    const outcome = await there.run(activate);
    const [ours] = there.state.machines.by('license', LICENSE_ID);
    expect(outcome).toMatchObject({ done: true, value: { vendorId: ours?.id } });
  });
});

describe('A license afterwards tells', () => {
  const DAY_1 = '2026-07-01T00:00:00.000Z';
  const DAY_2 = '2026-07-02T00:00:00.000Z';
  const row = (attributes: object) => {
    const [read] = readRows(licenseShape, [rawLicense('l', { updated: DAY_1, ...attributes })]).rows;
    if (read === undefined) throw new Error('The row cannot be read');
    return read;
  };
  const changed = { updated: DAY_2 };

  it.each([
    ['of a deletion: it is gone', deleted, {}, null, true],
    ['of a deletion: it is there', deleted, {}, {}, false],
    ['of a suspension: it is suspended', suspendedIs(true), {}, { suspended: true }, true],
    ['of a suspension: it is not', suspendedIs(true), {}, {}, false],
    ['of a suspension: nothing, when it is gone', suspendedIs(true), {}, null, null],
    [
      'of a renewal: nothing, when it expires later, which may be by another',
      renewed,
      { expiry: DAY_1 },
      { expiry: DAY_2 },
      null,
    ],
    ['of a renewal: it expires as before', renewed, { expiry: DAY_1 }, { expiry: DAY_1 }, false],
    ['of a renewal: nothing, when it expires sooner', renewed, { expiry: DAY_2 }, { expiry: DAY_1 }, null],
    ['of a renewal: nothing, when it never expired', renewed, { expiry: null }, { expiry: DAY_1 }, null],
    ['of a renewal: nothing, when it never expires now', renewed, { expiry: DAY_1 }, { expiry: null }, null],
    ['of a check-in: the first', checkedIn, { lastCheckIn: null }, { lastCheckIn: DAY_1 }, true],
    ['of a check-in: none since', checkedIn, { lastCheckIn: DAY_1 }, { lastCheckIn: DAY_1 }, false],
    ['of a reset: none are left', usesAreReset, { uses: 3 }, { uses: 0 }, true],
    ['of a reset: an empty column is none', usesAreReset, { uses: 3 }, { uses: null }, true],
    ['of a reset: all are left', usesAreReset, { uses: 3 }, { uses: 3 }, false],
    ['of a reset: nothing, when some are', usesAreReset, { uses: 3 }, { uses: 1 }, null],
    ['of a reset: nothing, when they cannot be read', usesAreReset, { uses: 'many' }, { uses: 'many' }, null],
    ['of a count: nothing', usesAreSeen, { uses: 3 }, { uses: 4 }, null],
  ] as [string, Judgement, object, object | null, boolean | null][])('%s', (_what, judge, before, now, happened) => {
    expect(judge(row(before), now === null ? null : row(now)).happened).toBe(happened);
  });

  it.each([
    ['all is as asked', { name: 'n', limits: { maxUses: 5n } }, { name: 'n', maxUses: 5, ...changed }, true],
    ['all was as asked already', { name: 'n' }, { name: 'n' }, true],
    ['one thing is not, and nothing was changed', { name: 'n', protected: true }, { name: 'n' }, false],
    ['nothing, when it was changed into something else', { name: 'n' }, { name: 'm', ...changed }, null],
    ['an exact limit', { limits: { maxMemory: 2n ** 53n + 1n } }, { maxMemory: 2 ** 53, ...changed }, null],
    ['that it never expires', { expiresAt: null }, { expiry: null, ...changed }, true],
    ['the time it expires', { expiresAt: new Date(DAY_2) }, { expiry: '2026-07-02T02:00:00+02:00' }, true],
    [
      'what the policy says where that was asked',
      { limits: { maxUses: null }, protected: null },
      { maxUses: 9, protected: true, ...changed },
      true,
    ],
    ['that an override is still there', { limits: { maxUses: null } }, { maxUses: 5 }, false],
    [
      'metadata, though the vendor spells its names its own way',
      { metadata: { seat_count: [{ 'is-ok': 1 }] } },
      { metadata: { seatCount: [{ isOk: 1 }] }, ...changed },
      true,
    ],
    ['that metadata are others', { metadata: { seats: 1 } }, { metadata: { seats: 2 } }, false],
  ] as [string, LicenseEdit, object, boolean | null][])('of an edit: %s', (_what, edit, now, happened) => {
    const [policy = null] = readRows(policyShape, [rawPolicy('policy-1', { maxUses: 9, protected: true })]).rows;
    expect(edited(edit, policy)(row({}), row(now)).happened).toBe(happened);
  });
});
