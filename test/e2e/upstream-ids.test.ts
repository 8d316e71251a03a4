/** What an id or a name does to the requests that are made of it: it is one segment of a path, or nothing is sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandName, SourceCommands } from '../../src/domain/commands.js';
import { startEnterpriseReconEmulator } from '../../src/emulators/enterprise-recon/index.js';
import { startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { license, machine } from '../../src/emulators/keygen/scenarios/rows.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { sourceModules } from '../../src/sources/index.js';
import type { SourceConnection } from '../../src/sources/source.js';
import { NOW, POLICY_ID, PRODUCT_ID, world } from '../emulators/keygen/world.js';
import { keygenSourceOf, reconSourceOf, splunkSourceOf } from '../support/emulators.js';
import type { TestSource } from '../support/gateway.js';
import { startWireTap, type WireTap } from '../support/wire-tap.js';

const HOSTILE = [
  '../admin',
  '../../services/admin/users',
  '/etc/passwd',
  '..',
  '.',
  '...',
  '%2e%2e',
  '%2e%2e%2fadmin',
  'a%0d%0aX:1',
  'a\r\nX: 1\r\n\r\nGET /injected HTTP/1.1\r\n',
  'a\nb',
  'a\0b',
  'a?admin=1',
  'a#b',
  'a;b=c',
  'a\\..\\b',
  'a b+c',
  '//evil.example/',
  'http://evil.example/',
  '@evil.example',
  'ü€\u{1F511}',
  '\ud800',
  '',
  '{"$gt":""}',
];

const signal = new AbortController().signal;
const clock = { now: () => NOW };
const silent = { debug() {}, info() {}, warn() {}, error() {} };

function connectThrough(tap: WireTap, source: TestSource): SourceConnection {
  const module = sourceModules.find(({ kind }) => kind === source.kind);
  if (module === undefined) throw new Error(`no module for ${source.kind}`);
  const options = { tls: {}, syncIntervalMs: 1_000, timeoutMs: 20_000, ...source, url: tap.url };
  const settings = module.settings.parse(source.settings ?? {});
  return module.connect({ ...options, settings }, { clock, logger: silent });
}

const HEADERS =
  /^(host|connection|accept|accept-encoding|user-agent|authorization|keygen-version|content-(type|length))$/;
const PARAMETERS = /^(output_mode|count|offset|license|fingerprint|limit|order|page\[(cursor|size|number)\])$/;

/** What they are about stands in what they send, not in where they send it. */
const PATHLESS: ReadonlySet<string> = new Set(['createLicense', 'createPool', 'uploadLicense']);

/** Every request is one that was meant: words that paths are made of, and the id whole, in its place. */
function expectHarmless(tap: WireTap, id: string, words: RegExp): void {
  for (const { line, headerNames } of tap.requests()) {
    expect(line).toMatch(/^(GET|POST|PUT|PATCH|DELETE) \/[\x21-\x7e]* HTTP\/1\.1$/);
    const [, target = ''] = line.split(' ');
    const url = new URL(target, 'http://upstream');
    // It has no step up, no other host and no fragment to one who reads it as an address.
    expect(url.href).toBe(`http://upstream${target}`);
    for (const segment of url.pathname.slice(1).split('/').map(decodeURIComponent)) {
      if (segment !== id) expect(segment).toMatch(words);
    }
    for (const parameter of url.searchParams.keys()) expect(parameter).toMatch(PARAMETERS);
    for (const name of headerNames) expect(name).toMatch(HEADERS);
  }
}

function expectAskedFor(tap: WireTap, segment: string): void {
  expect(tap.requests().filter(({ line }) => line.includes(segment))).not.toEqual([]);
}

describe('Keygen', () => {
  const words =
    /^(v1|accounts|demo|licenses|machines|policies|processes|entitlements|actions|suspend|reinstate|renew|check-in|validate|revoke|(in|de)crement-usage|reset-usage|groups|users|[0-9a-f-]{36})$/;
  let emulator: Awaited<ReturnType<typeof startKeygenEmulator>>;
  let tap: WireTap;
  let connection: SourceConnection;
  beforeAll(async () => {
    const state = world({ policy: { requireCheckIn: true, checkInInterval: 'day', checkInIntervalCount: 1 } });
    emulator = await startKeygenEmulator({ state, clock });
    tap = await startWireTap(emulator.url);
    connection = connectThrough(tap, keygenSourceOf(emulator));
  });
  afterAll(async () => {
    await connection.close();
    await tap.close();
    await emulator.close();
  });

  /** A license and a machine of it that really have this id. */
  function plant(id: string): void {
    const { licenses, machines } = emulator.state;
    if (licenses.get(id) === undefined) {
      licenses.insert(license({ id, created: NOW, key: null, productId: PRODUCT_ID, policyId: POLICY_ID }));
    }
    if (machines.get(id) === undefined) {
      machines.insert(machine({ id, created: NOW, fingerprint: `print of ${id}`, licenseId: id }));
    }
  }

  const uses: Readonly<
    Partial<Record<CommandName, (commands: SourceCommands, id: string) => Promise<unknown> | undefined>>
  > = {
    createLicense: (commands, id) =>
      commands.createLicense?.({ policyVendorId: id, groupVendorId: id, ownerVendorId: id, key: id }, signal),
    updateLicense: (commands, vendorId) => commands.updateLicense?.({ vendorId, name: vendorId }, signal),
    deleteLicense: (commands, vendorId) => commands.deleteLicense?.({ vendorId }, signal),
    suspendLicense: (commands, vendorId) => commands.suspendLicense?.({ vendorId }, signal),
    reinstateLicense: (commands, vendorId) => commands.reinstateLicense?.({ vendorId }, signal),
    renewLicense: (commands, vendorId) => commands.renewLicense?.({ vendorId }, signal),
    checkInLicense: (commands, vendorId) => commands.checkInLicense?.({ vendorId }, signal),
    validateLicense: (commands, vendorId) => commands.validateLicense?.({ vendorId }, signal),
    revokeLicense: (commands, vendorId) => commands.revokeLicense?.({ vendorId }, signal),
    incrementUsage: (commands, vendorId) => commands.incrementUsage?.({ vendorId, by: 1 }, signal),
    decrementUsage: (commands, vendorId) => commands.decrementUsage?.({ vendorId, by: 1 }, signal),
    resetUsage: (commands, vendorId) => commands.resetUsage?.({ vendorId }, signal),
    activateMachine: (commands, id) =>
      commands.activateMachine?.({ licenseVendorId: id, fingerprint: id, name: id }, signal),
    deactivateMachine: (commands, vendorId) => commands.deactivateMachine?.({ vendorId }, signal),
  };

  it('has every command in this table', () => {
    expect(Object.keys(uses).sort()).toEqual(Object.keys(connection.commands).sort());
  });

  it.each(Object.keys(uses) as CommandName[])('%s', async (name) => {
    for (const id of HOSTILE) {
      plant(id);
      tap.forget();
      await uses[name]?.(connection.commands, id);
      expectHarmless(tap, id, words);
      if (id === '../admin' && !PATHLESS.has(name)) expectAskedFor(tap, '/..%2Fadmin');
    }
  });

  it('a license read alone, and all of them', async () => {
    for (const id of HOSTILE) {
      plant(id);
      tap.forget();
      await connection.readLicenses?.([id], signal);
      expectHarmless(tap, id, words);
    }
    for (const id of HOSTILE) emulator.state.licenses.remove(id);
    for (const id of HOSTILE.filter((each) => each !== '')) {
      plant(id);
      tap.forget();
      await connection.read(signal).catch(() => {});
      expectHarmless(tap, id, words);
      emulator.state.machines.remove(id);
      emulator.state.licenses.remove(id);
    }
  });
});

describe('Splunk', () => {
  const words =
    /^(services|licenser|auth|login|server|info|groups|stacks|licenses|pools|peers|localpeer|messages|usage|slaves|localslave|(?!admin|etc|passwd|injected)[\w-]+)$/;
  let emulator: Awaited<ReturnType<typeof startSplunkEmulator>>;
  let tap: WireTap;
  let connection: SourceConnection;
  beforeAll(async () => {
    emulator = await startSplunkEmulator({ scenario: 'demo', clock });
    tap = await startWireTap(emulator.url);
    connection = connectThrough(tap, splunkSourceOf(emulator));
  });
  afterAll(async () => {
    await connection.close();
    await tap.close();
    await emulator.close();
  });

  /** A pool, a license and a group that really are called so. */
  function plant(name: string): () => void {
    const { state } = emulator;
    const before = { pools: [...state.pools], licenses: [...state.licenses], groups: [...state.groups] };
    const [pool] = state.pools;
    const [known] = state.licenses;
    const [group] = state.groups;
    if (pool === undefined || known === undefined || group === undefined) throw new Error('the demo has none');
    // First of all, so that it is the one whose own answer is read.
    state.pools.unshift({ ...pool, name, quota: 1n });
    state.licenses.unshift({ ...known, hash: name });
    state.groups.unshift({ ...group, name, isActive: false });
    return () => Object.assign(state, before);
  }

  const uses: Readonly<
    Partial<Record<CommandName, (commands: SourceCommands, id: string) => Promise<unknown> | undefined>>
  > = {
    uploadLicense: (commands, id) =>
      commands.uploadLicense?.({ content: Buffer.from(`<license>${id}</license>`) }, signal),
    deleteLicense: (commands, vendorId) => commands.deleteLicense?.({ vendorId }, signal),
    activateGroup: (commands, vendorId) => commands.activateGroup?.({ vendorId }, signal),
    createPool: (commands, id) =>
      commands.createPool?.(
        { name: id, stackVendorId: 'enterprise', quota: '1MB', description: id, peers: [id] },
        signal,
      ),
    updatePool: (commands, vendorId) =>
      commands.updatePool?.(
        {
          vendorId,
          quota: '2MB',
          appendPeers: false,
          seen: {
            isMax: false,
            limit: 1n,
            description: emulator.state.pools[0]?.description ?? '',
            peerVendorIds: emulator.state.pools[0]?.peers ?? [],
          },
        },
        signal,
      ),
    deletePool: (commands, vendorId) => commands.deletePool?.({ vendorId }, signal),
  };

  it('has every command in this table', () => {
    expect(Object.keys(uses).sort()).toEqual(Object.keys(connection.commands).sort());
  });

  it.each(Object.keys(uses) as CommandName[])('%s', async (name) => {
    for (const id of HOSTILE) {
      const restore = plant(id);
      tap.forget();
      await uses[name]?.(connection.commands, id);
      expectHarmless(tap, id, words);
      if (id === '../admin' && !PATHLESS.has(name)) expectAskedFor(tap, '/..%2Fadmin');
      restore();
    }
  });

  it('a read of everything', async () => {
    for (const id of HOSTILE) {
      const restore = plant(id);
      const fresh = connectThrough(tap, splunkSourceOf(emulator));
      tap.forget();
      await fresh.read(signal).catch(() => {});
      expectHarmless(tap, id, words);
      await fresh.close();
      restore();
    }
  });
});

describe('Enterprise Recon', () => {
  it('puts nothing into a path: what is read and written is always the same', async () => {
    const emulator = await startEnterpriseReconEmulator({ clock });
    const tap = await startWireTap(emulator.url);
    const connection = connectThrough(tap, reconSourceOf(emulator));
    for (const content of HOSTILE) {
      await connection.commands.uploadLicense?.({ content: Buffer.from(content) }, signal);
    }
    await connection.read(signal);
    expect(Object.keys(connection.commands)).toEqual(['uploadLicense']);
    expect(new Set(tap.requests().map(({ line }) => line))).toEqual(
      new Set(['GET /v1/licenses HTTP/1.1', 'PUT /v1/licenses HTTP/1.1', 'GET /v1/server HTTP/1.1']),
    );
    await connection.close();
    await tap.close();
    await emulator.close();
  });
});
