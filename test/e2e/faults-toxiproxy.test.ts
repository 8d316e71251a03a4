/** Every fault that a real proxy of connections can make, of every vendor; see faults.test for those that know HTTP. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startFaultProxy } from '../support/fault-proxy.js';
import { type HurtProxy, type RunningToxiproxy, startToxiproxy, toxiproxyServer } from '../support/toxiproxy.js';
import { type Expected, fails, type Line, meets, retried, type Series, series } from './faults-course.js';
import { PATIENCE_MS, startHurt, startUpstreams, type Upstreams, type Vendor, vendors } from './faults-harness.js';

type Toxic = Parameters<HurtProxy['toxic']> | 'cut';

const toxics: Readonly<Record<string, readonly [Toxic, Expected]>> = {
  'nobody listens': ['cut', fails('UNREACHABLE', /^ECONNREFUSED$/, () => 0)],
  'connections are reset': [['reset_peer', { timeout: 0 }], fails('UNREACHABLE', /^CONNECTION_LOST$/, retried)],
  'nothing comes back': [['timeout', { timeout: 0 }], fails('TIMEOUT', /^TIMEOUT$/)],
  'bytes come one by one': [
    ['slicer', { average_size: 1, size_variation: 0, delay: 20_000 }],
    fails('TIMEOUT', /^TIMEOUT$/),
  ],
  'everything comes late': [['latency', { latency: 5_000 }], fails('TIMEOUT', /^TIMEOUT$/)],
  'connections end within an answer': [
    ['limit_data', { bytes: 40 }],
    fails('UNREACHABLE', /^CONNECTION_LOST$/, retried),
  ],
};

let upstreams: Upstreams;
let toxiproxy: RunningToxiproxy;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  if (toxiproxyServer === undefined) return;
  upstreams = await startUpstreams();
  toxiproxy = await startToxiproxy();
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await toxiproxy?.close();
  await upstreams?.close();
});

describe
  .skipIf(toxiproxyServer === undefined)
  .concurrent('a fault of connections (set TOXIPROXY_SERVER):', { timeout: PATIENCE_MS }, () => {
    const lines = Object.fromEntries(vendors.map((vendor) => [vendor, series(vendor, viaToxiproxy)])) as Record<
      Vendor,
      Series
    >;

    for (const [name, [toxic, expected]] of Object.entries(toxics)) {
      it.each(vendors)(`${name}, of %s`, (vendor) =>
        lines[vendor](({ proxy, hurt, wire }) =>
          meets({ proxy, hurt }, vendor, expected, {
            async begin() {
              await (toxic === 'cut' ? wire?.cut() : wire?.toxic(...toxic));
              await proxy.begin('none');
            },
            end: async () => wire?.restore(),
          }),
        ),
      );
    }
  });

async function viaToxiproxy(vendor: Vendor): Promise<Line> {
  const proxy = await startFaultProxy(upstreams[vendor].url);
  closing.push(() => proxy.close());
  const wire = await toxiproxy.proxy({ upstream: new URL(proxy.url).host });
  const hurt = await startHurt(upstreams, vendor, { url: `http://${wire.host}:${wire.port}` });
  closing.push(() => hurt.close());
  return { hurt, proxy, wire };
}
