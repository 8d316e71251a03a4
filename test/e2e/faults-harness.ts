/** A gateway of three vendors, one of which can be hurt: what the tables of faults share. */
import { expect, vi } from 'vitest';
import { sourceModules } from '../../src/sources/index.js';
import type { SourceModule } from '../../src/sources/source.js';
import { startEmulators } from '../support/emulators.js';
import { startGateway, type TestGateway, type TestSource } from '../support/gateway.js';

export const vendors = ['splunk', 'recon', 'keygen'] as const;
export type Vendor = (typeof vendors)[number];

/** For a test that waits for its turn, on a busy machine. */
export const PATIENCE_MS = 180_000;
/** How often the one that is hurt is read, and how long one try of it may take. */
export const INTERVAL_MS = 250;
export const TIMEOUT_MS = 500;

export interface SourceView {
  readonly name: Vendor;
  readonly status: string;
  readonly stale: boolean;
  readonly lastError: { readonly code: string; readonly message: string } | null;
  readonly lastSyncedAt: string;
  readonly licenses: { readonly nodes: readonly { readonly id: string }[] };
  readonly messages: { readonly totalCount: number };
}

export interface Hurt {
  readonly gateway: TestGateway;
  /** Reads of the source that is hurt which have begun so far. */
  readonly reads: () => number;
  /** The requests that a good read takes at most. */
  readonly perRead: () => number;
  view(name?: Vendor): Promise<SourceView>;
  /** Resolves with the view of the source that is hurt once that is as said. */
  until(check: (view: SourceView) => void): Promise<SourceView>;
  /** Reads both others, which must be as well as ever. */
  readOthers(): Promise<void>;
  close(): Promise<void>;
}

/** Read, and nothing said against it. */
export function isWell(view: SourceView): void {
  expect(view).toMatchObject({ status: 'OK', stale: false, lastError: null, messages: { totalCount: 0 } });
}

/** Small ones: what is read matters less here than that it is. */
export const startUpstreams = () => startEmulators({ splunk: 'trial', recon: 'legacy', keygen: 'sample' });
export type Upstreams = Awaited<ReturnType<typeof startUpstreams>>;

/**
 * `through`: where the source that is hurt is asked instead of at its emulator, where `requests` have come so far. Resolves
 * when it was read.
 */
export async function startHurt(
  upstreams: Upstreams,
  vendor: Vendor,
  through: Partial<TestSource> & Pick<TestSource, 'url'>,
  requests: () => number = () => 0,
): Promise<Hurt> {
  let reads = 0;
  let perRead = 0;
  const around: Around = async (name, read) => {
    if (name !== vendor) return read();
    reads++;
    const before = requests();
    const snapshot = await read();
    // The first good one learns more than those after it, and comes before any fault.
    if (perRead === 0) perRead = requests() - before;
    return snapshot;
  };
  const sources = upstreams.sources.map((source) =>
    source.name === vendor
      ? { ...source, syncIntervalMs: INTERVAL_MS, timeoutMs: TIMEOUT_MS, ...through }
      : { ...source, timeoutMs: 20_000 },
  );
  const gateway = await startGateway(sources, {
    overrides: { modules: sourceModules.map((module) => watched(module, around)) },
  });
  const view = async (name = vendor) => {
    const data = await gateway.query<{ source: SourceView }, { name: string }>(VIEW, { name });
    return data.source;
  };
  const until = async (check: (view: SourceView) => void) =>
    vi.waitFor(
      async () => {
        const seen = await view();
        check(seen);
        return seen;
      },
      { timeout: 60_000, interval: 100 },
    );
  await until(({ status }) => expect(status).toBe('OK'));
  return {
    gateway,
    reads: () => reads,
    perRead: () => perRead,
    view,
    until,
    async readOthers() {
      const begun = Date.now();
      const others = vendors.filter((name) => name !== vendor);
      await gateway.refresh(...others);
      for (const name of others) {
        const seen = await view(name);
        isWell(seen);
        expect(new Date(seen.lastSyncedAt).getTime()).toBeGreaterThanOrEqual(begun);
      }
    },
    close: () => gateway.close(),
  };
}

const VIEW = `query ($name: String!) {
  source(name: $name) {
    name status stale lastError { code message } lastSyncedAt
    licenses(first: 500) { nodes { id } }
    messages(filter: { categories: ["SOURCE_FAILING"], active: true }) { totalCount }
  }
}`;

type Around = <T>(source: string, read: () => Promise<T>) => Promise<T>;

/** Puts `around` around each read, of everything or of what has changed. */
function watched(module: SourceModule, around: Around): SourceModule {
  return {
    ...module,
    connect(options, deps) {
      const connection = module.connect(options, deps);
      const { readChanges } = connection;
      // A read of changes that comes to nothing goes on as one of everything.
      let goesOn = false;
      return {
        ...connection,
        read(signal) {
          if (!goesOn) return around(options.name, () => connection.read(signal));
          goesOn = false;
          return connection.read(signal);
        },
        ...(readChanges && {
          async readChanges(...asked) {
            const changes = await around(options.name, () => readChanges(...asked));
            goesOn = changes === null;
            return changes;
          },
        }),
      };
    },
  };
}
