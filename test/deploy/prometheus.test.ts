/** What is shipped for Prometheus and Grafana, against their own tools and against what a running gateway tells. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { programPath } from '../support/programs.js';

const deploy = join(import.meta.dirname, '../../deploy');
const rulesFile = join(deploy, 'prometheus/license-gateway.rules.yml');
const promtool = programPath('promtool');
const prometheus = programPath('prometheus');

let emulators: TestEmulators;
let gateway: TestGateway;
let exposed: ReadonlySet<string>;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  gateway = await startGateway(emulators.sources);
  await gateway.refresh();
  await gateway.query('{ licenses { totalCount } }');
  exposed = namesIn(await scrape());
});
afterAll(async () => {
  await gateway.close();
  await emulators.close();
});

const scrape = async () =>
  (await fetch(`${gateway.url}/metrics`, { headers: { authorization: `Bearer ${keys.VIEWER}` } })).text();

/** Of a histogram its three series as well. */
function namesIn(text: string): ReadonlySet<string> {
  const declared = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
  return new Set(
    declared.flatMap(([, name = '', type]) =>
      type === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name],
    ),
  );
}

/** The metrics that expressions name, also those that every target has. */
const metricsIn = (text: string): string[] =>
  [...new Set(text.match(/\b(?:license_gateway|process|nodejs)_\w+/g) ?? [])].filter(
    (name) => !name.endsWith('.rules'),
  );

describe('what is shipped', () => {
  it('names in its rules and their tests only metrics that a gateway tells', async () => {
    for (const file of [rulesFile, rulesFile.replace('.rules.yml', '.rules.test.yml')]) {
      const named = metricsIn(await readFile(file, 'utf8'));
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter((name) => !exposed.has(name) && !isHistogram(name))).toEqual([]);
    }
  });

  it('names in its dashboard only metrics that a gateway tells, and leaves no expression empty', async () => {
    const dashboard = JSON.parse(await readFile(join(deploy, 'grafana/license-gateway.json'), 'utf8'));
    const expressions: string[] = [
      ...dashboard.panels
        .flatMap((panel: { targets?: { expr: string }[] }) => panel.targets ?? [])
        .map(({ expr }: { expr: string }) => expr),
      ...dashboard.templating.list.map(({ definition = '' }: { definition?: string }) => definition),
    ];
    const named = metricsIn(expressions.join('\n'));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !exposed.has(name))).toEqual([]);
    const ids = dashboard.panels.map(({ id }: { id: number }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  /** The texts of alerts name a histogram as a whole. */
  const isHistogram = (name: string) => exposed.has(`${name}_bucket`);
});

describe.skipIf(promtool === null)('promtool (where it is on PATH)', () => {
  const run = (...args: string[]) => promisify(execFile)(promtool ?? '', args);

  it('finds the rules and the scrape configuration well formed', async () => {
    await run('check', 'rules', rulesFile);
    await run('check', 'config', join(deploy, 'prometheus/prometheus.yml'));
  });

  it('finds that each alert is raised when it should be, and only then', async () => {
    await run('test', 'rules', rulesFile.replace('.rules.yml', '.rules.test.yml'));
  });

  it('finds nothing wrong with the names and the form of what a gateway tells', async () => {
    const check = spawn(promtool ?? '', ['check', 'metrics'], { stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    check.stderr.on('data', (chunk) => {
      said += chunk;
    });
    check.stdin.end(await scrape());
    await once(check, 'close');
    // The process metrics are prom-client's, and named as Prometheus's own clients name them.
    expect(said.split('\n').filter((line) => line.includes('license_gateway'))).toEqual([]);
    expect(said).not.toMatch(/error/);
  });
});

describe.skipIf(prometheus === null)('a Prometheus (where it is on PATH)', () => {
  let directory: string;
  let address: string;
  let server: ReturnType<typeof spawn>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'license-gateway-prometheus-'));
    address = `127.0.0.1:${await freePort()}`;
    const shipped = await readFile(join(deploy, 'prometheus/prometheus.yml'), 'utf8');
    const config = shipped
      .replace('127.0.0.1:4000', new URL(gateway.url).host)
      .replaceAll('interval: 30s', 'interval: 1s')
      .replace('license-gateway.rules.yml', rulesFile);
    await writeFile(join(directory, 'prometheus.yml'), config);
    server = spawn(
      prometheus ?? '',
      [
        `--config.file=${join(directory, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(directory, 'data')}`,
        `--web.listen-address=${address}`,
      ],
      { stdio: 'ignore' },
    );
  });
  afterAll(async () => {
    if (server.exitCode === null && server.kill()) await once(server, 'close');
    await rm(directory, { recursive: true, force: true });
  });

  const ask = async (query: string): Promise<{ metric: Record<string, string>; value: [number, string] }[]> => {
    const response = await fetch(`http://${address}/api/v1/query?${new URLSearchParams({ query })}`).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as { data?: { result: never[] } } | null;
    return answer?.data?.result ?? [];
  };

  /** It asks for OpenMetrics, and takes nothing of an answer with a fault in its form. */
  it('scrapes a gateway by the shipped configuration and answers for it', async () => {
    await expect.poll(async () => (await ask('up{job="license-gateway"}'))[0]?.value[1], { timeout: 25_000 }).toBe('1');
    const up = await ask('license_gateway_source_up');
    expect(Object.fromEntries(up.map(({ metric, value }) => [metric.source, value[1]]))).toEqual({
      splunk: '1',
      recon: '1',
      keygen: '1',
    });
    const worst = await ask('topk(1, license_gateway_quota_ratio)');
    const { quotas } = await gateway.query<
      { quotas: { nodes: { ratio: number; subject: { id: string } }[] } },
      unknown
    >('{ quotas(first: 1, orderBy: { field: RATIO, direction: DESC }) { nodes { ratio subject { id } } } }');
    expect(Number(worst[0]?.value[1])).toBe(quotas.nodes[0]?.ratio);
    expect(worst[0]?.metric.subject_id).toBe(quotas.nodes[0]?.subject.id);
  });

  it('loads the shipped rules and finds a quota of the demo over its limit', async () => {
    await expect
      .poll(async () => (await ask('ALERTS{alertname="LicenseQuotaExceeded"}')).length, { timeout: 25_000 })
      .toBeGreaterThan(0);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
