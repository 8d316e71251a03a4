import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherer } from '../../../src/dashboard/gateway/gatherer.js';

describe('a gatherer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('makes one action of many calls', async () => {
    const act = vi.fn(async () => {});
    const { tell } = gatherer(500, act);
    for (let i = 0; i < 10; i++) tell();
    expect(act).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('lets a slow one end before the next, however often it is called', async () => {
    const ends: (() => void)[] = [];
    const act = vi.fn(() => new Promise<void>((done) => ends.push(done)));
    const { tell } = gatherer(500, act);
    tell();
    await vi.advanceTimersByTimeAsync(500);
    for (let i = 0; i < 10; i++) {
      tell();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(act).toHaveBeenCalledTimes(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(500);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('begins nothing after it was stopped', async () => {
    const act = vi.fn(async () => {});
    const { tell, stop } = gatherer(500, act);
    tell();
    stop();
    tell();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(act).not.toHaveBeenCalled();
  });
});
