import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meter } from '../../../src/domain/entities.js';
import { quotaLevels } from '../../../src/quota/notices/levels.js';
import { quotaNotice } from '../../../src/quota/notices/quota.js';
import { evaluateMeter } from '../../../src/quota/quota.js';
import { thingsOf } from '../../support/snapshots.js';

const s = thingsOf('splunk');
const policy = { warning: 0.8, critical: 0.9 };
const now = new Date('2026-01-01T12:00:00Z');
const main = s.id('Pool', 'main');
const gauge: Partial<Meter> = { dimension: 'MACHINES', measure: 'GAUGE', enforcement: 'HARD' };

function quotaOf(used: bigint | null, limit: bigint | null, fields: Partial<Meter> = {}, subjectId = main) {
  return evaluateMeter(s.meter(subjectId, used, limit, fields), policy, now, null).value;
}

/** What is raised of one quota whose use takes these values one after the other, and what stands in the end. */
function walk(uses: readonly (bigint | null)[], limit: bigint | null, fields: Partial<Meter> = {}) {
  const raised: string[] = [];
  let standing: string | null = null;
  for (const used of uses) {
    const notice = quotaNotice(quotaOf(used, limit, fields), 'main', policy, (key) => key === standing);
    if (notice !== null && notice.key !== standing) raised.push(notice.category.replace('QUOTA_', ''));
    standing = notice?.key ?? null;
  }
  return { raised, standing: standing?.split('.')[0]?.replace('QUOTA_', '') ?? null };
}

describe('the level of a quota', () => {
  it.each([
    ['nothing below the warning threshold', [799n], [], null],
    ['one message at a threshold crossed to and fro', [799n, 801n, 799n, 801n, 799n], ['WARNING'], 'WARNING'],
    ['one message at the limit crossed to and fro', [1001n, 999n, 1001n, 999n], ['EXCEEDED'], 'EXCEEDED'],
    ['it still at 2 % below the threshold', [800n, 780n], ['WARNING'], 'WARNING'],
    ['nothing more than 2 % below the threshold', [800n, 779n], ['WARNING'], null],
    ['it still at 2 % below the limit', [1001n, 980n], ['EXCEEDED'], 'EXCEEDED'],
    ['the next level down more than 2 % below the limit', [1001n, 979n], ['EXCEEDED', 'CRITICAL'], 'CRITICAL'],
    ['only the level that is reached, after a fall over two', [1001n, 889n], ['EXCEEDED', 'WARNING'], 'WARNING'],
    ['each level on the way up, one at a time', [800n, 900n, 1001n], ['WARNING', 'CRITICAL', 'EXCEEDED'], 'EXCEEDED'],
    ['only the last level of a leap', [0n, 5000n], ['EXCEEDED'], 'EXCEEDED'],
    ['the lower level only when the higher one is left', [900n, 880n, 879n], ['CRITICAL', 'WARNING'], 'WARNING'],
    ['nothing of a new day', [1001n, 0n], ['EXCEEDED'], null],
    ['what stands while the use is not known', [900n, null, 899n], ['CRITICAL'], 'CRITICAL'],
    ['nothing new while the use is not known', [799n, null], [], null],
  ] as const)('makes %s', (_what, uses, raised, standing) => {
    expect(walk(uses, 1000n)).toEqual({ raised, standing });
  });

  it.each([
    ['1 of 1 is neither WARNING nor CRITICAL', [1n], 1n, [], null],
    ['2 of 1 is EXCEEDED, and 1 of 1 in order again at once', [2n, 1n], 1n, ['EXCEEDED'], null],
    ['of a handful one less than over is below the margin', [6n, 5n], 5n, ['EXCEEDED', 'CRITICAL'], 'CRITICAL'],
    ['0 of 0 is in order', [0n], 0n, [], null],
    ['1 of 0 is EXCEEDED, and 0 of 0 in order again', [1n, 0n], 0n, ['EXCEEDED'], null],
    ['2^70 of 2^63 is EXCEEDED', [2n ** 70n], 2n ** 63n, ['EXCEEDED'], 'EXCEEDED'],
    ['anything of no limit is in order', [10n], null, [], null],
  ] as const)('knows that %s', (_what, uses, limit, raised, standing) => {
    expect(walk(uses, limit, gauge)).toEqual({ raised, standing });
  });

  it('is EXCEEDED for warnings that reach their limit, because search is blocked then', () => {
    const warnings: Partial<Meter> = { dimension: 'WARNINGS', measure: 'ROLLING_WINDOW', enforcement: 'HARD' };
    expect(walk([3n, 4n, 5n, 4n], 5n, warnings)).toEqual({
      raised: ['WARNING', 'EXCEEDED', 'WARNING'],
      standing: 'WARNING',
    });
    expect(walk([1n], 1n, warnings)).toEqual({ raised: ['EXCEEDED'], standing: 'EXCEEDED' });
  });

  it('is nothing where nothing happens above the limit, whatever stood before', () => {
    const informational = quotaOf(2000n, 1000n, { enforcement: 'INFORMATIONAL' });
    expect(quotaNotice(informational, 'main', policy, () => true)).toBeNull();
  });

  it('clears what stands when there is no limit any more, or nothing is used of none', () => {
    expect(quotaNotice(quotaOf(900n, null), 'main', policy, () => true)).toBeNull();
    expect(quotaNotice(quotaOf(0n, 0n), 'main', policy, () => true)).toBeNull();
    expect(quotaNotice(quotaOf(1n, 1n), 'main', policy, () => true)).toBeNull();
  });

  it('is the graver one, should two stand', () => {
    expect(quotaNotice(quotaOf(985n, 1000n), 'main', policy, () => true)?.category).toBe('QUOTA_EXCEEDED');
  });

  it('clears at nothing used where the threshold is below the margin', () => {
    const low = { warning: 0.01, critical: 0.9 };
    const standing = (key: string) => key.startsWith('QUOTA_WARNING');
    const noticeAt = (used: bigint) =>
      quotaNotice(evaluateMeter(s.meter(main, used, 1000n), low, now, null).value, 'main', low, standing);
    expect(noticeAt(1n)?.category).toBe('QUOTA_WARNING');
    expect(noticeAt(0n)).toBeNull();
  });

  /** Thousandths of the limit that the use takes one after the other. */
  const walks = fc
    .tuple(fc.integer({ min: 700, max: 1100 }), fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 60 }))
    .map(([start, steps]) => {
      const uses = [start];
      for (const step of steps) uses.push(Math.max(0, (uses.at(-1) as number) + step));
      return uses;
    });
  const thresholds = { WARNING: 800, CRITICAL: 900, EXCEEDED: 1000 };
  const rank = (state: string | null) => (quotaLevels as readonly (string | null)[]).indexOf(state);

  /** For each use the state and the level of the message. */
  function levelsOf(uses: readonly number[], thousandth: bigint) {
    let standing: string | null = null;
    return uses.map((use) => {
      const quota = quotaOf(BigInt(use) * thousandth, 1000n * thousandth);
      const notice = quotaNotice(quota, 'main', policy, (key) => key === standing);
      const isRaised = notice !== null && notice.key !== standing;
      standing = notice?.key ?? null;
      return { use, state: quota.state, level: notice?.category.replace('QUOTA_', '') ?? null, isRaised };
    });
  }

  it('is never milder than the state, and graver only within the margin of a level that was reached', () => {
    fc.assert(
      fc.property(walks, fc.bigInt({ min: 1n, max: 2n ** 70n }), (uses, thousandth) => {
        for (const { use, state, level } of levelsOf(uses, thousandth)) {
          expect(rank(level)).toBeGreaterThanOrEqual(rank(state));
          if (rank(level) > rank(state)) expect(use).toBeGreaterThanOrEqual(thresholds[level as 'WARNING'] - 20);
        }
      }),
    );
  });

  it('is raised no more often than the use comes back from beyond the margin, or from a graver level', () => {
    fc.assert(
      fc.property(walks, fc.bigInt({ min: 1n, max: 2n ** 70n }), (uses, thousandth) => {
        const steps = levelsOf(uses, thousandth);
        for (const level of quotaLevels) {
          let excursions = 1;
          let isAway = false;
          for (const { use, state } of steps) {
            if (use < thresholds[level] - 20 || rank(state) > rank(level)) isAway = true;
            else if (state === level && isAway) {
              excursions++;
              isAway = false;
            }
          }
          const raised = steps.filter((step) => step.isRaised && step.level === level).length;
          expect(raised).toBeLessThanOrEqual(excursions);
        }
      }),
    );
  });
});

describe('the message of a quota', () => {
  const resetsAt = new Date('2026-01-02T05:00:00Z');

  it('has the name, severity and subjects that it is found by', () => {
    const quota = quotaOf(1001n, 1000n, {}, s.id('Pool', 'a b.c'));
    expect(quotaNotice(quota, 'a b', policy, () => false)).toMatchObject({
      name: 'QUOTA_EXCEEDED.Pool.a b.c.INDEXED_BYTES_PER_DAY',
      key: 'QUOTA_EXCEEDED.Pool.a b.c.INDEXED_BYTES_PER_DAY',
      category: 'QUOTA_EXCEEDED',
      severity: 'ERROR',
      about: {
        subjectId: 'Pool:splunk:a%20b.c',
        poolId: 'Pool:splunk:a%20b.c',
        quotaId: 'Quota:splunk:Pool.a%20b.c.INDEXED_BYTES_PER_DAY',
      },
    });
    expect(quotaNotice(quotaOf(900n, 1000n), 'main', policy, () => false)?.severity).toBe('WARN');
    expect(quotaNotice(quotaOf(800n, 1000n), 'main', policy, () => false)?.severity).toBe('WARN');
    const granted = {
      ...gauge,
      enforcement: 'SOFT',
      overage: { kind: 'factor', numerator: 5n, denominator: 4n },
    } as const;
    const severity = (used: bigint) =>
      quotaNotice(quotaOf(used, 1000n, granted), 'main', policy, () => false)?.severity;
    // Over the limit, but not over what the vendor grants above it.
    expect([severity(1250n), severity(1251n)]).toEqual(['WARN', 'ERROR']);
  });

  it.each(['License', 'Stack', 'Peer', 'Group'] as const)('of a %s points at it', (concept) => {
    const subjectId = s.id(concept, 'x');
    const about = quotaNotice(quotaOf(900n, 1000n, {}, subjectId), 'x', policy, () => false)?.about;
    const own = concept === 'Group' ? {} : { [`${concept.toLowerCase()}Id`]: subjectId };
    expect(about).toEqual({ subjectId, quotaId: `Quota:splunk:${concept}.x.INDEXED_BYTES_PER_DAY`, ...own });
  });

  const textOf = (used: bigint | null, limit: bigint | null, fields: Partial<Meter>, standing = '', subjectId = main) =>
    quotaNotice(quotaOf(used, limit, fields, subjectId), 'main', policy, (key) => key.startsWith(standing || '-'))
      ?.description;

  it('says how it stands, what that means, when it ends and what to do', () => {
    expect(textOf(850n, 1000n, { resetsAt })).toBe(
      'main stands at 850 of 1000 bytes indexed today (85.0 %), which reaches the warning threshold of 80 %. ' +
        'Nothing is refused, but a day that ends over the limit counts as a license warning. ' +
        'The counter starts again at 2026-01-02T05:00:00.000Z. ' +
        'Before the day ends, give the pool more quota or move peers to another.',
    );
    expect(textOf(9007199254740995n, 9007199254740993n, { ...gauge })).toBe(
      'main stands at 9007199254740995 of 9007199254740993 machines (100.0 %), 2 over the limit. ' +
        'The vendor refuses or blocks what is above the limit. Free some, or raise the limit.',
    );
    expect(textOf(1n, 0n, gauge)).toContain('main stands at 1 of 0 machines, 1 over the limit.');
    expect(textOf(9999n, 10_000n, gauge)).toContain('(99.9 %)');
  });

  it('says of warnings whether search is blocked, and when the next one leaves', () => {
    const leaves = [new Date('2026-01-09T05:00:00Z')];
    const warnings: Partial<Meter> = { dimension: 'WARNINGS', measure: 'ROLLING_WINDOW', enforcement: 'HARD', leaves };
    expect(textOf(5n, 5n, warnings)).toBe(
      'main stands at 5 of 5 warnings (100.0 %), which reaches the limit. ' +
        'Search is blocked until enough warnings have left the window. ' +
        'The next one leaves the window at 2026-01-09T05:00:00.000Z. Find out which pool goes over its quota of the day.',
    );
    expect(textOf(4n, 5n, warnings)).toContain('Search is blocked once the limit is reached.');
  });

  it('says how much more the vendor allows, and whether that is passed', () => {
    const overage = { kind: 'factor', numerator: 3n, denominator: 2n } as const;
    const soft: Partial<Meter> = { ...gauge, enforcement: 'SOFT', overage };
    expect(textOf(120n, 100n, soft)).toContain('The vendor allows up to 150.');
    expect(textOf(151n, 100n, soft)).toContain('The vendor allows up to 150, which is passed as well.');
    expect(textOf(151n, 100n, { ...soft, overage: { kind: 'unbounded' } })).toContain(
      'The vendor allows use above the limit.',
    );
  });

  it('says while it is held that it is below, and where it clears', () => {
    expect(textOf(890n, 1000n, gauge, 'QUOTA_CRITICAL')).toBe(
      'main stands at 890 of 1000 machines (89.0 %), below the critical threshold of 90 % again. This message clears below 880.',
    );
    expect(textOf(999n, 1000n, gauge, 'QUOTA_EXCEEDED')).toContain(
      'within the limit again. This message clears below 980.',
    );
  });

  it('says while the use cannot be told that it stays, and what it was', () => {
    expect(textOf(null, 1000n, gauge, 'QUOTA_WARNING')).toBe(
      'main stands at an unknown number of 1000 machines. It had reached the warning threshold of 80 % when both were ' +
        'last known, and this message stays until they are again.',
    );
    expect(
      textOf(7n, 5n, { ...gauge, limit: { kind: 'unknown', reason: 'not a number' } }, 'QUOTA_EXCEEDED'),
    ).toContain('main stands at 7 of an unknown number of machines. It had reached the limit');
  });
});
