import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meter } from '../../src/domain/entities.js';
import type { Quota } from '../../src/domain/evaluated.js';
import { evaluate } from '../../src/quota/evaluate.js';
import { MOST_PROJECTIONS, type WhatIfChanges, type WhatIfFacts, whatIf } from '../../src/quota/what-if.js';
import { thingsOf } from '../support/snapshots.js';

const s = thingsOf('splunk');
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] };
const now = new Date('2026-03-01T12:00:00Z');
const midnight = new Date('2026-03-02T00:00:00Z');
const MB = 1024n ** 2n;

const [ent, free, trial] = ['enterprise', 'free', 'trial'].map((name) => s.id('Stack', name)) as [
  string,
  string,
  string,
];
const [web, max, fresh] = [s.id('Pool', 'web'), s.id('Pool', 'everything'), s.id('Pool', 'app')];
const [one, two, three] = ['AAAA-1', 'BBBB-2', 'CCCC-3'].map((guid) => s.id('Peer', guid)) as [string, string, string];
const leaves = ['2026-03-05', '2026-03-09', '2026-03-12', '2026-03-20'].map((day) => new Date(`${day}T00:00:00Z`));

function daily(subjectId: string, used: bigint | null, limit: bigint | null, fields: Partial<Meter> = {}): Meter {
  return s.meter(subjectId, used, limit, { resetsAt: midnight, overage: { kind: 'unbounded' }, ...fields });
}

function warned(subjectId: string, used: bigint | null, fields: Partial<Meter> = {}): Meter {
  const first = used === null || used === 0n ? null : (leaves[0] ?? null);
  return s.meter(subjectId, used, 5n, {
    ...{ dimension: 'WARNINGS', measure: 'ROLLING_WINDOW', enforcement: 'HARD', resetsAt: first },
    ...(used === null ? {} : { leaves: leaves.slice(0, Number(used)) }),
    ...fields,
  });
}

/**
 * A stack of 200 MB: a pool of 60 MB for one peer, and a MAX pool with the 140 MB it leaves for the two others. The
 * stack "trial" has expired and is empty; the pools of "free" are its server's own.
 */
const splunk: WhatIfFacts = {
  licenses: [],
  groups: [s.group('Enterprise')],
  stacks: [s.stack('enterprise'), s.stack('free', { fixedPools: true }), s.stack('trial')],
  pools: [
    s.pool('web', { stackId: ent, peerVendorIds: ['AAAA-1'] }),
    s.pool('everything', { stackId: ent, isMax: true, peerVendorIds: ['*'], acceptsAllPeers: true }),
  ],
  meters: [
    daily(ent, 150n * MB, 200n * MB),
    daily(web, 40n * MB, 60n * MB),
    daily(max, 110n * MB, 140n * MB),
    daily(trial, 0n, 0n),
    warned(web, 1n),
    warned(max, 4n),
    warned(one, 1n),
    warned(two, 4n),
    warned(three, 0n),
  ],
  timeZone: null,
  observedAt: now,
  nameOf: (id) => id.split(':')[2] ?? id,
};

const app = { id: fresh, stackId: ent, name: 'app', quota: '50MB', peerVendorIds: null };

function ask(changes: Partial<WhatIfChanges>, facts: WhatIfFacts = splunk) {
  const unchanged = { at: null, pools: [], newPools: [], addLicenses: [], removeLicenseIds: [] };
  return whatIf(facts, { ...unchanged, ...changes }, policy, now);
}

function bytesOf(changes: Partial<WhatIfChanges>, subjectId: string, facts?: WhatIfFacts): Quota | undefined {
  const { quotas, errors } = ask(changes, facts);
  expect(errors).toEqual([]);
  return quotas.find((quota) => quota.subjectId === subjectId && quota.dimension === 'INDEXED_BYTES_PER_DAY');
}

function warningsOf(changes: Partial<WhatIfChanges>, subjectId: string, facts?: WhatIfFacts): Quota | undefined {
  const { quotas, errors } = ask(changes, facts);
  expect(errors).toEqual([]);
  return quotas.find((quota) => quota.subjectId === subjectId && quota.dimension === 'WARNINGS');
}

function problems(changes: Partial<WhatIfChanges>, facts?: WhatIfFacts) {
  return ask(changes, facts).errors.map(({ code, path }) => `${code} ${path?.join('.')}`);
}

/** The same with some meters in place of those of the same subject and dimension. */
function withMeters(...meters: readonly Meter[]): WhatIfFacts {
  const key = ({ subjectId, dimension }: Meter) => `${subjectId} ${dimension}`;
  const replaced = new Set(meters.map(key));
  return { ...splunk, meters: [...splunk.meters.filter((meter) => !replaced.has(key(meter))), ...meters] };
}

describe('a pool that is made', () => {
  it('takes its size off the MAX pool beside it, and off nothing else', () => {
    expect(bytesOf({ newPools: [app] }, fresh)).toMatchObject({ used: 0n, limit: 50n * MB, state: 'OK' });
    expect(bytesOf({ newPools: [app] }, max)).toMatchObject({ limit: 90n * MB, used: 110n * MB, state: 'EXCEEDED' });
    expect(bytesOf({ newPools: [app] }, web)).toMatchObject({ limit: 60n * MB });
    expect(bytesOf({ newPools: [app] }, ent)).toMatchObject({ limit: 200n * MB });
  });

  it('says where its figures come from, and nothing of what was before it was there', () => {
    expect(bytesOf({ newPools: [app] }, fresh)?.reasons).toEqual([
      'It is new: nothing is counted in it yet.',
      'What happens above the limit is what happens above that of pool "everything" beside it.',
      'It is made 52428800 here.',
    ]);
    expect(bytesOf({ newPools: [app] }, max)?.reasons).toContain('So the limit is 94371840 in place of 146800640.');
  });

  it('says beside a MAX pool that had all of the stack that not every server will show what it takes', () => {
    const sentence = 'A server that does not state what is left goes on stating all that the stack has.';
    const facts = { ...withMeters(daily(max, 110n * MB, 200n * MB)), pools: splunk.pools.slice(1) };
    expect(bytesOf({ newPools: [app] }, max, facts)).toMatchObject({ limit: 150n * MB });
    expect(bytesOf({ newPools: [app] }, max, facts)?.reasons).toContain(sentence);
    expect(bytesOf({ newPools: [app] }, max)?.reasons).not.toContain(sentence);
  });

  it('says so when it takes the sized pools above their stack', () => {
    const over = { ...app, quota: '300MB' };
    expect(bytesOf({ newPools: [over] }, fresh)?.reasons).toContain(
      'The sized pools come to 377487360 and the stack to 209715200: the vendor may refuse that, and the stack is used up first.',
    );
  });

  it('is spoken of by its name', () => {
    const facts = withMeters(warned(two, 5n), warned(max, 5n));
    const { messages } = ask({ newPools: [{ ...app, peerVendorIds: ['BBBB-2'] }] }, facts);
    expect(messages.find(({ about }) => about.subjectId === fresh)?.description).toMatch(/^app stands/);
  });

  it('can be the MAX pool where none is, and takes what the sized ones leave', () => {
    const facts = { ...splunk, pools: splunk.pools.filter(({ id }) => id !== max) };
    const newPools = [{ ...app, quota: 'MAX' }];
    expect(bytesOf({ newPools }, fresh, facts)).toMatchObject({ limit: 140n * MB, used: 0n });
    expect(bytesOf({ newPools, pools: [{ poolId: web, quota: '100MB' }] }, fresh, facts)).toMatchObject({
      limit: 100n * MB,
    });
    expect(bytesOf({ newPools, pools: [{ poolId: web, quota: '200MB' }] }, fresh, facts)?.reasons).toContain(
      'They leave nothing, and the vendor may refuse that.',
    );
  });

  it('can be the MAX pool when the one that is becomes a sized one', () => {
    const changes = { newPools: [{ ...app, quota: 'MAX' }], pools: [{ poolId: max, quota: '120MB' }] };
    expect(bytesOf(changes, fresh)).toMatchObject({ limit: 20n * MB });
    expect(bytesOf(changes, max)).toMatchObject({ limit: 120n * MB });
  });

  it('has nothing on a stack whose licenses have expired, or will have by then', () => {
    for (const quota of ['50MB', 'MAX']) {
      expect(bytesOf({ newPools: [{ ...app, stackId: trial, quota }] }, fresh)).toMatchObject({
        limit: 0n,
        state: 'OK',
      });
    }
    const until = new Date('2026-03-10T00:00:00Z');
    const parts = [{ licenseId: s.id('License', 'main'), amount: 200n * MB, until }];
    const facts = withMeters(daily(ent, 150n * MB, 200n * MB, { parts }));
    expect(bytesOf({ newPools: [app], at: until }, fresh, facts)).toMatchObject({ limit: 0n });
    expect(bytesOf({ newPools: [app] }, fresh, facts)).toMatchObject({ limit: 50n * MB });
  });

  it('gets its size on a stack without a meter, and as MAX a limit that is not known', () => {
    const facts = { ...splunk, meters: [] };
    expect(bytesOf({ newPools: [app] }, fresh, facts)).toMatchObject({ limit: 50n * MB, enforcement: 'SOFT' });
    expect(bytesOf({ newPools: [{ ...app, stackId: trial, quota: 'MAX' }] }, fresh, facts)).toMatchObject({
      ...{ limit: null, state: 'UNKNOWN' },
    });
  });

  it('is under the rule of the pools beside it, else of its stack, and follows what that follows from', () => {
    const rule = { enforcement: 'INFORMATIONAL', enforcedBy: { kind: 'over', subjectId: ent } } as const;
    const lax = withMeters(daily(web, 40n * MB, 60n * MB, rule), daily(max, 110n * MB, 140n * MB, rule));
    expect(bytesOf({ newPools: [app] }, fresh, lax)).toMatchObject({ enforcement: 'INFORMATIONAL' });
    const part = { licenseId: s.id('License', 'main'), amount: 100n * MB, until: null };
    const facts = {
      ...lax,
      licenses: [s.license('main')],
      meters: lax.meters.map((meter) => (meter.subjectId === ent ? { ...meter, parts: [part] } : meter)),
    };
    const gone = { newPools: [app], removeLicenseIds: [part.licenseId] };
    expect(bytesOf(gone, fresh, facts)).toMatchObject({ enforcement: 'SOFT' });

    const outside = withMeters(daily(trial, 0n, 10n * MB, { enforcement: 'INFORMATIONAL' }));
    expect(bytesOf({ newPools: [{ ...app, stackId: trial }] }, fresh, outside)).toMatchObject({
      enforcement: 'INFORMATIONAL',
      resetsAt: midnight,
    });
  });

  it('comes to what evaluation says once it is there', () => {
    const figures = (quotas: readonly Quota[]) =>
      quotas.map(({ meter: _meter, reasons: _reasons, ...quota }) => quota).sort((a, b) => (a.id < b.id ? -1 : 1));
    const sizes = fc.bigInt(1n, 250n * MB);
    fc.assert(
      fc.property(sizes, fc.subarray(['AAAA-1', 'bbbb-2', 'CCCC-3']), (size, guids) => {
        const newPools = [{ ...app, quota: String(size), peerVendorIds: guids }];
        const left = 140n * MB - size;
        const count = (ids: readonly string[]) =>
          ids.includes(two) ? warned(fresh, 4n) : ids.includes(one) ? warned(fresh, 1n) : warned(fresh, 0n);
        const here = guids.map((guid) => s.id('Peer', guid.toUpperCase()));
        const beside = [two, three].filter((id) => !here.includes(id));
        const real = withMeters(daily(max, 110n * MB, left < 0n ? 0n : left), daily(fresh, 0n, size), count(here), {
          ...count(beside),
          subjectId: max,
        });
        const pools = [...splunk.pools, s.pool('app', { stackId: ent, peerVendorIds: guids })];
        const then = evaluate({ ...real, pools }, policy, now).quotas;
        expect(figures(ask({ newPools }).quotas)).toEqual(figures(then));
      }),
    );
  });

  it('is within what is answered with those beside it, however much else is worse', () => {
    const ids = Array.from({ length: 1_500 }, (_, i) => s.id('Pool', `p${i}`));
    const facts = withMeters(...ids.map((id) => daily(id, 99n, 10n)));
    const made = ask({ newPools: [app] }, facts).quotas.map(({ subjectId }) => subjectId);
    expect(made).toHaveLength(MOST_PROJECTIONS);
    expect(made).toEqual(expect.arrayContaining([fresh, max, web, ent]));
    const same = ask({ pools: [{ poolId: web, quota: '60MB' }] }, facts).quotas.map(({ subjectId }) => subjectId);
    expect(same).toHaveLength(MOST_PROJECTIONS);
    expect(same).toEqual(expect.arrayContaining([web, max, ent]));
  });
});

describe('a pool that cannot be made', () => {
  it('is one of a stack whose pools are fixed, or that is not there', () => {
    expect(problems({ newPools: [{ ...app, stackId: free }] })).toEqual(['FIXED_POOL newPools.0.stackId']);
    expect(problems({ newPools: [{ ...app, stackId: s.id('Stack', 'nowhere') }] })).toEqual([
      'STACK_NOT_FOUND newPools.0.stackId',
    ]);
  });

  it('is one of a source that has no stacks', () => {
    const facts = { ...splunk, stacks: [], pools: [], meters: [] };
    expect(problems({ newPools: [app] }, facts)).toEqual(['UNSUPPORTED_BY_SOURCE newPools.0.stackId']);
  });

  it('is a second MAX pool, also where both are new', () => {
    const second = { ...app, quota: 'MAX' };
    expect(problems({ newPools: [second] })).toEqual(['MAX_POOL_EXISTS newPools.0.quota']);
    const other = { ...second, id: s.id('Pool', 'ci'), name: 'ci' };
    const newPools = [
      { ...second, stackId: trial },
      { ...other, stackId: trial },
    ];
    expect(problems({ newPools })).toEqual(['MAX_POOL_EXISTS newPools.0.quota', 'MAX_POOL_EXISTS newPools.1.quota']);
    expect(problems({ newPools: newPools.slice(1) })).toEqual([]);
  });

  it('is one beside a pool that becomes MAX at once', () => {
    const facts = { ...splunk, pools: splunk.pools.filter(({ id }) => id !== max) };
    const pools = [{ poolId: web, quota: 'MAX' }];
    expect(problems({ pools, newPools: [{ ...app, quota: 'MAX' }] }, facts)).toEqual([
      ...['MAX_POOL_EXISTS pools.0.quota', 'MAX_POOL_EXISTS newPools.0.quota'],
    ]);
  });

  it('is one of a name that is taken, on whatever stack, or asked for twice', () => {
    const taken = { ...app, id: web, name: 'web', stackId: trial };
    expect(problems({ newPools: [taken] })).toEqual(['POOL_EXISTS newPools.0.name']);
    expect(problems({ newPools: [{ ...taken, id: fresh }] })).toEqual(['POOL_EXISTS newPools.0.name']);
    expect(problems({ newPools: [app, app] })).toEqual(['POOL_EXISTS newPools.1.name']);
  });

  it.each(['', '0', '-1', '10XB', '50 MB', String(2n ** 63n)])('is one of the size "%s"', (quota) => {
    expect(problems({ newPools: [{ ...app, quota }] })).toEqual(['INVALID_QUOTA newPools.0.quota']);
  });

  it('is told with all else that is wrong', () => {
    const newPools = [{ ...app, stackId: free, id: web, name: 'web', quota: 'max' }];
    expect(problems({ newPools, pools: [{ poolId: web, quota: '0' }], removeLicenseIds: [web] })).toEqual([
      'INVALID_QUOTA pools.0.quota',
      ...['FIXED_POOL newPools.0.stackId', 'POOL_EXISTS newPools.0.name', 'INVALID_QUOTA newPools.0.quota'],
      'LICENSE_NOT_FOUND removeLicenseIds.0',
    ]);
  });

  it('is one of more than 500', () => {
    expect(problems({ newPools: Array.from({ length: 501 }, () => app) })).toEqual(['INVALID_INPUT newPools']);
  });
});

describe('a pool with other peers', () => {
  const moves = { pools: [{ poolId: web, peerVendorIds: ['bbbb-2', 'CCCC-3'] }] };

  it('has the most warnings of one of them, and so have the pools that these leave or come to', () => {
    expect(warningsOf(moves, web)).toMatchObject({ used: 4n, state: 'WARNING', resetsAt: leaves[0] });
    expect(warningsOf(moves, max)).toMatchObject({ used: 1n, state: 'OK' });
    expect(warningsOf(moves, web)?.reasons).toEqual([
      'Of the 2 peers it would have, the most known warnings of one are 4.',
    ]);
  });

  it('keeps its size and its use of today, and says what becomes of that', () => {
    expect(bytesOf(moves, web)).toMatchObject({ limit: 60n * MB, used: 40n * MB });
    const sentence = 'What its peers index counts in it from then on.';
    expect(bytesOf(moves, web)?.reasons).toEqual([sentence]);
    expect(bytesOf(moves, max)?.reasons).toEqual([sentence]);
    expect(bytesOf(moves, ent)?.reasons).toEqual([]);
  });

  it('can have another size at once', () => {
    const both = { pools: [{ poolId: web, quota: '100MB', peerVendorIds: ['BBBB-2'] }] };
    expect(bytesOf(both, web)).toMatchObject({ limit: 100n * MB });
    expect(bytesOf(both, max)).toMatchObject({ limit: 100n * MB, state: 'EXCEEDED' });
    expect(warningsOf(both, web)).toMatchObject({ used: 4n });
    expect(problems({ pools: [{ poolId: web, quota: '0', peerVendorIds: ['BBBB-2'] }] })).toEqual([
      'INVALID_QUOTA pools.0.quota',
    ]);
  });

  it('has no warnings without any, and with "*" the peers that no other pool names', () => {
    expect(warningsOf({ pools: [{ poolId: web, peerVendorIds: [] }] }, web)).toMatchObject({
      used: 0n,
      resetsAt: null,
    });
    expect(warningsOf({ pools: [{ poolId: web, peerVendorIds: ['*'] }] }, web)).toMatchObject({ used: 4n });
    const narrowed = { pools: [{ poolId: max, peerVendorIds: ['CCCC-3'] }] };
    expect(warningsOf(narrowed, max)).toMatchObject({ used: 0n });
    expect(warningsOf(narrowed, web)).toMatchObject({ used: 1n });
  });

  it('leaves to the vendor which rule applies to a peer that comes to a stack or leaves it', () => {
    const sentence = 'It would be in pools of other stacks than now: which rule applies to it then is not told here.';
    const alone = { pools: [{ poolId: max, peerVendorIds: ['CCCC-3'] }] };
    expect(warningsOf(alone, two)).toMatchObject({ used: 4n, limit: 5n, reasons: [sentence] });
    expect(warningsOf(alone, three)?.reasons).toEqual([]);
    expect(warningsOf(moves, two)?.reasons).toEqual([]);
    const elsewhere = { newPools: [{ ...app, stackId: trial, peerVendorIds: ['CCCC-3'] }] };
    expect(warningsOf(elsewhere, three)?.reasons).toEqual([sentence]);
  });

  it('is as it is today where they come to the same, or are not registered', () => {
    const today = ask({}).quotas;
    expect(ask({ pools: [{ poolId: web, peerVendorIds: ['aaaa-1', 'not-there'] }] }).quotas).toEqual(today);
    expect(ask({ pools: [{ poolId: max, peerVendorIds: ['CCCC-3', 'BBBB-2'] }] }).quotas).toEqual(today);
  });

  it('has a number of warnings that is not known where one of them has no reading, unless the rest reach the limit', () => {
    const unread = withMeters(warned(three, null));
    expect(warningsOf(moves, web, unread)).toMatchObject({ used: null, state: 'UNKNOWN', resetsAt: null });
    expect(warningsOf(moves, web, unread)?.reasons).toContain(
      'It is not known of all of its peers then how many warnings they have.',
    );
    const reached = withMeters(warned(three, null), warned(two, 5n));
    expect(warningsOf(moves, web, reached)).toMatchObject({ used: 5n, state: 'EXCEEDED' });
    expect(warningsOf(moves, web, withMeters(warned(web, null)))).toMatchObject({ used: null });
  });

  it('counts the warnings that they have left at a later moment', () => {
    const at = new Date('2026-03-10T00:00:00Z');
    expect(warningsOf({ ...moves, at }, web)).toMatchObject({ used: 2n, resetsAt: leaves[2] });
  });

  it('falls when the last of those with the most has one less', () => {
    const later = warned(one, 4n, {
      resetsAt: leaves[1] ?? null,
      leaves: [...leaves.slice(1), new Date('2026-03-25')],
    });
    const both = { pools: [{ poolId: web, peerVendorIds: ['AAAA-1', 'BBBB-2'] }] };
    expect(warningsOf(both, web, withMeters(later))).toMatchObject({ used: 4n, resetsAt: leaves[1] });
    const { leaves: _leaves, ...unknown } = { ...later, resetsAt: null };
    expect(warningsOf(both, web, withMeters(unknown))).toMatchObject({ used: 4n, resetsAt: null });
  });

  it('can be a new one, which has the limit of warnings of those beside it', () => {
    const newPools = [{ ...app, peerVendorIds: ['BBBB-2'] }];
    expect(warningsOf({ newPools }, fresh)).toMatchObject({ used: 4n, limit: 5n, enforcement: 'HARD' });
    expect(warningsOf({ newPools }, max)).toMatchObject({ used: 0n });
    expect(warningsOf({ newPools: [app] }, fresh)).toMatchObject({ used: 0n, limit: 5n });
    expect(warningsOf({ newPools: [{ ...app, stackId: trial }] }, fresh)).toBeUndefined();
  });

  it('is none of Enterprise Recon, whose pools have no peers', () => {
    const pool = s.pool('server', { licenseId: s.id('License', 'installation') });
    const facts = { ...splunk, stacks: [], pools: [pool] };
    expect(problems({ pools: [{ poolId: pool.id, peerVendorIds: ['AAAA-1'] }] }, facts)).toEqual([
      'UNSUPPORTED_BY_SOURCE pools.0.peerVendorIds',
    ]);
  });
});
