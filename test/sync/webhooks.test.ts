import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import { pendingState, type SourceState } from '../../src/domain/source-state.js';
import type { WebhookRefusal, WebhookRequest } from '../../src/sources/source.js';
import { createWebhooks } from '../../src/sync/webhooks.js';

const REQUEST: WebhookRequest = { method: 'POST', target: '/', host: '', headers: {}, body: new Uint8Array() };
const HOUR = 3_600_000;

/** Webhooks of one source, whose reads and pauses wait until the test lets them. */
function desk() {
  let now = Date.UTC(2026, 0, 1);
  let next: { token: string; refresh: readonly string[] | 'ALL' | null } | WebhookRefusal;
  const reads: (readonly string[] | 'ALL')[] = [];
  const pauses: number[] = [];
  const waiting: { ends(): void; fails(error: Error): void }[] = [];
  const pausing: (() => void)[] = [];
  const state = (status: SourceState['status']): SourceState => ({ ...pendingState('keygen', 'keygen'), status });
  let status: SourceState['status'] = 'OK';
  const read = (what: readonly string[] | 'ALL') => {
    reads.push(what);
    return new Promise<SourceState>((resolve, reject) => {
      waiting.push({ ends: () => resolve(state(status)), fails: reject });
    });
  };
  const webhooks = createWebhooks(
    {
      scheduler: { renewLicenses: (_name, ids) => read(ids), readAfresh: () => read('ALL') },
      clock: { now: () => new Date(now) },
      logger: silentLogger,
      pause(ms, signal) {
        pauses.push(ms);
        return new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
          pausing.push(() => {
            now += ms;
            resolve();
          });
        });
      },
    },
    [
      {
        name: 'keygen',
        syncIntervalMs: HOUR,
        read: () => ('kind' in next ? next : { kind: 'event', event: 'some.event', ...next }),
      },
    ],
  );
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    webhooks,
    reads,
    pauses,
    settle,
    tell(token: string, refresh: readonly string[] | 'ALL' | null) {
      next = { token, refresh };
      return webhooks.receive('keygen', REQUEST);
    },
    refuse(refusal: WebhookRefusal) {
      next = refusal;
      return webhooks.receive('keygen', REQUEST);
    },
    async ends(as: SourceState['status'] = 'OK') {
      status = as;
      waiting.shift()?.ends();
      await settle();
    },
    async fails() {
      waiting.shift()?.fails(new Error('not today'));
      await settle();
    },
    /** Lets every read end at once until there are no more. */
    async all() {
      for (await settle(); waiting.length > 0; await settle()) waiting.shift()?.ends();
    },
    async pauseEnds() {
      pausing.shift()?.();
      await settle();
    },
    pass(ms: number) {
      now += ms;
    },
  };
}

describe('an event', () => {
  it('has its license read, once however often it comes', async () => {
    const { tell, ends, reads } = desk();
    expect(tell('one', ['a'])).toEqual({ kind: 'taken' });
    expect(tell('one', ['a'])).toEqual({ kind: 'taken' });
    await ends();
    tell('one', ['a']);
    expect(reads).toEqual([['a']]);
  });

  it('is known for a day', async () => {
    const { tell, ends, pass, reads } = desk();
    tell('one', ['a']);
    await ends();
    pass(24 * HOUR - 1);
    tell('one', ['a']);
    expect(reads).toHaveLength(1);
    pass(1);
    tell('one', ['a']);
    expect(reads).toHaveLength(2);
  });

  it('is known among 10,000 others and no more', async () => {
    const { tell, all, reads } = desk();
    tell('one', ['a']);
    await all();
    for (let n = 2; n <= 10_000; n++) tell(`${n}`, []);
    await all();
    tell('one', ['a']);
    await all();
    expect(reads).toEqual([['a']]);
    tell('10001', []);
    await all();
    tell('one', ['a']);
    expect(reads).toEqual([['a'], ['a']]);
  });

  it('may come again when its license could not be read', async () => {
    const { tell, ends, fails, reads } = desk();
    tell('one', ['a']);
    await fails();
    tell('one', ['a']);
    await ends();
    tell('one', ['a']);
    expect(reads).toEqual([['a'], ['a']]);
  });

  it('may come again when everything could not be read', async () => {
    const { tell, ends, pauseEnds, reads } = desk();
    tell('one', 'ALL');
    await ends('UNREACHABLE');
    tell('one', 'ALL');
    await pauseEnds();
    await ends('OK');
    tell('one', 'ALL');
    expect(reads).toEqual(['ALL', 'ALL']);
  });

  it('about nothing that is shown has nothing read', () => {
    const { tell, reads } = desk();
    expect(tell('one', null)).toEqual({ kind: 'taken' });
    expect(reads).toEqual([]);
  });

  it('that is not verified has nothing read', () => {
    const { refuse, reads } = desk();
    const refusal: WebhookRefusal = { kind: 'refusal', code: 'UNVERIFIED', message: 'no' };
    expect(refuse(refusal)).toBe(refusal);
    expect(reads).toEqual([]);
  });
});

describe('a burst', () => {
  it('of 1,000 events of one license has it read twice: at once, and after the last of them', async () => {
    const { tell, all, reads } = desk();
    for (let n = 0; n < 1_000; n++) tell(`${n}`, ['a']);
    await all();
    expect(reads).toEqual([['a'], ['a']]);
  });

  it('of a few licenses has them read in small batches, one after the other', async () => {
    const { tell, all, reads } = desk();
    for (let n = 0; n < 12; n++) tell(`${n}`, [`${n}`]);
    expect(reads).toEqual([['0']]);
    await all();
    expect(reads).toEqual([['0'], ['1', '2', '3', '4', '5'], ['6', '7', '8', '9', '10'], ['11']]);
  });

  it('of 1,000 licenses has everything read instead', async () => {
    const { tell, all, reads } = desk();
    for (let n = 0; n < 1_000; n++) tell(`${n}`, [`license-${n}`]);
    await all();
    expect(reads.filter((what) => what === 'ALL')).toHaveLength(1);
    expect(reads.flat().length).toBeLessThanOrEqual(1 + 1 + 30);
  });

  it('that goes on, one by one, costs 30 reads, then one of everything, and the next in a quarter of the interval', async () => {
    const { tell, all, reads, pauses } = desk();
    for (let n = 0; n < 1_000; n++) {
      tell(`${n}`, ['a']);
      await all();
    }
    expect(reads.filter((what) => what !== 'ALL')).toHaveLength(30);
    expect(reads.filter((what) => what === 'ALL')).toHaveLength(1);
    expect(pauses).toEqual([HOUR / 4]);
  });

  it('costs a license every ten seconds when it never ends', async () => {
    const { tell, all, pass, reads } = desk();
    for (let n = 0; n < 150; n++) {
      tell(`${n}`, ['a']);
      await all();
      pass(10_000);
    }
    expect(reads).toHaveLength(150);
    expect(reads).not.toContain('ALL');
  });
});

describe('everything', () => {
  it('is read at once, then not before a quarter of the interval, for all who asked meanwhile', async () => {
    const { tell, ends, pauses, pauseEnds, reads } = desk();
    tell('1', 'ALL');
    for (let n = 2; n <= 100; n++) tell(`${n}`, 'ALL');
    await ends();
    for (let n = 101; n <= 200; n++) tell(`${n}`, 'ALL');
    expect([reads, pauses]).toEqual([['ALL'], [HOUR / 4]]);
    await pauseEnds();
    await ends();
    expect([reads, pauses]).toEqual([['ALL', 'ALL'], [HOUR / 4]]);
  });

  it('keeps no license waiting', async () => {
    const { tell, ends, reads } = desk();
    tell('1', 'ALL');
    await ends();
    tell('2', 'ALL');
    tell('3', ['a']);
    expect(reads).toEqual(['ALL', ['a']]);
  });
});

describe('stopping', () => {
  it('forgets what is not begun, waits for what is, and begins nothing more', async () => {
    const { webhooks, tell, ends, reads, settle } = desk();
    tell('1', 'ALL');
    await ends();
    tell('2', 'ALL');
    tell('3', ['a']);
    tell('4', ['b']);
    let isStopped = false;
    const stopped = webhooks.stop().then(() => {
      isStopped = true;
    });
    await settle();
    expect(isStopped).toBe(false);
    await ends();
    await stopped;
    tell('5', ['c']);
    expect(reads).toEqual(['ALL', ['a']]);
  });
});
