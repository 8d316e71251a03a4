/**
 * Every fault of every vendor: what is said of it, that nothing else suffers, that it passes by itself, and how often the
 * vendor is asked meanwhile. One gateway goes through the faults of a vendor, one after the other.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProxyFault, RETRY_AFTER_S, startFaultProxy } from '../support/fault-proxy.js';
import { type Expected, fails, LANES, type Line, meets, retried, type Series, series } from './faults-course.js';
import { PATIENCE_MS, startHurt, startUpstreams, type Upstreams, type Vendor, vendors } from './faults-harness.js';

const faults: Readonly<Record<Exclude<ProxyFault, 'none' | 'wrong certificate'>, Expected>> = {
  refused: fails('UNREACHABLE', /^ECONNREFUSED$/, () => 0),
  reset: fails('UNREACHABLE', /^CONNECTION_LOST$/, retried),
  'hung before headers': fails('TIMEOUT', /^TIMEOUT$/),
  'hung in body': fails('TIMEOUT', /^TIMEOUT$/),
  'slow drip': fails('TIMEOUT', /^TIMEOUT$/),
  truncated: fails('BAD_RESPONSE', /^TRUNCATED$/, retried),
  '429 with Retry-After': {
    ...fails('RATE_LIMITED', /^HTTP_429$/, ({ vendor, ms }) => LANES[vendor] * (1 + ms / 1000 / RETRY_AFTER_S)),
    reads: 1,
  },
  '500': fails('BAD_RESPONSE', /^HTTP_500$/),
  // Retries make up for some of it, and then for no more: a fifth of the calls, and ten that were saved.
  flapping: {
    status: ['OK', 'UNREACHABLE'],
    code: /^CONNECTION_LOST$/,
    most: ({ reads, perRead }) => 10 + 1.2 * perRead * reads,
  },
  '50 MB': { ...fails('BAD_RESPONSE', /^BODY_TOO_LARGE$/), reads: 1 },
  'expired session': fails('AUTH_FAILED', /^HTTP_401$/),
};

/** A session that has expired is no fault where there is a login: what was refused is asked again after one login. */
const loginAgain: Expected = {
  status: ['OK'],
  code: /^$/,
  most: ({ reads, perRead }) => reads * perRead + LANES.splunk + 1,
};

let upstreams: Upstreams;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  upstreams = await startUpstreams();
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await upstreams?.close();
});

/** Side by side are those of different vendors. */
describe.concurrent('a fault of HTTP:', { timeout: PATIENCE_MS }, () => {
  const lines = Object.fromEntries(vendors.map((vendor) => [vendor, series(vendor, viaHttp)])) as Record<
    Vendor,
    Series
  >;

  for (const [fault, expected] of Object.entries(faults) as [keyof typeof faults, Expected][]) {
    it.each(vendors)(`${fault}, of %s`, (vendor) =>
      lines[vendor]((line) => {
        const isLogin = fault === 'expired session' && vendor === 'splunk';
        return meets(line, vendor, isLogin ? loginAgain : expected, {
          begin: () => line.proxy.begin(fault),
          end: () => line.proxy.end(),
        });
      }),
    );
  }

  it.each(vendors)('wrong certificate, of %s', async (vendor) => {
    const { proxy, hurt } = await viaHttp(vendor, true);
    const expected = fails('TLS_UNTRUSTED', /^DEPTH_ZERO_SELF_SIGNED_CERT$/, () => 0);
    const before = hurt.reads();
    let connections = 0;
    await meets({ proxy, hurt }, vendor, expected, {
      begin: () => proxy.begin('wrong certificate'),
      end() {
        connections = proxy.seen.connections;
        return proxy.end();
      },
    });
    // Each try looks at the certificate once more, for the message.
    expect(connections).toBeLessThanOrEqual(2 * LANES[vendor] * (1 + hurt.reads() - before));
  });
});

async function viaHttp(vendor: Vendor, tls = false): Promise<Line> {
  const proxy = await startFaultProxy(upstreams[vendor].url, { tls });
  closing.push(() => proxy.close());
  const hurt = await startHurt(upstreams, vendor, { url: proxy.url, tls: { ca: proxy.ca } }, () => proxy.seen.requests);
  closing.push(() => hurt.close());
  return { hurt, proxy };
}
