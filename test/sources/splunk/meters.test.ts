/** Today's bytes against quotas: what is counted where, by which rule, and when it starts again. */
import { describe, expect, it } from 'vitest';
import { at, feed, findingsOf, json, meterOf, NOW, type Parts, readRoutes, snapshotOf } from './support.js';

const GB = 1024n ** 3n;
const stacks = {
  enterprise: { type: 'enterprise', quota: String(100n * GB) },
  free: { type: 'free', quota: 500 },
};
/** Two pools of 60 and 40 GB on a stack of 100 GB. */
const two = (first: bigint, second: bigint): Parts => ({
  stacks,
  pools: {
    first: { stack_id: 'enterprise', quota: String(60n * GB), used_bytes: String(first * GB) },
    second: { stack_id: 'enterprise', quota: String(40n * GB), used_bytes: String(second * GB) },
    other: { stack_id: 'free', quota: 'MAX', used_bytes: 400 },
  },
  usage: null,
});
const enforcement = (parts: Parts, strictPoolQuota: boolean) => {
  const snapshot = snapshotOf(parts, { strictPoolQuota });
  return ['first', 'second'].map((name) => meterOf(snapshot, `Pool:splunk:${name}`).enforcement);
};

describe('a pool is metered', () => {
  it('softly by itself under strict_pool_quota', () => {
    expect(enforcement(two(70n, 10n), true)).toEqual(['SOFT', 'SOFT']);
    expect(meterOf(snapshotOf(two(70n, 10n)), 'Pool:splunk:first')).toEqual({
      subjectId: 'Pool:splunk:first',
      dimension: 'INDEXED_BYTES_PER_DAY',
      measure: 'DAILY_COUNTER',
      limit: { kind: 'limited', value: 60n * GB },
      used: 70n * GB,
      enforcement: 'SOFT',
      overage: { kind: 'unbounded' },
      resetsAt: new Date('2026-10-10T00:00:00Z'),
      reasons: [
        `Its quota is ${60n * GB} bytes a day.`,
        expect.stringContaining('goes on indexing'),
        expect.stringContaining('strictPoolQuota is true'),
        `It used ${70n * GB} bytes of ${60n * GB}, ${10n * GB} over its quota; the day ends at 2026-10-10T00:00:00.000Z.`,
      ],
    });
  });

  it('without consequence when strict_pool_quota is off and its stack is not over', () => {
    expect(enforcement(two(70n, 10n), false)).toEqual(['INFORMATIONAL', 'INFORMATIONAL']);
    expect(enforcement(two(70n, 30n), false)).toEqual(['INFORMATIONAL', 'INFORMATIONAL']);
    expect(enforcement(two(70n, 35n), false)).toEqual(['SOFT', 'SOFT']);
  });

  it('with the stack named on which its enforcement hangs, where it hangs on one that is listed', () => {
    const rule = (parts: Parts, strictPoolQuota: boolean, pool = 'first') =>
      meterOf(snapshotOf(parts, { strictPoolQuota }), `Pool:splunk:${pool}`).enforcedBy;
    const over = { kind: 'over', subjectId: 'Stack:splunk:enterprise' };
    expect([rule(two(70n, 10n), false), rule(two(70n, 35n), false)]).toEqual([over, over]);
    expect(rule(two(70n, 10n), true)).toBeUndefined();
    expect(rule(two(70n, 10n), false, 'other')).toBeUndefined();
    expect(rule({ ...two(70n, 10n), stacks: null }, false)).toBeUndefined();
  });

  it('softly when it cannot be known whether its stack is over', () => {
    const parts = two(70n, 10n);
    expect(enforcement({ ...parts, stacks: null }, false)).toEqual(['SOFT', 'SOFT']);
  });

  it('without consequence outside the active group, and says why', () => {
    const meter = meterOf(snapshotOf(two(1n, 1n)), 'Pool:splunk:other');
    expect(meter).toMatchObject({ enforcement: 'INFORMATIONAL', used: 400n, limit: { value: 500n } });
    expect(meter.reasons.join(' ')).toContain(
      'Stack "free" is outside the active group (the active group is "Enterprise")',
    );
  });
});

describe('a stack is metered', () => {
  it('by the sum of its pools', () => {
    const snapshot = snapshotOf(two(70n, 35n));
    expect(meterOf(snapshot, 'Stack:splunk:enterprise')).toMatchObject({
      used: 105n * GB,
      limit: { kind: 'limited', value: 100n * GB },
      enforcement: 'SOFT',
    });
    expect(meterOf(snapshot, 'Stack:splunk:free')).toMatchObject({ used: 400n, enforcement: 'INFORMATIONAL' });
  });

  it('as unknown while a pool of it, or all of them, are', () => {
    expect(meterOf(snapshotOf({ pools: null }), 'Stack:splunk:enterprise').used).toBeNull();
    const pools = {
      a: { stack_id: 'enterprise', quota: 1, used_bytes: 'x' },
      b: { stack_id: 'enterprise', quota: 1, used_bytes: 3 },
    };
    expect(meterOf(snapshotOf({ pools }), 'Stack:splunk:enterprise').used).toBeNull();
  });
});

describe('the active group is metered', () => {
  const group = (usage: object | null) => {
    const parts: Parts = { usage: usage === null ? null : { license_usage: { ...usage } } };
    return meterOf(snapshotOf({ ...two(70n, 10n), ...parts }), 'Group:splunk:Enterprise');
  };

  it('by the usage endpoint, the larger of its two fields', () => {
    expect(group({ quota: 262144001, slaves_usage_bytes: 262144000, peers_usage_bytes: 0 })).toMatchObject({
      used: 262144000n,
      limit: { kind: 'limited', value: 262144001n },
      enforcement: 'SOFT',
    });
    expect(group({ peers_usage_bytes: '5' }).used).toBe(5n);
    expect(group({ slaves_usage_bytes: 7 }).used).toBe(7n);
  });

  it('by its stacks where the usage endpoint says nothing', () => {
    expect(group(null)).toMatchObject({ used: 80n * GB, limit: { kind: 'limited', value: 100n * GB } });
  });

  it('with nothing when it has no stack, and as unknown when its stacks are not known', () => {
    const of = (group: object) => {
      const groups = { Enterprise: { is_active: true, ...group } };
      return meterOf(snapshotOf({ groups, usage: null }), 'Group:splunk:Enterprise');
    };
    expect(of({ stack_ids: [] })).toMatchObject({ used: 0n, limit: { kind: 'limited', value: 0n } });
    for (const group of [{ stack_ids: ['enterprise', 'gone'] }, { stack_ids: { a: 'b' } }, {}]) {
      expect(of(group)).toMatchObject({ used: null, limit: { kind: 'unknown' } });
    }
  });

  it('alone: no other group has a meter', () => {
    const subjects = snapshotOf(two(1n, 1n)).meters.map(({ subjectId }) => subjectId);
    expect(subjects.filter((id) => id.startsWith('Group:'))).toEqual(['Group:splunk:Enterprise']);
  });

  it('as unlimited when a stack of it is, or by an absurd quota', () => {
    expect(group({ quota: '18446744073709552000' }).limit).toEqual({ kind: 'unlimited' });
    const unlimited = { ...two(1n, 1n), stacks: { enterprise: { type: 'enterprise', is_unlimited: true, quota: 5 } } };
    expect(meterOf(snapshotOf(unlimited), 'Group:splunk:Enterprise').limit).toEqual({ kind: 'unlimited' });
  });

  it('as the vendor says, with a word about pools that add up to something else', () => {
    const mismatch = (peers_usage_bytes: bigint) =>
      findingsOf(snapshotOf({ ...two(70n, 30n), usage: { u: { peers_usage_bytes: String(peers_usage_bytes) } } }));
    expect(mismatch(0n)).toEqual([['USAGE_SUM_MISMATCH', 'Group', 'Enterprise']]);
    expect(mismatch(98n * GB)).toEqual([['USAGE_SUM_MISMATCH', 'Group', 'Enterprise']]);
    expect(mismatch(99n * GB)).toEqual([]);
    expect(mismatch(100n * GB)).toEqual([]);
  });
});

describe('a peer is metered', () => {
  it('without a limit', () => {
    const pools = { main: { stack_id: 'enterprise', quota: 9, used_bytes: 4, peers_usage_bytes: { A: 4 } } };
    expect(meterOf(snapshotOf({ pools, peers: { A: {} } }), 'Peer:splunk:A')).toMatchObject({
      used: 4n,
      limit: { kind: 'unlimited' },
      enforcement: 'INFORMATIONAL',
    });
  });
});

describe('the reasons of a daily quota', () => {
  const reasons = (parts: Parts, subject = 'Pool:splunk:main') => meterOf(snapshotOf(parts), subject).reasons;
  const pool = (more: object) => ({ pools: { main: { stack_id: 'enterprise', quota: 10, used_bytes: 3, ...more } } });

  it('name what is used and left, and when the day ends', () => {
    expect(reasons(pool({})).at(-1)).toBe('It used 3 bytes of 10, 7 left; the day ends at 2026-10-10T00:00:00.000Z.');
    expect(reasons(pool({ used_bytes: 'x' })).at(-1)).toBe('The day ends at 2026-10-10T00:00:00.000Z.');
  });

  it('name the flag or the figure that makes it unlimited', () => {
    expect(reasons(pool({ is_unlimited: 1 }))[0]).toBe('The server calls the pool unlimited.');
    expect(reasons(pool({ quota: '9223372036854775808' }))[0]).toBe(
      'Its quota is 9223372036854775808: from 2^63 on that means unlimited.',
    );
    expect(reasons(pool({ is_unlimited: 1 })).at(-1)).toMatch(/^It used 3 bytes; the day ends/);
  });

  it('say once why a limit is not known', () => {
    const meter = meterOf(snapshotOf(pool({ quota: '50MB' })), 'Pool:splunk:main');
    expect(meter.limit).toEqual({
      kind: 'unknown',
      reason: 'The limit is not known: the pool states no readable quota.',
    });
    expect(meter.reasons.join()).not.toContain('not known');
  });

  it('of a MAX pool on an old server say that sized pools beside it take away what is not known', () => {
    const pools = {
      main: { stack_id: 'enterprise', quota: 'MAX', used_bytes: 0 },
      sized: { stack_id: 'Enterprise', quota: 10, used_bytes: 0 },
    };
    expect(reasons({ pools })[0]).toBe(
      'Its quota is MAX and the server states no effective_quota, so it is the quota of stack "enterprise", 10000 bytes a day. What sized pools beside it take away is not known.',
    );
  });

  it('of a stack say when expired licenses are still in its quota', () => {
    const license = { type: 'enterprise', stack_id: 'enterprise', quota: 4_000, expiration_time: 2147483647 };
    const licenses = { a: license, b: { ...license, quota: 6_000, expiration_time: 1_600_000_000 } };
    expect(reasons({ licenses }, 'Stack:splunk:enterprise')[1]).toBe(
      "Of these, 4000 are of licenses that have not expired; the server's own figure is shown.",
    );
  });

  it('of a stack and a pool mention that the server warns of today', () => {
    const message = { description: 'd', create_time: NOW.getTime() / 1000 - 60 };
    const messages = {
      p: { ...message, category: 'pool_over_quota', pool_id: 'main', stack_id: 'enterprise' },
      s: { ...message, category: 'stack_over_quota', stack_id: 'Enterprise', create_time: message.create_time - 9 },
    };
    const warned = (subject: string) => reasons({ messages }, subject).find((reason) => reason.includes('warns'));
    expect(warned('Pool:splunk:main')).toContain('since 2026-10-09T06:14:30.000Z');
    expect(warned('Stack:splunk:enterprise')).toContain('since 2026-10-09T06:14:21.000Z');
    expect(warned('Group:splunk:Enterprise')).toBeUndefined();
  });
});

describe('the counter starts again', () => {
  it('at midnight of the zone in the settings, else of the offset in the feeds', async () => {
    const reset = (timeZone: string | null) => {
      const snapshot = snapshotOf({}, { timeZone });
      return [snapshot.timeZone, meterOf(snapshot, 'Pool:splunk:main').resetsAt?.toISOString()];
    };
    expect(reset(null)).toEqual(['+00:00', '2026-10-10T00:00:00.000Z']);
    expect(reset('America/New_York')).toEqual(['America/New_York', '2026-10-10T04:00:00.000Z']);
    const west = json(feed({}, { updated: '2026-10-08T23:15:00-07:00' }));
    expect((await readRoutes({ [at('groups')]: west })).timeZone).toBe('-07:00');
  });

  it('at no known time when no feed says when it was made', async () => {
    const undated = json({ entry: [{ name: 's', content: { type: 't', quota: 1 } }] });
    const snapshot = await readRoutes({ [at('stacks')]: undated }, { now: NOW });
    expect(snapshot.timeZone).toBeNull();
    expect(snapshot.meters).toMatchObject([{ subjectId: 'Stack:splunk:s', resetsAt: null }]);
  });
});
