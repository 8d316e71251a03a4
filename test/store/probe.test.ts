/** How the store is asked whether it is there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStoreProbe } from '../../src/store/probe.js';
import { StoreUnavailableError } from '../../src/store/repo.js';

describe('whether the store can be used', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked once a second, however many want to know', async () => {
    const ping = vi.fn(async () => {});
    const problem = createStoreProbe({ ping });
    const answers = await Promise.all(Array.from({ length: 50 }, problem));
    expect(new Set(answers)).toEqual(new Set([null]));
    expect(ping).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await problem();
    expect(ping).toHaveBeenCalledTimes(2);
  });

  it('is told without saying where the store is, and comes back by itself', async () => {
    let isAway = true;
    const problem = createStoreProbe({
      async ping() {
        if (isAway) throw new StoreUnavailableError('MongoDB at db.internal:27017 does not answer');
      },
    });
    expect(await problem()).toBe('cannot be reached');
    isAway = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await problem()).toBeNull();
  });

  it('is not waited for longer than a probe waits', async () => {
    const asked = createStoreProbe({ ping: () => new Promise(() => {}) })();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toBe('does not answer');
  });
});
