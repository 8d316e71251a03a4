import { describe, expect, it } from 'vitest';
import { isStale, lastFreshMoment } from '../../src/domain/staleness.js';

const synced = { status: 'OK', lastSyncedAt: new Date(1_000) } as const;

describe('staleness', () => {
  it('begins right after the third interval', () => {
    expect(lastFreshMoment(synced, 100)).toBe(1_300);
    expect(isStale(synced, 100, new Date(1_300))).toBe(false);
    expect(isStale(synced, 100, new Date(1_301))).toBe(true);
  });

  it('never comes by the clock before a first sync, and is there at once when a sync fails', () => {
    expect(isStale({ status: 'PENDING', lastSyncedAt: null }, 100, new Date(9e15 / 9))).toBe(false);
    expect(isStale({ ...synced, status: 'UNREACHABLE' }, 100, new Date(1_000))).toBe(true);
  });
});
