/** A gateway on the three demo emulators, which can be brought back to their beginning, and what a client can know of it. */
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { startEnterpriseReconEmulator } from '../../src/emulators/enterprise-recon/index.js';
import { startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { publicSdl } from '../../src/graphql/sdl.js';
import { exampleQuery } from '../../src/http/example-operations.js';
import { keygenSourceOf, reconSourceOf, splunkSourceOf } from '../support/emulators.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import type { FuzzWorld } from './requests.js';
import type { Known } from './values.js';

const CONNECTIONS = [
  'sources',
  'licenses',
  'groups',
  'stacks',
  'pools',
  'peers',
  'targets',
  'dataUsages',
  'messages',
  'quotas',
  'policies',
  'auditEntries',
];
const CHANGE = 'mutation M($id: ID!) { validateLicense(input: { licenseId: $id }) { license { id } errors { code } } }';

export interface RunningWorld extends FuzzWorld {
  readonly gateway: TestGateway;
  /** Addresses that no answer may show. */
  readonly urls: readonly string[];
  /** Lines that the gateway logged as faults since this was last asked. */
  faults(): string[];
  /** Has the emulators forget what was changed, and the gateway see it. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<RunningWorld> {
  const start = async (ports: readonly number[] = []) => [
    await startSplunkEmulator({ scenario: 'demo', port: ports[0] ?? 0 }),
    await startEnterpriseReconEmulator({ scenario: 'demo', port: ports[1] ?? 0 }),
    await startKeygenEmulator({ scenario: 'demo', port: ports[2] ?? 0 }),
  ];
  let emulators = await start();
  const urls = emulators.map(({ url }) => url);
  const [splunk, recon, keygen] = emulators;
  if (splunk === undefined || recon === undefined || keygen === undefined) throw new Error('an emulator is missing');
  let lines: string[] = [];
  const log = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const gateway = await startGateway([splunkSourceOf(splunk), reconSourceOf(recon), keygenSourceOf(keygen)], {
    overrides: { logger: pino({ level: 'error' }, log) },
  });
  await gateway.refresh();
  const manifest = new URL('../generated/persisted-documents.json', import.meta.url);
  const persisted = Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
  return {
    gateway,
    urls,
    schema: buildSchema(publicSdl()),
    known: await knownOf(gateway),
    documents: [...persisted, exampleQuery, getIntrospectionQuery(), CHANGE],
    faults() {
      const told = lines;
      lines = [];
      return told;
    },
    async reset() {
      await Promise.all(emulators.map((emulator) => emulator.close()));
      emulators = await start(urls.map((url) => Number(new URL(url).port)));
      await gateway.refresh();
    },
    async close() {
      await gateway.close();
      await Promise.all(emulators.map((emulator) => emulator.close()));
    },
  };
}

async function knownOf(gateway: TestGateway): Promise<Known> {
  const ids: Record<string, string[]> = {};
  const cursors: string[] = [];
  for (const name of CONNECTIONS) {
    const shown = await gateway.query<Record<string, { edges: { cursor: string; node: { id: string } }[] }>, unknown>(
      `{ ${name}(first: 40) { edges { cursor node { id } } } }`,
    );
    for (const { cursor, node } of shown[name]?.edges ?? []) {
      const concept = node.id.slice(0, node.id.indexOf(':'));
      ids[concept] = [...(ids[concept] ?? []), node.id];
      cursors.push(cursor);
    }
  }
  return { ids, cursors, sources: ['splunk', 'recon', 'keygen'] };
}
