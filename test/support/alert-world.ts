/** A store with one source whose messages the test decides, at a clock that it moves, and gateways' alerts on it. */
import { type Alerts, type AlertsDeps, createAlerts } from '../../src/alerts/index.js';
import type { AlertOptions } from '../../src/alerts/options.js';
import type { VendorMessage } from '../../src/domain/entities.js';
import { globalId } from '../../src/domain/ids.js';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type Snapshot } from '../../src/domain/snapshot.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { embedded } from './stores.js';

export interface AlertWorld {
  readonly repo: Repo;
  now: Date;
  /** Later by so many milliseconds. */
  wait(ms: number): void;
  /** Reads the source, which says that. */
  says(snapshot: Partial<Snapshot>, kind?: string): Promise<void>;
  /** Alerts as a gateway has them, started; stopped with the world. */
  gateway(options: AlertOptions, deps?: Partial<AlertsDeps>): Promise<Alerts>;
  close(): Promise<void>;
}

export const SOURCE = 'splunk-prod';

export function vendorMessage(name: string, fields: Partial<VendorMessage> = {}): VendorMessage {
  return {
    id: globalId('Message', SOURCE, name),
    source: SOURCE,
    vendorId: name,
    typeName: 'Message',
    displayName: name,
    vendorFields: {},
    category: 'license_window',
    severity: 'WARN',
    description: `${name} is wrong`,
    createdAt: null,
    about: {},
    ...fields,
  };
}

export async function startAlertWorld(start: string, makeStore = embedded): Promise<AlertWorld> {
  const store = await makeStore();
  const repo = await openRepo(store.config);
  const started = new Set<Alerts>();
  let snapshot: Partial<Snapshot> = {};
  const clock = { now: () => self.now };
  const connection = { read: async () => ({ ...emptySnapshot(self.now), ...snapshot }), close: async () => {} };
  const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [30] };
  const self: AlertWorld = {
    repo,
    now: new Date(start),
    wait(ms) {
      self.now = new Date(self.now.getTime() + ms);
    },
    async says(said, kind = 'splunk') {
      snapshot = said;
      const deps = { repo, policy, clock, logger: silentLogger };
      await syncSource(deps, { name: SOURCE, kind, connection }, new AbortController().signal);
    },
    async gateway(options, deps = {}) {
      const alerts = createAlerts({
        repo,
        leases: { hold: () => ({ isHeld: () => true, isElsewhere: () => false, release: async () => {} }) },
        options,
        sources: [SOURCE],
        clock,
        logger: silentLogger,
        chance: () => 0,
        ...deps,
      });
      started.add(alerts);
      alerts.start();
      await alerts.look();
      return alerts;
    },
    async close() {
      await Promise.all([...started].map((alerts) => alerts.stop()));
      await repo.close();
      await store.remove();
    },
  };
  return self;
}
