import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterpriseReconSource } from '../../src/sources/enterprise-recon/index.js';
import { keygenSource } from '../../src/sources/keygen/index.js';
import type { SourceModule } from '../../src/sources/source.js';
import { splunkSource } from '../../src/sources/splunk/index.js';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { type Fault, faults, startFaultServer } from '../support/fault-server.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

/** A vendor's own module, whose upstream can be another one at each read. */
function aimable(module: SourceModule): { module: SourceModule; aim(url: string, timeoutMs?: number): void } {
  let target: { url?: string; timeoutMs?: number } = {};
  return {
    aim: (url, timeoutMs = 20_000) => {
      target = { url, timeoutMs };
    },
    module: {
      ...module,
      connect: (options, deps) => ({
        async read(signal) {
          const connection = module.connect({ ...options, ...target }, deps);
          try {
            return await connection.read(signal);
          } finally {
            await connection.close();
          }
        },
        commands: {},
        async close() {},
      }),
    },
  };
}

/** Faults that end by the source's timeout: only these are given a short one. */
const NEVER_ANSWERED: ReadonlySet<Fault> = new Set(['hang', 'slow-body']);

const state = `query ($name: String!) {
  source(name: $name) {
    status stale lastError { code message } lastSyncedAt
    licenses(first: 500) { nodes { id name status expiresAt quotas { id used limit state } } }
    pools(first: 500) { nodes { id used } }
    messages(filter: { categories: ["SOURCE_FAILING"], active: true }) { nodes { severity subject { id } description } }
  }
}`;

interface State {
  readonly source: {
    readonly status: string;
    readonly stale: boolean;
    readonly lastError: { readonly code: string; readonly message: string } | null;
    readonly lastSyncedAt: string;
    readonly licenses: { readonly nodes: readonly unknown[] };
    readonly pools: unknown;
    readonly messages: { readonly nodes: readonly { description: string }[] };
  };
}

const SECRETS = /changeme|password123|admin-demo|Basic |Bearer /;

describe.each([
  ['splunk', splunkSource as SourceModule],
  ['recon', enterpriseReconSource as SourceModule],
  ['keygen', keygenSource as SourceModule],
])('when %s misbehaves', (name, vendor) => {
  const upstream = aimable(vendor);
  let emulators: TestEmulators;
  let gateway: TestGateway;
  let good: string;

  beforeAll(async () => {
    emulators = await startDemoEmulators();
    const source = emulators.sources.find((each) => each.name === name);
    if (source === undefined) throw new Error(`no source ${name}`);
    good = source.url;
    gateway = await startGateway([source], { overrides: { modules: [upstream.module] } });
    await read(good);
  });
  afterAll(async () => {
    await gateway?.close();
    await emulators?.close();
  });

  async function read(url: string, timeoutMs?: number): Promise<State['source']> {
    upstream.aim(url, timeoutMs);
    await gateway.refresh();
    return (await gateway.query<State, unknown>(state, { name })).source;
  }

  it.each(Object.keys(faults) as Fault[])(
    '%s gives it a status and an error to act on, and costs nothing of what was there',
    async (fault) => {
      const before = await read(good);
      expect(before).toMatchObject({ status: 'OK', stale: false, messages: { nodes: [] } });
      expect(before.licenses.nodes.length).toBeGreaterThan(0);

      const server = await startFaultServer(fault);
      try {
        const after = await read(server.url, NEVER_ANSWERED.has(fault) ? 200 : undefined);
        expect({ status: after.status, code: after.lastError?.code }).toEqual(faults[fault]);
        expect(after.lastError?.message).not.toMatch(SECRETS);
        expect(after).toMatchObject({
          stale: true,
          lastSyncedAt: before.lastSyncedAt,
          licenses: before.licenses,
          pools: before.pools,
        });
        expect(after.messages.nodes).toEqual([
          {
            severity: 'ERROR',
            subject: { id: `Source:${name}` },
            description: expect.stringContaining(String(after.lastError?.message)),
          },
        ]);
      } finally {
        await server.close();
      }
    },
  );

  it('is shown as well again, and its failure cleared, by the next good answer', async () => {
    const server = await startFaultServer('500');
    await read(server.url);
    await server.close();
    expect(await read(good)).toMatchObject({ status: 'OK', stale: false, messages: { nodes: [] } });
  });
});
