import { describe, expect, it } from 'vitest';
import type { QuotaPartsFragment } from '../../../../src/dashboard/generated/graphql.js';
import {
  licenseSentence,
  peerSentence,
  quotaSentence,
  quotasSentence,
  worstFirst,
} from '../../../../src/dashboard/views/node/sentences.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');

function quotaOf(given: Partial<QuotaPartsFragment>): QuotaPartsFragment {
  return {
    id: 'Quota:splunk:Pool.main.INDEXED_BYTES_PER_DAY',
    source: { id: 'Source:splunk', name: 'splunk', kind: 'splunk', timeZone: null },
    dimension: 'INDEXED_BYTES_PER_DAY',
    measure: 'DAILY_COUNTER',
    limit: '1073741824',
    used: '536870912',
    remaining: '536870912',
    ratio: 0.5,
    state: 'OK',
    enforcement: 'SOFT',
    overageLimit: null,
    resetsAt: null,
    observedAt: '2026-03-01T12:00:00.000Z',
    stale: false,
    reasons: [],
    ...given,
  };
}

describe('what the state of a quota means', () => {
  it.each<[string, Partial<QuotaPartsFragment>, string]>([
    ['below its limit', {}, 'Indexed bytes per day: 50 % used, 512 MB left.'],
    [
      'over its limit',
      { state: 'EXCEEDED', used: '1610612736', remaining: '-536870912', ratio: 1.5 },
      'Indexed bytes per day: 512 MB over the limit.',
    ],
    [
      'exceeded at its limit, as warnings are',
      { dimension: 'WARNINGS', state: 'EXCEEDED', limit: '5', used: '5', remaining: '0', ratio: 1 },
      'Warnings: 100 % used, 0 left.',
    ],
    [
      'without a limit',
      { state: 'UNLIMITED', limit: null, remaining: null, ratio: null },
      'Indexed bytes per day: 512 MB used, without a limit.',
    ],
    [
      'unreadable',
      { state: 'UNKNOWN', used: null, remaining: null, ratio: null },
      'Indexed bytes per day: the use or the limit is not known.',
    ],
  ])('%s', (_, given, sentence) => {
    expect(quotaSentence(quotaOf(given))).toBe(sentence);
  });

  it('is that of the worst of several', () => {
    const mild = quotaOf({ id: 'mild', ratio: 0.7 });
    const grave = quotaOf({ id: 'grave', state: 'CRITICAL', ratio: 0.95, remaining: '0' });
    expect(worstFirst([mild, grave]).map(({ id }) => id)).toEqual(['grave', 'mild']);
    expect(quotasSentence([mild, grave])).toBe(quotaSentence(grave));
    expect(quotasSentence([])).toBeNull();
  });
});

describe('what the status of a license means', () => {
  it.each([
    ['ACTIVE', null, 'In force, without an end.'],
    ['ACTIVE', '2026-03-31T12:00:00Z', 'In force; it expires in 1 month.'],
    ['EXPIRING', '2026-03-04T12:00:00Z', 'In force, but it expires in 3 days.'],
    ['EXPIRED', '2026-02-27T12:00:00Z', 'It expired 2 days ago.'],
    ['EXPIRED', '2026-03-04T12:00:00Z', 'The vendor says that it has expired.'],
    ['SUSPENDED', '2026-03-04T12:00:00Z', 'Suspended by its issuer. Its term ends in 3 days.'],
    ['ABSENT', null, 'Nothing is licensed.'],
  ] as const)('%s until %s', (status, expiresAt, sentence) => {
    expect(licenseSentence({ status, expiresAt }, NOW)).toBe(sentence);
  });
});

describe('what the state of a peer means', () => {
  const warnings = (remaining: string) => [{ ...quotaOf({ dimension: 'WARNINGS', remaining }), forecast: null }];
  it.each([
    [{ searchBlocked: true, orphan: false, quotas: warnings('0') }, 'Its searches are blocked by license warnings.'],
    [{ searchBlocked: false, orphan: false, quotas: warnings('1') }, 'One more warning blocks its searches.'],
    [{ searchBlocked: false, orphan: false, quotas: warnings('4') }, '4 more warnings block its searches.'],
    [{ searchBlocked: false, orphan: false, quotas: [] }, 'Its searches work.'],
    [{ searchBlocked: null, orphan: true, quotas: [] }, 'It is in no pool of the active group.'],
  ])('%#', (peer, sentence) => {
    expect(peerSentence(peer)).toBe(sentence);
  });
});
