/**
 * Syncs generation after generation of one source into an embedded store until somebody kills it. Before each sync it
 * prints `start <n>`, after it `done <n>`: what is done is acknowledged. Arguments: data directory, first generation, size.
 */
import { emptySnapshot } from '../../dist/domain/snapshot.js';
import { openRepo } from '../../dist/store/index.js';
import { syncSource } from '../../dist/sync/sync-source.js';

const [dataDir, first, size] = process.argv.slice(2);
const repo = await openRepo({ dataDir });
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const clock = { now: () => new Date('2026-01-01T00:00:00Z') };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
const deps = { repo, policy, clock, logger: silent };

for (let generation = Number(first); ; generation++) {
  const connection = { read: async () => snapshot(generation), close: async () => {} };
  process.stdout.write(`start ${generation}\n`);
  await syncSource(deps, { name: 'victim', kind: 'static', connection }, new AbortController().signal);
  process.stdout.write(`done ${generation}\n`);
}

/** Every generation differs from the one before in every license, and in which licenses there are. */
function snapshot(generation) {
  const licenses = Array.from({ length: Number(size) }, (_, i) => ({
    id: `License:victim:${i + (generation % 7)}`,
    source: 'victim',
    vendorId: String(i + (generation % 7)),
    typeName: 'SplunkLicense',
    displayName: `generation ${generation}`,
    name: `generation ${generation}`,
    vendorFields: { generation },
    reportedStatus: null,
    createdAt: null,
    expiresAt: null,
    features: [],
    groupId: null,
    standing: { reported: null },
  }));
  return { ...emptySnapshot(clock.now()), version: String(generation), licenses };
}
