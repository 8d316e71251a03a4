import { describe, expect, it } from 'vitest';
import type { LicenseStanding } from '../../src/domain/entities.js';
import { licenseStatus } from '../../src/quota/license-status.js';

const now = new Date('2026-01-01T00:00:00Z');
const DAY = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * DAY);

function status(expiresAt: Date | null, standing: Partial<LicenseStanding> = {}, exceeded: boolean | null = null) {
  return licenseStatus({ expiresAt, standing: { reported: null, ...standing } }, exceeded, { expiringDays: 30 }, now);
}

describe('what is derived', () => {
  it('is ACTIVE without an expiry, and nothing changes it', () => {
    expect(status(null)).toEqual({ status: 'ACTIVE', derivedStatus: 'ACTIVE', conflicts: [], changesAt: null });
  });

  it('is EXPIRING from 30 days before the expiry and EXPIRED from the expiry on, and says when that comes', () => {
    expect(status(inDays(31))).toMatchObject({ derivedStatus: 'ACTIVE', changesAt: inDays(1) });
    expect(status(inDays(30))).toMatchObject({ derivedStatus: 'EXPIRING', changesAt: inDays(30) });
    expect(status(now)).toMatchObject({ derivedStatus: 'EXPIRED', changesAt: null });
  });

  it("follows Keygen's own strict bounds: neither EXPIRING at three days exactly nor EXPIRED at the expiry", () => {
    const keygen = { expiringDays: 3, strictBounds: true };
    expect(status(inDays(3), keygen)).toMatchObject({
      derivedStatus: 'ACTIVE',
      changesAt: new Date(now.getTime() + 1),
    });
    expect(status(new Date(inDays(3).getTime() - 1), keygen).derivedStatus).toBe('EXPIRING');
    expect(status(now, keygen)).toMatchObject({ derivedStatus: 'ACTIVE', changesAt: new Date(now.getTime() + 1) });
    expect(status(new Date(now.getTime() - 1), keygen).derivedStatus).toBe('EXPIRED');
  });

  it('is INACTIVE after the last activity is too old, and says when that comes', () => {
    expect(status(null, { activeUntil: inDays(-1) }).derivedStatus).toBe('INACTIVE');
    expect(status(null, { activeUntil: now })).toMatchObject({
      derivedStatus: 'ACTIVE',
      changesAt: new Date(now.getTime() + 1),
    });
  });

  it('is the worst of all that holds', () => {
    expect(status(inDays(-1), { inactive: true }, true).derivedStatus).toBe('EXPIRED');
    expect(status(inDays(-1), { suspended: true }).derivedStatus).toBe('SUSPENDED');
    expect(status(null, { suspended: true, banned: true }).derivedStatus).toBe('BANNED');
    expect(status(null, {}, true).derivedStatus).toBe('EXCEEDED');
    expect(status(null, { expiryUnknown: true }).derivedStatus).toBe('UNKNOWN');
    expect(status(null, { absent: true }).derivedStatus).toBe('ABSENT');
  });
});

describe('the status', () => {
  it('is the worse of reported and derived', () => {
    expect(status(inDays(-1), { reported: 'ACTIVE' }).status).toBe('EXPIRED');
    expect(status(null, { reported: 'SUSPENDED' }).status).toBe('SUSPENDED');
    expect(status(null, { reported: 'UNKNOWN' }).status).toBe('UNKNOWN');
  });

  it('names the conflict between a vendor that says licensed and an expiry that is past', () => {
    expect(status(inDays(-1), { reported: 'ACTIVE' }).conflicts).toEqual(['STATE_EXPIRY_MISMATCH']);
    expect(status(inDays(90), { reported: 'EXPIRED' }).conflicts).toEqual(['STATE_EXPIRY_MISMATCH']);
  });

  it('names the conflict between the vendor and its own pools, whichever of them is over', () => {
    expect(status(null, { reported: 'ACTIVE' }, true).conflicts).toEqual(['STATE_POOL_MISMATCH']);
    expect(status(null, { reported: 'EXCEEDED' }, false)).toMatchObject({
      status: 'EXCEEDED',
      conflicts: ['STATE_POOL_MISMATCH'],
    });
  });

  it('says REPORTED_WORSE when the vendor is graver than anything we see, and nothing when they agree', () => {
    expect(status(null, { reported: 'SUSPENDED' }).conflicts).toEqual(['REPORTED_WORSE']);
    expect(status(null, { reported: 'ACTIVE' }).conflicts).toEqual([]);
    expect(status(inDays(-1), { reported: 'EXPIRED' }).conflicts).toEqual([]);
    expect(status(null, { reported: 'UNKNOWN' }).conflicts).toEqual([]);
  });

  it('sees no contradiction in a word that is older than the expiry', () => {
    const read = { reported: 'ACTIVE', reportedBeforeExpiry: true } as const;
    expect(status(inDays(-1), read)).toMatchObject({ status: 'EXPIRED', conflicts: [] });
    expect(status(inDays(-1), read, true).conflicts).toEqual(['STATE_POOL_MISMATCH']);
    expect(status(inDays(1), { ...read, reported: 'EXPIRED' }).conflicts).toEqual(['STATE_EXPIRY_MISMATCH']);
  });

  it('claims no conflict from what it does not know', () => {
    expect(status(null, { reported: 'EXPIRED', expiryUnknown: true }).conflicts).toEqual(['REPORTED_WORSE']);
    expect(status(null, { reported: 'EXCEEDED' }, null).conflicts).toEqual(['REPORTED_WORSE']);
  });
});
