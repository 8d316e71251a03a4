import { describe, expect, it } from 'vitest';
import type { License, Message } from '../../../src/domain/entities.js';
import type { EvaluatedLicense } from '../../../src/domain/evaluated.js';
import { evaluate } from '../../../src/quota/evaluate.js';
import { licenseStatus } from '../../../src/quota/license-status.js';
import { licenseNotices, nextLead } from '../../../src/quota/notices/license.js';
import { nextMessages } from '../../../src/sync/messages.js';
import { thingsOf } from '../../support/snapshots.js';

const DAY = 86_400_000;
const s = thingsOf('splunk');
const expiresAt = new Date('2027-01-01T00:00:00Z');
const daysBefore = (days: number, ms = 0) => new Date(expiresAt.getTime() - days * DAY + ms);
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] };

function licenseAt(now: Date, fields: Partial<License> = {}, exceeded: boolean | null = null): EvaluatedLicense {
  const license = s.license('a1', { name: 'Enterprise 10 GB', expiresAt, ...fields });
  return { ...license, ...licenseStatus(license, exceeded, policy, now) };
}

const noticesAt = (now: Date, fields: Partial<License> = {}, leads = policy.expiryLeadDays) =>
  licenseNotices(licenseAt(now, fields), { ...policy, expiryLeadDays: leads }, now);
const keysAt = (...args: Parameters<typeof noticesAt>) => noticesAt(...args).map(({ key }) => key);

describe('a license that draws near its expiry', () => {
  it.each([
    [91, []],
    [90, ['LICENSE_EXPIRING.License.a1@90d']],
    [31, ['LICENSE_EXPIRING.License.a1@90d']],
    [30, ['LICENSE_EXPIRING.License.a1@30d']],
    [7, ['LICENSE_EXPIRING.License.a1@7d']],
    [1, ['LICENSE_EXPIRING.License.a1@1d']],
    [0, ['LICENSE_EXPIRED.License.a1']],
  ] as const)('has, %s days before, the messages %j', (days, keys) => {
    expect(keysAt(daysBefore(days))).toEqual(keys);
  });

  it('is told of once at each lead time in a year of daily looks, and of the expiry, one message at a time', () => {
    let messages: Message[] = [];
    const told: unknown[] = [];
    for (let days = 364; days >= -1; days--) {
      const now = daysBefore(days, 3_600_000);
      const known = new Set(messages.map(({ id }) => id));
      messages = nextMessages('splunk', messages, { vendor: [], decides: () => true, notices: noticesAt(now) }, now);
      for (const { id, key, severity } of messages) if (!known.has(id)) told.push([days, key, severity]);
      expect(messages.filter(({ active }) => active).length).toBe(days > 90 ? 0 : 1);
    }
    expect(told).toEqual([
      [90, 'LICENSE_EXPIRING.License.a1@90d', 'INFO'],
      [30, 'LICENSE_EXPIRING.License.a1@30d', 'WARN'],
      [7, 'LICENSE_EXPIRING.License.a1@7d', 'WARN'],
      [1, 'LICENSE_EXPIRING.License.a1@1d', 'WARN'],
      [0, 'LICENSE_EXPIRED.License.a1', 'ERROR'],
    ]);
  });

  it('is first told of at the smallest lead reached when it is found late', () => {
    expect(keysAt(daysBefore(5))).toEqual(['LICENSE_EXPIRING.License.a1@7d']);
  });

  it('is told of in any order of lead times, and not at all without any', () => {
    expect(keysAt(daysBefore(5), {}, [1, 90, 7, 30])).toEqual(['LICENSE_EXPIRING.License.a1@7d']);
    expect(keysAt(daysBefore(5), {}, [])).toEqual([]);
    expect(keysAt(daysBefore(5), {}, [0])).toEqual([]);
  });

  it("does not wait for Keygen's own three days, and stays told of at the very expiry, where Keygen still counts it valid", () => {
    const standing = { reported: 'ACTIVE', expiringDays: 3, strictBounds: true } as const;
    expect(noticesAt(daysBefore(20), { standing })).toMatchObject([
      { key: 'LICENSE_EXPIRING.License.a1@30d', severity: 'WARN' },
    ]);
    expect(keysAt(expiresAt, { standing })).toEqual(['LICENSE_EXPIRING.License.a1@1d']);
    expect(keysAt(daysBefore(0, 1), { standing: { ...standing, reported: null } })).toEqual([
      'LICENSE_EXPIRED.License.a1',
    ]);
  });

  it('is told of with its name, the date, the days and what to do, in words that hold until the next lead', () => {
    const [notice] = noticesAt(daysBefore(20));
    expect(notice).toMatchObject({
      name: 'LICENSE_EXPIRING.License.a1',
      category: 'LICENSE_EXPIRING',
      description:
        'Enterprise 10 GB expires at 2027-01-01T00:00:00.000Z: at most 30 days are left. Renew it, or prepare for its end.',
      about: { subjectId: 'License:splunk:a1', licenseId: 'License:splunk:a1' },
    });
    expect(noticesAt(daysBefore(19))).toEqual([notice]);
    expect(noticesAt(daysBefore(1))[0]?.description).toContain('at most 1 day is left');
  });
});

describe('no expiry is told of', () => {
  it.each([
    ['outside the active group', { reported: null, inactive: true }, 5],
    ['outside the active group, expired', { reported: null, inactive: true }, -5],
    ['where nothing is licensed', { reported: 'ABSENT', absent: true }, 5],
    ['where nothing is licensed, expired', { reported: 'ABSENT', absent: true }, -5],
    ['of a suspended one', { reported: null, suspended: true }, 5],
    ['of a suspended one, expired', { reported: null, suspended: true }, -5],
    ['of a banned one', { reported: null, banned: true }, 5],
  ] as const)('%s', (_which, standing, days) => {
    expect(keysAt(daysBefore(days), { standing })).toEqual([]);
    expect(nextLead({ expiresAt, standing }, policy, daysBefore(days))).toBeNull();
  });

  it('of one that never expires', () => {
    expect(keysAt(daysBefore(5), { expiresAt: null })).toEqual([]);
    expect(nextLead({ expiresAt: null, standing: { reported: null } }, policy, daysBefore(5))).toBeNull();
  });
});

describe('an expired license', () => {
  it('is an error that says when it expired', () => {
    expect(noticesAt(daysBefore(-3))).toMatchObject([
      {
        severity: 'ERROR',
        description: 'Enterprise 10 GB expired at 2027-01-01T00:00:00.000Z. Renew it or remove it.',
      },
    ]);
  });

  it("is expired by the vendor's word too, which is a conflict and not an expiry to come", () => {
    const reported = { reportedStatus: 'expired', standing: { reported: 'EXPIRED' } } as const;
    expect(noticesAt(daysBefore(5), reported)).toMatchObject([
      {
        key: 'LICENSE_EXPIRED.License.a1',
        description: `Enterprise 10 GB is expired by the vendor's word "expired", but its expiry is 2027-01-01T00:00:00.000Z. Check it at the vendor.`,
      },
      { key: 'LICENSE_CONFLICT.License.a1@STATE_EXPIRY_MISMATCH' },
    ]);
    expect(nextLead({ expiresAt, standing: reported.standing }, policy, daysBefore(60))).toBeNull();
  });
});

describe('a vendor and an evaluation that disagree', () => {
  const conflict = (now: Date, fields: Partial<License>, exceeded: boolean | null = null) =>
    licenseNotices(licenseAt(now, fields, exceeded), policy, now).find(
      ({ category }) => category === 'LICENSE_CONFLICT',
    );

  it('are told of with the word and what speaks against it', () => {
    const valid = { reportedStatus: 'VALID', standing: { reported: 'ACTIVE' } } as const;
    expect(conflict(daysBefore(-3), valid)).toMatchObject({
      name: 'LICENSE_CONFLICT.License.a1',
      key: 'LICENSE_CONFLICT.License.a1@STATE_EXPIRY_MISMATCH',
      severity: 'WARN',
      description:
        'Enterprise 10 GB is reported as "VALID", but it expired at 2027-01-01T00:00:00.000Z. The worse counts: EXPIRED. Check it at the vendor.',
      about: { licenseId: 'License:splunk:a1' },
    });
    expect(conflict(daysBefore(200), valid)).toBeUndefined();
    expect(conflict(daysBefore(200), valid, true)).toMatchObject({
      key: 'LICENSE_CONFLICT.License.a1@STATE_POOL_MISMATCH',
      severity: 'WARN',
    });
    expect(conflict(daysBefore(200), valid, true)?.description).toContain(
      '"VALID", but a pool of it is over its limit',
    );
    const exceeded = { reportedStatus: 'exceeded', standing: { reported: 'EXCEEDED' } } as const;
    expect(conflict(daysBefore(200), exceeded, false)?.description).toContain(
      '"exceeded", but no pool of it is over its limit',
    );
  });

  it('are told of anew when the disagreement is another, all of it in one message', () => {
    const valid = { reportedStatus: 'VALID', standing: { reported: 'ACTIVE' } } as const;
    const both = conflict(daysBefore(-3), valid, true);
    expect(both?.key).toBe('LICENSE_CONFLICT.License.a1@STATE_EXPIRY_MISMATCH+STATE_POOL_MISMATCH');
    expect(both?.description).toContain(
      'but it expired at 2027-01-01T00:00:00.000Z and a pool of it is over its limit',
    );
  });

  it('are only good to know when all there is is a worse word of the vendor', () => {
    const worse = { reportedStatus: 'SUSPENDED', standing: { reported: 'SUSPENDED' } } as const;
    expect(conflict(daysBefore(200), worse)).toMatchObject({
      key: 'LICENSE_CONFLICT.License.a1@REPORTED_WORSE',
      severity: 'INFO',
      description:
        'Enterprise 10 GB is reported as "SUSPENDED", but nothing that can be read of it is worse than ACTIVE. The worse counts: SUSPENDED. Check it at the vendor.',
    });
  });
});

describe('the next lead', () => {
  const leadAt = (now: Date, leads = policy.expiryLeadDays) =>
    nextLead({ expiresAt, standing: { reported: null } }, { expiringDays: 30, expiryLeadDays: leads }, now);

  it('is the very instant from which another message stands, until the last', () => {
    expect(
      [daysBefore(91), daysBefore(90), daysBefore(8), daysBefore(7), daysBefore(1)].map((now) => leadAt(now)),
    ).toEqual([daysBefore(90), daysBefore(30), daysBefore(7), daysBefore(1), null]);
  });

  it('is also the instant from which a standing message is a warning', () => {
    expect(leadAt(daysBefore(50), [60, 14])).toEqual(daysBefore(30));
    expect(noticesAt(daysBefore(30, -1), {}, [60, 14])).toMatchObject([{ severity: 'INFO' }]);
    expect(noticesAt(daysBefore(30), {}, [60, 14])).toMatchObject([{ severity: 'WARN' }]);
    expect(leadAt(daysBefore(50), [14])).toEqual(daysBefore(14));
    expect(leadAt(daysBefore(50), [])).toBeNull();
  });

  it('is when a license is evaluated again, if nothing else changes it before', () => {
    const facts = { licenses: [s.license('a1', { expiresAt })], pools: [], meters: [], timeZone: null };
    expect(evaluate(facts, policy, daysBefore(100)).changesAt).toEqual(daysBefore(90));
    expect(evaluate(facts, policy, daysBefore(20)).changesAt).toEqual(daysBefore(7));
    expect(evaluate(facts, policy, daysBefore(1)).changesAt).toEqual(expiresAt);
  });
});
