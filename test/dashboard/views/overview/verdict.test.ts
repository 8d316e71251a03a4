import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../src/dashboard/views/overview/verdict.js';

type Facts = Parameters<typeof verdictOf>[0];

function facts({ overview, blocked = 0 }: { overview?: Partial<Facts['overview']>; blocked?: number } = {}): Facts {
  return {
    overview: {
      sources: { total: 3, ok: 3, stale: 0, failing: 0 },
      licenses: { total: 4, byStatus: [{ status: 'ACTIVE', count: 4 }] },
      quotas: { total: 9, byState: [{ state: 'OK', count: 9 }] },
      messages: { bySeverity: [] },
      ...overview,
    },
    blocked: { totalCount: blocked },
  };
}

describe('whether anything is wrong', () => {
  it('is answered with no when nothing is, and what that rests on', () => {
    expect(verdictOf(facts())).toEqual({
      level: 'good',
      sentence: 'Nothing is wrong: every source was read, no quota nears its limit, and no license expires soon.',
    });
  });

  it('names everything that is, in one sentence', () => {
    const all = facts({
      blocked: 1,
      overview: {
        sources: { total: 3, ok: 2, stale: 1, failing: 1 },
        quotas: { total: 2, byState: [{ state: 'EXCEEDED', count: 2 }] },
        licenses: { total: 1200, byStatus: [{ status: 'EXPIRED', count: 1200 }] },
      },
    });
    expect(verdictOf(all)).toEqual({
      level: 'bad',
      sentence:
        'Something is wrong: 1 source cannot be read, 1 peer cannot search, 2 quotas are over their limit and 1,200 licenses have expired.',
    });
  });

  it('falls back on what the messages say', () => {
    const errors = facts({ overview: { messages: { bySeverity: [{ severity: 'ERROR', count: 1 }] } } });
    expect(verdictOf(errors)).toEqual({ level: 'bad', sentence: 'Something is wrong: 1 error is active.' });
    const warnings = facts({ overview: { messages: { bySeverity: [{ severity: 'WARN', count: 2 }] } } });
    expect(verdictOf(warnings)).toEqual({
      level: 'warn',
      sentence: 'Nothing is wrong yet, but 2 warnings are active.',
    });
  });

  it('tells of what will be wrong when nothing is yet', () => {
    const soon = facts({
      overview: {
        quotas: {
          total: 3,
          byState: [
            { state: 'WARNING', count: 1 },
            { state: 'CRITICAL', count: 2 },
          ],
        },
        licenses: { total: 1, byStatus: [{ status: 'EXPIRING', count: 1 }] },
      },
    });
    expect(verdictOf(soon)).toEqual({
      level: 'warn',
      sentence: 'Nothing is wrong yet, but 3 quotas near their limit and 1 license expires soon.',
    });
  });

  it('claims nothing of what was never read', () => {
    const none = facts({ overview: { sources: { total: 0, ok: 0, stale: 0, failing: 0 } } });
    expect(verdictOf(none).level).toBe('unknown');
    const pending = facts({ overview: { sources: { total: 2, ok: 0, stale: 0, failing: 0 } } });
    expect(verdictOf(pending)).toEqual({
      level: 'unknown',
      sentence: 'Nothing is known yet: no source was read so far.',
    });
  });
});
