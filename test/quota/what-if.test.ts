import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meter } from '../../src/domain/entities.js';
import type { Quota } from '../../src/domain/evaluated.js';
import { evaluate } from '../../src/quota/evaluate.js';
import { MOST_PROJECTIONS, type WhatIfChanges, type WhatIfFacts, whatIf } from '../../src/quota/what-if.js';
import { thingsOf } from '../support/snapshots.js';

const s = thingsOf('splunk');
const r = thingsOf('recon');
const k = thingsOf('keygen');
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] };
const now = new Date('2026-03-01T12:00:00Z');
const midnight = new Date('2026-03-02T00:00:00Z');
const expiry = new Date('2026-03-20T00:00:00Z');
const after = new Date('2026-03-21T00:00:00Z');
const unchanged: WhatIfChanges = { at: null, pools: [], newPools: [], addLicenses: [], removeLicenseIds: [] };

const ent = s.id('Stack', 'enterprise');
const [web, sec, max] = [s.id('Pool', 'web'), s.id('Pool', 'sec'), s.id('Pool', 'auto_generated_pool_enterprise')];
const [main, peak, gone] = [s.id('License', 'main'), s.id('License', 'peak'), s.id('License', 'gone')];
const group = s.id('Group', 'Enterprise');
const ofMain = { licenseId: main, amount: 60n, until: null };
const ofPeak = { licenseId: peak, amount: 20n, until: expiry };

function of(facts: Partial<WhatIfFacts>): WhatIfFacts {
  return {
    licenses: [],
    groups: [],
    stacks: [],
    pools: [],
    meters: [],
    timeZone: null,
    observedAt: now,
    nameOf: (id) => id.split(':')[2] ?? id,
    ...facts,
  };
}

function daily(subjectId: string, used: bigint | null, limit: bigint | null, fields: Partial<Meter> = {}): Meter {
  return s.meter(subjectId, used, limit, { resetsAt: midnight, overage: { kind: 'unbounded' }, ...fields });
}

/**
 * A stack of 80 from two licenses, the smaller of which ends; two sized pools of 30 and 10, and a MAX pool with the 40
 * they leave. 71 are used.
 */
const splunk = of({
  licenses: [
    s.license('main', { stackId: ent, groupId: group, standing: { reported: 'ACTIVE' } }),
    s.license('peak', { stackId: ent, groupId: group, standing: { reported: 'ACTIVE' }, expiresAt: expiry }),
    s.license('gone', { stackId: ent, groupId: group, standing: { reported: 'EXPIRED' }, expiresAt: new Date(0) }),
  ],
  groups: [s.group('Enterprise')],
  stacks: [s.stack('enterprise', { groupId: group }), s.stack('free', { fixedPools: true })],
  pools: [
    s.pool('web', { stackId: ent }),
    s.pool('sec', { stackId: ent }),
    s.pool('auto_generated_pool_enterprise', { stackId: ent, isMax: true }),
    s.pool('auto_generated_pool_free', { stackId: s.id('Stack', 'free'), isMax: true, fixed: true }),
  ],
  meters: [
    daily(ent, 71n, 80n, { parts: [ofMain, ofPeak] }),
    daily(web, 25n, 30n),
    daily(sec, 8n, 10n),
    daily(max, 38n, 40n, { parts: [ofMain, ofPeak] }),
    daily(group, 71n, 80n, { parts: [ofMain, ofPeak] }),
    daily(s.id('Stack', 'free'), 0n, 500n),
    daily(s.id('Pool', 'auto_generated_pool_free'), 0n, 500n),
    daily(s.id('Peer', 'p'), 71n, null, { enforcement: 'INFORMATIONAL' }),
  ],
});

function ask(facts: WhatIfFacts, changes: Partial<WhatIfChanges>) {
  return whatIf(facts, { ...unchanged, ...changes }, policy, now);
}

/** The limits that come out, by subject. */
function limits(facts: WhatIfFacts, changes: Partial<WhatIfChanges>) {
  const { quotas, errors } = ask(facts, changes);
  expect(errors).toEqual([]);
  return Object.fromEntries(quotas.map(({ subjectId, limit }) => [subjectId, limit]));
}

function quotaOf(facts: WhatIfFacts, changes: Partial<WhatIfChanges>, subjectId: string): Quota | undefined {
  return ask(facts, changes).quotas.find((quota) => quota.subjectId === subjectId);
}

function problems(facts: WhatIfFacts, changes: Partial<WhatIfChanges>) {
  const { quotas, messages, errors } = ask(facts, changes);
  if (errors.length > 0) expect({ quotas, messages }).toEqual({ quotas: [], messages: [] });
  return errors.map(({ code, path }) => `${code} ${path?.join('.')}`);
}

/** What a person sees of a quota. */
function shown({ meter: _meter, ...quota }: Quota) {
  return quota;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('without a change', () => {
  it('answers the quotas that are, word for word, and what would be said of them', () => {
    const { quotas, messages } = ask(splunk, {});
    expect(quotas.map(shown).sort(byId)).toEqual(evaluate(splunk, policy, now).quotas.map(shown).sort(byId));
    expect(messages.map(({ category, about }) => [category, about.subjectId])).toEqual([
      ['LICENSE_EXPIRED', gone],
      ['LICENSE_EXPIRING', peak],
      ['QUOTA_CRITICAL', max],
      ...[group, sec, web, ent].map((id) => ['QUOTA_WARNING', id]),
    ]);
  });

  it('puts the worst first', () => {
    expect(ask(splunk, {}).quotas.map(({ state }) => state)).toEqual([
      ...['CRITICAL', 'WARNING', 'WARNING', 'WARNING', 'WARNING', 'OK', 'OK', 'UNLIMITED'],
    ]);
  });
});

describe('a license that goes', () => {
  it('takes its part off the stack, off the MAX pool and off the active group, which are then over', () => {
    const { quotas, messages } = ask(splunk, { removeLicenseIds: [peak] });
    expect(
      quotas.slice(0, 3).map(({ subjectId, limit, remaining, state }) => [subjectId, limit, remaining, state]),
    ).toEqual([
      [max, 20n, -18n, 'EXCEEDED'],
      [group, 60n, -11n, 'EXCEEDED'],
      [ent, 60n, -11n, 'EXCEEDED'],
    ]);
    expect(
      messages.filter(({ category }) => category === 'QUOTA_EXCEEDED').map(({ about }) => about.subjectId),
    ).toEqual([group, max, ent]);
    expect(messages.some(({ about }) => about.subjectId === peak)).toBe(false);
  });

  it('says why on each quota that moves', () => {
    expect(quotaOf(splunk, { removeLicenseIds: [peak] }, ent)?.reasons).toEqual([
      'License "peak" of 20 goes.',
      'So the limit is 60 in place of 80.',
    ]);
    expect(quotaOf(splunk, { removeLicenseIds: [peak] }, max)?.reasons).toEqual([
      'Its quota is MAX: it takes what the sized pools leave of the stack.',
      'So the limit is 20 in place of 40.',
    ]);
  });

  it('comes to the same limits as a moment after its end', () => {
    const removed = ask(splunk, { removeLicenseIds: [peak] }).quotas;
    const ended = ask(splunk, { at: after }).quotas;
    const figures = (quotas: readonly Quota[]) =>
      quotas.map(({ id, limit, used, remaining, ratio, state }) => ({ id, limit, used, remaining, ratio, state }));
    expect(figures(ended)).toEqual(figures(removed));
    expect(quotaOf(splunk, { at: after }, ent)?.reasons).toContain(
      'License "peak" of 20 ends at 2026-03-20T00:00:00.000Z.',
    );
  });

  it('is taken off once, even when it has ended by then, and named twice', () => {
    const once = limits(splunk, { removeLicenseIds: [peak] });
    expect(limits(splunk, { at: after, removeLicenseIds: [peak, peak] })).toEqual(once);
  });

  it('changes nothing when it had expired already, and says so', () => {
    expect(limits(splunk, { removeLicenseIds: [gone] })).toEqual(limits(splunk, {}));
    expect(quotaOf(splunk, { removeLicenseIds: [gone] }, ent)?.reasons).toEqual([
      'License "gone" goes; nothing of the limit is known to come from it now.',
    ]);
  });

  it('leaves sized pools their size until nothing is left of the stack', () => {
    expect(limits(splunk, { removeLicenseIds: [peak] })).toMatchObject({ [web]: 30n, [sec]: 10n });
    expect(limits(splunk, { removeLicenseIds: [main] })).toMatchObject({ [ent]: 20n, [web]: 30n, [max]: 0n });
    expect(limits(splunk, { removeLicenseIds: [main, peak] })).toMatchObject({
      ...{ [ent]: 0n, [web]: 0n, [sec]: 0n, [max]: 0n, [group]: 0n },
    });
  });

  it('is not taken off again when it ended after the source was read', () => {
    const ended = { ...ofPeak, until: new Date(now.getTime() - 1) };
    const facts = of({ ...splunk, meters: [daily(ent, 71n, 80n, { parts: [ofMain, ended] })] });
    expect(limits(facts, {})).toEqual({ [ent]: 60n });
    expect(limits(facts, { removeLicenseIds: [peak] })).toEqual({ [ent]: 60n });
  });
});

describe('a license that comes', () => {
  it('raises the stack, its MAX pool and the active group', () => {
    expect(limits(splunk, { addLicenses: [{ stackId: ent, quotaBytes: 25n, expiresAt: null }] })).toMatchObject({
      ...{ [ent]: 105n, [max]: 65n, [group]: 105n, [web]: 30n, [s.id('Stack', 'free')]: 500n },
    });
  });

  it('raises nothing of another group', () => {
    const stackId = s.id('Stack', 'free');
    expect(limits(splunk, { addLicenses: [{ stackId, quotaBytes: 25n, expiresAt: null }] })).toMatchObject({
      ...{ [stackId]: 525n, [s.id('Pool', 'auto_generated_pool_free')]: 525n, [ent]: 80n, [group]: 80n },
    });
  });

  it('makes up for one that goes', () => {
    const change = { addLicenses: [{ stackId: ent, quotaBytes: 20n, expiresAt: null }], removeLicenseIds: [peak] };
    expect(limits(splunk, change)).toEqual(limits(splunk, {}));
  });

  it('adds nothing from its end on, and says so', () => {
    const addLicenses = [{ stackId: ent, quotaBytes: 25n, expiresAt: after }];
    expect(limits(splunk, { addLicenses, at: new Date(after.getTime() - 1) })).toMatchObject({ [ent]: 85n });
    expect(limits(splunk, { addLicenses, at: after })).toMatchObject({ [ent]: 60n });
    expect(quotaOf(splunk, { addLicenses, at: after }, ent)?.reasons).toContain(
      'A license of 25 comes, but has ended at 2026-03-21T00:00:00.000Z and adds nothing.',
    );
  });
});

describe('a pool of another size', () => {
  it('leaves the MAX pool more or less', () => {
    expect(limits(splunk, { pools: [{ poolId: web, quota: '25' }] })).toMatchObject({
      [web]: 25n,
      [max]: 45n,
      [ent]: 80n,
    });
    expect(limits(splunk, { pools: [{ poolId: web, quota: '1KB' }] })).toMatchObject({ [web]: 1024n, [max]: 0n });
  });

  it('leaves the MAX pool alone where today’s figures do not show that it takes what is left', () => {
    const facts = of({ ...splunk, meters: splunk.meters.map((m) => (m.subjectId === max ? daily(max, 38n, 80n) : m)) });
    expect(limits(facts, { pools: [{ poolId: web, quota: '25' }] })).toMatchObject({ [web]: 25n, [max]: 80n });
    expect(limits(facts, { removeLicenseIds: [peak] })).toMatchObject({ [ent]: 60n, [max]: 60n });
  });

  it('can be MAX where no other pool is, and takes what the others leave', () => {
    const pools = [
      { poolId: max, quota: '5' },
      { poolId: sec, quota: 'MAX' },
    ];
    expect(limits(splunk, { pools })).toMatchObject({ [max]: 5n, [web]: 30n, [sec]: 45n });
    expect(limits(splunk, { pools: [...pools, { poolId: web, quota: '75' }] })).toMatchObject({ [sec]: 0n });
    expect(quotaOf(splunk, { pools: [...pools, { poolId: web, quota: '75' }] }, sec)?.reasons).toContain(
      'They leave nothing, and the vendor may refuse that.',
    );
  });

  it('says so when it takes the sized pools above their stack', () => {
    const refusal =
      'The sized pools come to 110 and the stack to 80: the vendor may refuse that, and the stack is used up first.';
    expect(quotaOf(splunk, { pools: [{ poolId: web, quota: '100' }] }, web)?.reasons).toContain(refusal);
    expect(quotaOf(splunk, { pools: [{ poolId: web, quota: '70' }] }, web)?.reasons.join()).not.toContain('refuse');
  });

  it('is no change when it is the size it has', () => {
    const pools = [
      { poolId: web, quota: '30' },
      { poolId: max, quota: 'MAX' },
    ];
    expect(ask(splunk, { pools }).quotas.map(({ id }) => id)).toEqual(ask(splunk, {}).quotas.map(({ id }) => id));
  });

  it('gets the size asked for where its stack is not known, and as MAX none that is known', () => {
    const facts = of({ pools: [s.pool('stray')], meters: [daily(s.id('Pool', 'stray'), 1n, 10n)] });
    const poolId = s.id('Pool', 'stray');
    expect(limits(facts, { pools: [{ poolId, quota: '5' }] })).toEqual({ [poolId]: 5n });
    expect(quotaOf(facts, { pools: [{ poolId, quota: 'MAX' }] }, poolId)).toMatchObject({
      limit: null,
      state: 'UNKNOWN',
    });
  });

  it('is not made to pretend that an unlimited or unreadable stack has a limit', () => {
    const unlimited = of({ ...splunk, meters: [daily(ent, 71n, null), daily(max, 1n, null), daily(web, 1n, 30n)] });
    const changes = { removeLicenseIds: [peak], pools: [{ poolId: web, quota: '25' }] };
    expect(limits(unlimited, changes)).toEqual({ [ent]: null, [max]: null, [web]: 25n });
    const unknown = { limit: { kind: 'unknown', reason: 'no readable quota' } } as const;
    const unread = of({ ...splunk, meters: [daily(ent, 71n, 0n, unknown), daily(max, 1n, 40n), daily(web, 1n, 30n)] });
    expect(quotaOf(unread, changes, ent)).toMatchObject({ limit: null, state: 'UNKNOWN' });
    expect(limits(unread, changes)).toEqual({ [ent]: null, [max]: 40n, [web]: 25n });
  });
});

describe('a later moment', () => {
  it('keeps today’s use of what is counted by the day, and says whose it is', () => {
    expect(quotaOf(splunk, { at: new Date('2026-03-10T08:00:00Z') }, web)).toMatchObject({
      used: 25n,
      state: 'WARNING',
      resetsAt: new Date('2026-03-11T00:00:00Z'),
      reasons: ["The day looked at has not begun: the use is today's as of 2026-03-01T12:00:00.000Z."],
    });
  });

  it('is told by today’s use only while the source has been read today', () => {
    const stale = of({ ...splunk, meters: [daily(web, 25n, 30n, { resetsAt: new Date(now.getTime() - 3_600_000) })] });
    expect(quotaOf(stale, {}, web)).toMatchObject({ used: null, state: 'UNKNOWN' });
    expect(quotaOf(stale, { at: after }, web)).toMatchObject({ used: null, state: 'UNKNOWN' });
  });

  it('is one at which warnings have left their window', () => {
    const leaves = [new Date('2026-03-05T00:00:00Z'), new Date('2026-03-25T00:00:00Z')];
    const fields = { dimension: 'WARNINGS', measure: 'ROLLING_WINDOW', leaves, enforcement: 'HARD' } as const;
    const facts = of({ ...splunk, meters: [...splunk.meters, s.meter(s.id('Peer', 'p'), 5n, 5n, fields)] });
    const warnings = (changes: Partial<WhatIfChanges>) =>
      ask(facts, changes).quotas.find(({ dimension }) => dimension === 'WARNINGS');
    expect(warnings({})).toMatchObject({ used: 5n, state: 'EXCEEDED', resetsAt: leaves[0] });
    expect(warnings({ at: new Date('2026-03-06T00:00:00Z') })).toMatchObject({
      used: 4n,
      resetsAt: leaves[1],
      reasons: ['1 of 5 left the window since they were read.'],
    });
    expect(warnings({ pools: [{ poolId: web, quota: '25' }] })?.reasons).toEqual([]);
  });

  it('is one at which licenses have expired, without holding the vendor’s word of today against them', () => {
    const said = ask(splunk, { at: after }).messages.filter(({ about }) => about.licenseId === peak);
    expect(said.map(({ category, severity }) => [category, severity])).toEqual([['LICENSE_EXPIRED', 'ERROR']]);
    const sooner = ask(splunk, { at: new Date('2026-03-19T12:00:00Z') }).messages;
    expect(sooner.find(({ about }) => about.licenseId === peak)).toMatchObject({
      key: 'LICENSE_EXPIRING.License.peak@1d',
    });
  });

  it('keeps a conflict that is one today', () => {
    const license = s.license('main', { standing: { reported: 'ACTIVE' }, expiresAt: new Date(now.getTime() - 1) });
    const { messages } = ask(of({ licenses: [license] }), { at: after });
    expect(messages.map(({ category }) => category)).toContain('LICENSE_CONFLICT');
  });
});

describe('what is enforced', () => {
  const free = s.id('Stack', 'free');
  const peer = s.id('Peer', 'p');
  const warned = (subjectIds: readonly string[], enforcement: Meter['enforcement'], used = 5n) =>
    s.meter(peer, used, 5n, {
      dimension: 'WARNINGS',
      measure: 'ROLLING_WINDOW',
      enforcement,
      enforcedBy: { kind: 'limitBelow', subjectIds, value: 100n },
      reasons: ['Search is as it is.'],
    });
  const comes = (quotaBytes: bigint, stackId = ent) => ({ addLicenses: [{ stackId, quotaBytes, expiresAt: null }] });
  const then = (meter: Meter, changes: Partial<WhatIfChanges>, others = splunk.meters) => {
    const { quotas, messages } = ask(of({ ...splunk, meters: [...others, meter] }), changes);
    const found = quotas.find((quota) => quota.subjectId === meter.subjectId && quota.dimension === meter.dimension);
    return {
      enforcement: found?.enforcement,
      reasons: found?.reasons,
      said: messages.filter(({ about }) => about.subjectId === meter.subjectId).map(({ category }) => category),
    };
  };

  it('follows a stack that grows past the size from which nothing is', () => {
    const lifted = 'Stack "enterprise" would have 100 bytes a day, at least 100: warnings would not block search.';
    expect(then(warned([ent], 'HARD'), comes(20n))).toMatchObject({
      enforcement: 'INFORMATIONAL',
      reasons: ['Now: Search is as it is.', lifted],
      said: [],
    });
    expect(then(warned([ent], 'HARD'), comes(19n))).toMatchObject({ enforcement: 'HARD', said: ['QUOTA_EXCEEDED'] });
  });

  it('follows a stack that shrinks below it', () => {
    const large = splunk.meters.map((m) => (m.subjectId === ent ? daily(ent, 71n, 110n, { parts: [ofPeak] }) : m));
    const removed = { removeLicenseIds: [peak] };
    expect(then(warned([ent], 'INFORMATIONAL'), removed, large)).toMatchObject({
      enforcement: 'HARD',
      said: ['QUOTA_EXCEEDED'],
      reasons: [
        'Now: Search is as it is.',
        'Stack "enterprise" would have 90 bytes a day, under 100: search would be blocked.',
      ],
    });
    expect(then(warned([ent], 'INFORMATIONAL', 3n), removed, large).reasons?.at(-1)).toBe(
      'Stack "enterprise" would have 90 bytes a day, under 100: search would be blocked once warnings reach the limit.',
    );
  });

  it('holds for a peer of several stacks as long as one of them is small', () => {
    const both = warned([ent, free], 'HARD');
    const small = splunk.meters.map((m) => (m.subjectId === free ? daily(free, 0n, 50n) : m));
    expect(then(both, comes(20n), small).enforcement).toBe('HARD');
    expect(then(both, comes(20n)).enforcement).toBe('INFORMATIONAL');
    expect(
      then(
        both,
        comes(20n),
        splunk.meters.filter(({ subjectId }) => subjectId !== free),
      ).enforcement,
    ).toBe('HARD');
  });

  it('is as the vendor has it today where nothing moves, or nothing says what it follows from', () => {
    expect(then(warned([ent], 'INFORMATIONAL'), { pools: [{ poolId: web, quota: '25' }] })).toMatchObject({
      enforcement: 'INFORMATIONAL',
      reasons: ['Search is as it is.'],
    });
    const { enforcedBy: _rule, ...bare } = warned([ent], 'HARD');
    expect(then(bare, comes(900n))).toMatchObject({ enforcement: 'HARD', reasons: ['Search is as it is.'] });
  });

  it('of a pool that counts only with its stack follows whether that is over', () => {
    const pool = (enforcement: Meter['enforcement'], stack = ent) =>
      daily(web, 35n, 30n, { enforcement, enforcedBy: { kind: 'over', subjectId: stack } });
    const others = splunk.meters.filter(({ subjectId }) => subjectId !== web);
    expect(then(pool('INFORMATIONAL'), { removeLicenseIds: [peak] }, others)).toMatchObject({
      enforcement: 'SOFT',
      said: ['QUOTA_EXCEEDED'],
      reasons: ['Stack "enterprise" would be over its limit (71 of 60): being over this one counts.'],
    });
    const over = others.map((m) => (m.subjectId === ent ? daily(ent, 81n, 80n) : m));
    expect(then(pool('SOFT'), comes(1n), over)).toMatchObject({ enforcement: 'INFORMATIONAL', said: [] });
    const unread = others.map((m) => (m.subjectId === ent ? daily(ent, null, 80n) : m));
    expect(then(pool('SOFT'), comes(1n), unread)).toMatchObject({ enforcement: 'SOFT', said: ['QUOTA_EXCEEDED'] });
    expect(then(pool('INFORMATIONAL'), comes(1n), others)).toMatchObject({ enforcement: 'INFORMATIONAL', said: [] });
  });

  it('puts a quota first of which nothing changes but that', () => {
    const { quotas } = ask(of({ ...splunk, meters: [...splunk.meters, warned([ent], 'HARD', 0n)] }), comes(20n));
    const place = quotas.findIndex(({ dimension }) => dimension === 'WARNINGS');
    expect(place).toBeLessThan(quotas.findIndex(({ subjectId }) => subjectId === web));
  });
});

describe('what is said of now', () => {
  const use = (used: bigint, limit: bigint) => `It used ${used} of ${limit}.`;
  const told = of({
    ...splunk,
    meters: splunk.meters.map((m) =>
      m.limit.kind === 'limited' ? { ...m, reasons: [use(m.used ?? 0n, m.limit.value)] } : m,
    ),
  });

  it('is marked so where numbers are others then, and nowhere else', () => {
    expect(quotaOf(told, { removeLicenseIds: [peak] }, ent)?.reasons[0]).toBe('Now: It used 71 of 80.');
    expect(quotaOf(told, { removeLicenseIds: [peak] }, web)?.reasons).toEqual(['It used 25 of 30.']);
    expect(quotaOf(told, { at: after }, web)?.reasons[0]).toBe('Now: It used 25 of 30.');
  });

  it('is marked where warnings leave their window, and what left is not', () => {
    const leaves = [new Date(now.getTime() - 1), new Date('2026-03-05T00:00:00Z')];
    const meter = s.meter(s.id('Peer', 'p'), 2n, 5n, {
      ...{ dimension: 'WARNINGS', measure: 'ROLLING_WINDOW', leaves, reasons: ['It has 2.'] },
    });
    const reasons = (at: Date | null) => ask(of({ meters: [meter] }), { at }).quotas[0]?.reasons;
    const one = '1 of 2 left the window since they were read.';
    const today = evaluate(of({ meters: [meter] }), policy, now).quotas[0]?.reasons ?? [];
    expect(today).toContain(one);
    expect(reasons(null)).toEqual(today);
    expect(reasons(new Date('2026-03-04T00:00:00Z'))).toEqual(today);
    expect(reasons(after)).toEqual([
      ...today.map((reason) => `Now: ${reason}`),
      '2 of 2 left the window since they were read.',
    ]);
  });
});

describe('an Enterprise Recon installation', () => {
  const installation = r.id('License', 'installation');
  const [bytes, targets] = [r.id('Pool', 'global.BYTES'), r.id('Pool', 'server.COUNT')];
  const allowance = { licenseId: installation, fixed: true } as const;
  const part = (amount: bigint) => [{ licenseId: installation, amount, until: expiry, stated: true as const }];
  const recon = of({
    licenses: [
      r.license('installation', { expiresAt: expiry, standing: { reported: 'ACTIVE', exceededByQuotas: true } }),
    ],
    pools: [r.pool('global.BYTES', allowance), r.pool('server.COUNT', { ...allowance, unit: 'COUNT' })],
    meters: [
      r.meter(bytes, 90n, 100n, {
        dimension: 'SCANNED_BYTES',
        measure: 'HIGH_WATER',
        enforcement: 'HARD',
        parts: part(100n),
      }),
      r.meter(targets, 5n, 20n, { dimension: 'TARGETS', measure: 'GAUGE', enforcement: 'HARD', parts: part(20n) }),
    ],
  });

  it('can be asked about another allowance, though its pools are fixed, and contradicts no word of the vendor’s', () => {
    const { quotas, messages } = ask(recon, { pools: [{ poolId: bytes, quota: '80' }] });
    expect(quotas[0]).toMatchObject({ subjectId: bytes, limit: 80n, used: 90n, state: 'EXCEEDED' });
    expect(messages.map(({ category }) => category).sort()).toEqual(['LICENSE_EXPIRING', 'QUOTA_EXCEEDED']);
  });

  it('has nothing left without its license, whatever the size, before its end and after', () => {
    const ended = of({
      ...recon,
      meters: recon.meters.map((m) => ({
        ...m,
        parts: m.parts?.map((each) => ({ ...each, until: new Date(0) })) ?? [],
      })),
    });
    for (const facts of [recon, ended]) {
      const change = { removeLicenseIds: [installation] };
      expect(limits(facts, change)).toEqual({ [bytes]: 0n, [targets]: 0n });
      expect(limits(facts, { ...change, pools: [{ poolId: bytes, quota: '500' }] })).toMatchObject({ [bytes]: 0n });
    }
  });

  it('keeps its limits stated after its end, as evaluation will, and says of what use they are', () => {
    const { quotas, messages } = ask(recon, { at: after });
    const figures = (list: readonly Quota[]) =>
      list.map(({ id, limit, state, enforcement }) => [id, limit, state, enforcement]);
    expect(figures([...quotas].sort(byId))).toEqual(figures([...evaluate(recon, policy, after).quotas].sort(byId)));
    expect(messages.map(({ category }) => category)).toContain('LICENSE_EXPIRED');
    const stays =
      'License "installation" ends at 2026-03-20T00:00:00.000Z: the vendor goes on stating the limit, which is of no use from then on.';
    expect(quotaOf(recon, { at: after }, bytes)).toMatchObject({ limit: 100n, reasons: [stays] });
    expect(quotaOf(recon, { at: after, pools: [{ poolId: bytes, quota: '80' }] }, bytes)).toMatchObject({
      limit: 80n,
      reasons: [stays, 'It is made 80 here.', 'So the limit is 80 in place of 100.'],
    });
    expect(quotaOf(recon, { at: expiry }, bytes)?.reasons).toEqual([stays]);
    expect(quotaOf(recon, { at: new Date(expiry.getTime() - 1) }, bytes)?.reasons).toEqual([]);
  });

  it('counts without units, and knows no MAX and no stack', () => {
    const pools = [
      { poolId: bytes, quota: '1GB' },
      { poolId: targets, quota: 'MAX' },
    ];
    const addLicenses = [{ stackId: r.id('Stack', 'enterprise'), quotaBytes: 1n, expiresAt: null }];
    expect(problems(recon, { pools, addLicenses })).toEqual([
      ...['INVALID_QUOTA pools.0.quota', 'INVALID_QUOTA pools.1.quota', 'UNSUPPORTED_BY_SOURCE addLicenses.0.stackId'],
    ]);
  });
});

describe('a Keygen license that goes', () => {
  const [one, two, team] = [k.id('License', '1'), k.id('License', '2'), k.id('Group', 'team')];
  const gauge = { dimension: 'MACHINES', measure: 'GAUGE' } as const;
  const keygen = of({
    licenses: [k.license('1', { groupId: team }), k.license('2', { groupId: team }), k.license('3')],
    groups: [k.group('team')],
    meters: [
      k.meter(one, 3n, 5n, gauge),
      k.meter(two, 1n, 5n, gauge),
      k.meter(team, 2n, 2n, { dimension: 'LICENSES', measure: 'GAUGE' }),
      k.meter(team, 4n, 10n, gauge),
    ],
  });

  it('takes its quotas along, and makes room in its group', () => {
    const { quotas } = ask(keygen, { removeLicenseIds: [one] });
    expect(quotas.map(({ subjectId, dimension, used }) => [subjectId, dimension, used])).toEqual([
      [team, 'LICENSES', 1n],
      [team, 'MACHINES', 4n],
      [two, 'MACHINES', 1n],
    ]);
    expect(quotas[1]?.reasons.join()).toContain('how much that is, is not known');
    expect(quotas[2]?.reasons).toEqual([]);
  });

  it('leaves a group no fewer than none', () => {
    const facts = of({ ...keygen, meters: [k.meter(team, 1n, 2n, { dimension: 'LICENSES' })] });
    expect(ask(facts, { removeLicenseIds: [one, two] }).quotas).toMatchObject([{ used: 0n }]);
  });

  it('leaves another group alone when it was in none', () => {
    expect(quotaOf(keygen, { removeLicenseIds: [k.id('License', '3')] }, team)).toMatchObject({ reasons: [] });
  });

  it('is the only change that such a source knows', () => {
    const pools = [{ poolId: k.id('Pool', 'p'), quota: '5' }];
    const addLicenses = [{ stackId: k.id('Stack', 's'), quotaBytes: 1n, expiresAt: null }];
    expect(problems(keygen, { pools, addLicenses })).toEqual([
      ...['UNSUPPORTED_BY_SOURCE pools.0.poolId', 'UNSUPPORTED_BY_SOURCE addLicenses.0.stackId'],
    ]);
  });
});

describe('what is wrong', () => {
  it('is said all at once, each with its place', () => {
    const poolId = s.id('Pool', 'auto_generated_pool_free');
    expect(
      problems(splunk, {
        at: new Date(now.getTime() - 60_001),
        pools: [
          { poolId: s.id('Pool', 'nowhere'), quota: '5 GB' },
          { poolId, quota: '5' },
          { poolId: web, quota: '0' },
          { poolId: web, quota: '7' },
          { poolId: sec, quota: 'MAX' },
        ],
        addLicenses: [
          { stackId: s.id('Stack', 'nowhere'), quotaBytes: -1n, expiresAt: null },
          { stackId: ent, quotaBytes: 2n ** 63n, expiresAt: null },
        ],
        removeLicenseIds: [peak, web],
      }),
    ).toEqual([
      'INVALID_INPUT at',
      'POOL_NOT_FOUND pools.0.poolId',
      'INVALID_QUOTA pools.0.quota',
      'FIXED_POOL pools.1.poolId',
      'INVALID_QUOTA pools.2.quota',
      'INVALID_INPUT pools.3.poolId',
      'MAX_POOL_EXISTS pools.4.quota',
      'STACK_NOT_FOUND addLicenses.0.stackId',
      'INVALID_INPUT addLicenses.0.quotaBytes',
      'INVALID_INPUT addLicenses.1.quotaBytes',
      'LICENSE_NOT_FOUND removeLicenseIds.1',
    ]);
  });

  it('is a second MAX pool on a stack, also where both are new', () => {
    const sized = of({ ...splunk, pools: splunk.pools.filter(({ id }) => id !== max) });
    const pools = [
      { poolId: web, quota: 'MAX' },
      { poolId: sec, quota: 'MAX' },
    ];
    expect(problems(sized, { pools })).toEqual(['MAX_POOL_EXISTS pools.0.quota', 'MAX_POOL_EXISTS pools.1.quota']);
    expect(problems(sized, { pools: pools.slice(1) })).toEqual([]);
  });

  it('is a moment that is past or out of sight, but not one that a clock a little behind calls now', () => {
    const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
    expect(problems(splunk, { at: new Date(now.getTime() - 60_000) })).toEqual([]);
    expect(problems(splunk, { at: days(36_500) })).toEqual([]);
    expect(problems(splunk, { at: days(36_501) })).toEqual(['INVALID_INPUT at']);
    expect(problems(splunk, { at: new Date(Number.NaN) })).toEqual(['INVALID_INPUT at']);
  });

  it('is not called impossible for a source that was never read', () => {
    const addLicenses = [{ stackId: ent, quotaBytes: 1n, expiresAt: null }];
    expect(problems(of({}), { addLicenses, pools: [{ poolId: web, quota: '1' }] })).toEqual([
      ...['POOL_NOT_FOUND pools.0.poolId', 'STACK_NOT_FOUND addLicenses.0.stackId'],
    ]);
    expect(ask(of({}), {})).toEqual({ quotas: [], messages: [], errors: [] });
  });
});

it('answers the worst thousand, those that change before all others', () => {
  const ids = Array.from({ length: 1_500 }, (_, i) => s.id('Pool', `p${i}`));
  const facts = of({ ...splunk, meters: [...splunk.meters, ...ids.map((id) => daily(id, 99n, 10n))] });
  const { quotas, messages } = ask(facts, { removeLicenseIds: [peak] });
  expect([quotas.length, messages.length]).toEqual([MOST_PROJECTIONS, MOST_PROJECTIONS]);
  expect(quotas.slice(0, 3).map(({ subjectId }) => subjectId)).toEqual([max, group, ent]);
});

describe('whatever is given', () => {
  const amount = fc.bigInt(0n, 200n);
  const at = fc.constantFrom(null, now, new Date('2026-03-19T00:00:00Z'), expiry, after);
  const stacked = fc.record({
    at,
    newPools: fc.subarray([
      { id: s.id('Pool', 'app'), stackId: ent, name: 'app', quota: '7', peerVendorIds: ['P'] },
      { id: s.id('Pool', 'ci'), stackId: ent, name: 'ci', quota: '3', peerVendorIds: null },
    ]),
    pools: fc.subarray([
      { poolId: web, quota: '25' },
      { poolId: sec, quota: '1KB' },
      { poolId: max, quota: 'MAX' },
    ]),
    addLicenses: fc.array(fc.record({ stackId: fc.constant(ent), quotaBytes: amount, expiresAt: at }), {
      maxLength: 3,
    }),
    removeLicenseIds: fc.subarray([main, peak, gone]),
  });

  it('comes out the same in any order', () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        stacked.chain((changes) =>
          fc.record({
            changes: fc.constant(changes),
            others: fc.record({
              at: fc.constant(changes.at),
              pools: shuffled(changes.pools),
              newPools: shuffled(changes.newPools),
              addLicenses: shuffled(changes.addLicenses),
              removeLicenseIds: shuffled(changes.removeLicenseIds),
            }),
            licenses: shuffled(splunk.licenses),
            stacks: shuffled(splunk.stacks),
            pools: shuffled(splunk.pools),
            meters: shuffled(splunk.meters),
          }),
        ),
        ({ changes, others, ...lists }) => {
          expect(whatIf({ ...splunk, ...lists }, others, policy, now)).toEqual(whatIf(splunk, changes, policy, now));
        },
      ),
    );
  });

  it('keeps the sums: a MAX pool takes what the sized ones leave, and the group moves with its stack', () => {
    fc.assert(
      fc.property(stacked, (changes) => {
        const then = limits(splunk, changes);
        const [stack = 0n, left = -1n] = [then[ent] ?? undefined, then[max] ?? undefined];
        expect(then[group]).toBe(stack);
        const sized = changes.pools.reduce(
          (sum, { poolId }) => sum + (poolId === web ? -5n : poolId === sec ? 1014n : 0n),
          changes.newPools.reduce((sum, { quota }) => sum + BigInt(quota), 40n),
        );
        expect(left).toBe(stack > sized ? stack - sized : 0n);
      }),
    );
  });

  it('comes to what evaluation itself will say of limits when the moment is there', () => {
    fc.assert(
      fc.property(fc.date({ min: now, max: new Date('2027-01-01'), noInvalidDate: true }), (moment) => {
        const real = evaluate(splunk, policy, moment).quotas.map(({ subjectId, limit }) => [subjectId, limit]);
        expect(limits(splunk, { at: moment })).toEqual(Object.fromEntries(real));
      }),
    );
  });

  const figure = fc.oneof(fc.constant(null), fc.bigInt(-5n, 100n), fc.bigInt(0n, 2n ** 70n));
  const oddities = fc
    .uniqueArray(
      fc.record({ subject: fc.constantFrom(ent, web, sec, max, group), used: figure, limit: figure, amount }),
      {
        selector: ({ subject }) => subject,
      },
    )
    .map((rows) =>
      rows.map(({ subject, used, limit, amount }) =>
        daily(subject, used, limit, { parts: [ofMain, { ...ofPeak, amount }] }),
      ),
    );

  it('says without a change what evaluation says, whatever the figures', () => {
    fc.assert(
      fc.property(oddities, (meters) => {
        const facts = of({ ...splunk, meters });
        expect(ask(facts, {}).quotas.map(shown).sort(byId)).toEqual(
          evaluate(facts, policy, now).quotas.map(shown).sort(byId),
        );
      }),
    );
  });

  it('never throws and never answers a negative limit, whatever the figures', () => {
    fc.assert(
      fc.property(oddities, stacked, (meters, changes) => {
        const facts = of({ ...splunk, meters });
        for (const { limit, ratio } of whatIf(facts, changes, policy, now).quotas) {
          expect(limit === null || limit >= 0n).toBe(true);
          expect(ratio === null || Number.isFinite(ratio)).toBe(true);
        }
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    const frozen = deepFreeze(structuredClone({ ...splunk, nameOf: undefined }));
    const facts = { ...frozen, nameOf: splunk.nameOf } as WhatIfFacts;
    const pools = [{ poolId: web, quota: '25' }];
    expect(ask(facts, { at: after, pools, removeLicenseIds: [main] }).errors).toEqual([]);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

it('refuses more than 500 changes of a kind at once, and says so', () => {
  const removeLicenseIds = Array.from({ length: 501 }, (_, i) => s.id('License', `l${i}`));
  expect(whatIf(splunk, { ...unchanged, removeLicenseIds }, policy, now)).toEqual({
    quotas: [],
    messages: [],
    errors: [{ code: 'INVALID_INPUT', message: '501 are too many; name at most 500', path: ['removeLicenseIds'] }],
  });
});
