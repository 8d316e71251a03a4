/** Vendors that come and go for minutes (SOAK=1; SOAK_SECONDS, default 120): bounded requests, flat memory, no lost handle, and all well in the end. */
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Hurt, startHurt, startUpstreams, vendors } from '../e2e/faults-harness.js';
import { type FaultProxy, type ProxyFault, startFaultProxy } from '../support/fault-proxy.js';

const SECONDS = Number(process.env.SOAK_SECONDS ?? 120);
const FAULTS: readonly ProxyFault[] = [
  ...(['refused', 'reset', 'hung before headers', 'hung in body', 'slow drip', 'truncated'] as const),
  ...(['429 with Retry-After', '500', 'flapping', 'expired session'] as const),
];

describe.skipIf(process.env.SOAK !== '1')('vendors that come and go (set SOAK=1)', () => {
  it('cost neither memory nor handles, are not stormed, and are well again when they stay', {
    timeout: (SECONDS + 120) * 1000,
  }, async () => {
    const upstreams = await startUpstreams();
    const lines: { hurt: Hurt; proxy: FaultProxy }[] = [];
    for (const vendor of vendors) {
      const proxy = await startFaultProxy(upstreams[vendor].url);
      lines.push({ proxy, hurt: await startHurt(upstreams, vendor, { url: proxy.url }, () => proxy.seen.requests) });
    }
    const samples: { readonly mb: number; readonly handles: number }[] = [];
    const end = Date.now() + SECONDS * 1000;
    await Promise.all([
      ...lines.map(async ({ hurt, proxy }, index) => {
        for (let turn = index; Date.now() < end; turn++) {
          const before = hurt.reads();
          await proxy.begin(FAULTS[turn % FAULTS.length] as ProxyFault);
          await sleep(1_500 + 500 * index);
          // With what a flapping vendor's retries may add: a fifth, and those that were saved.
          const most = 10 + 1.2 * hurt.perRead() * (1 + hurt.reads() - before) + 2;
          expect(proxy.seen.requests).toBeLessThanOrEqual(most);
          await proxy.end();
          await sleep(1_500);
        }
      }),
      (async () => {
        while (Date.now() < end) {
          await sleep(1_000);
          globalThis.gc?.();
          samples.push({ mb: process.memoryUsage().heapUsed / 2 ** 20, handles: openHandles() });
        }
      })(),
    ]);
    for (const { hurt } of lines) {
      await hurt.until(({ status, messages }) =>
        expect({ status, messages }).toEqual({ status: 'OK', messages: { totalCount: 0 } }),
      );
    }
    const [early, late] = [middle(samples.slice(0, samples.length / 3)), middle(samples.slice(-samples.length / 3))];
    expect(late.mb).toBeLessThan(early.mb * 1.5 + 20);
    expect(late.handles).toBeLessThan(early.handles + 50);
    for (const { hurt, proxy } of lines) {
      await hurt.close();
      await proxy.close();
    }
    await upstreams.close();
  });
});

/** Files and sockets that this process holds open; 0 where the system does not tell. */
function openHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

/** The middle of each measure, so that one bad moment does not count. */
function middle(samples: readonly { readonly mb: number; readonly handles: number }[]) {
  const of = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { mb: of(samples.map(({ mb }) => mb)), handles: of(samples.map(({ handles }) => handles)) };
}
