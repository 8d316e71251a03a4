/** Every command of a gateway at work on MongoDB names the shard key of the collections that have one. */
import { randomUUID } from 'node:crypto';
import { type Document, MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { collections } from '../../src/store/collections.js';
import { openMongoRepo } from '../../src/store/mongo/repo.js';
import { startDemoEmulators } from '../support/emulators.js';
import { startGateway } from '../support/gateway.js';

const uri = process.env.MONGODB_TEST_URI;
const sharded = new Set(collections.filter(({ shardKey }) => shardKey !== undefined).map(({ name }) => name));
const KINDS = ['find', 'aggregate', 'insert', 'update', 'delete', 'findAndModify', 'count', 'distinct'] as const;

interface Sent {
  readonly kind: string;
  readonly collection: string;
  /** What says which documents. */
  readonly filters: readonly Document[];
}

function sentBy(command: Document): Sent[] {
  const kind = KINDS.find((name) => typeof command[name] === 'string');
  if (kind === undefined) return [];
  const collection = String(command[kind]);
  return sharded.has(collection) ? [{ kind, collection, filters: filtersOf(kind, command) }] : [];
}

function filtersOf(kind: string, command: Document): Document[] {
  switch (kind) {
    case 'find':
      return [command.filter];
    case 'aggregate':
      return matchesOf(command.pipeline);
    case 'insert':
      return command.documents.map(({ source, _id }: Document) => ({ source: { $eq: source }, _id }));
    case 'update':
      return command.updates.map(({ q }: Document) => q);
    case 'delete':
      return command.deletes.map(({ q }: Document) => q);
    default:
      return [command.query];
  }
}

/** The first stage of each pipeline, which is what is sent to the shards. */
function matchesOf([first, ...rest]: readonly Document[]): Document[] {
  const unions = rest.flatMap((stage) => ('$unionWith' in stage ? matchesOf(stage.$unionWith.pipeline) : []));
  return [first?.$match ?? {}, ...unions];
}

function namesSource(filter: Document): boolean {
  if (filter.$or?.every(namesSource)) return true;
  if (filter.$and?.some(namesSource)) return true;
  const { source } = filter;
  return typeof source?.$eq === 'string' || Array.isArray(source?.$in);
}

const QUERY = `query ($pool: ID!, $license: ID!) {
  overview { licenses { total } quotas { worst { id forecast { method } } } expiring { id } messages { bySeverity { count } } }
  licenses(first: 5, filter: { search: "en" }) { totalCount nodes { id group { id } quotas { id usage { peak } } messages { totalCount } } }
  pools(first: 5, orderBy: { field: RATIO, direction: DESC }) { nodes { id peers(first: 2) { totalCount nodes { id stacks { nodes { id } } } } targets { totalCount } } }
  quotas(filter: { states: [WARNING, CRITICAL] }) { totalCount nodes { id subject { id } } }
  messages { nodes { id subject { id } } } dataUsages(first: 2) { nodes { id target { id } } } targets(first: 2) { nodes { id license { id } } }
  auditEntries { totalCount } policies { totalCount }
  nodes(ids: [$pool, $license, "Pool:gone:x"]) { id }
}`;

describe.skipIf(!uri)('what a gateway asks of MongoDB (set MONGODB_TEST_URI)', () => {
  it('names the source, in a sync, a page, a node and a mutation', async () => {
    const database = `test_${randomUUID().replaceAll('-', '')}`;
    const sent: Sent[] = [];
    const repo = await openMongoRepo({
      uri: uri ?? '',
      database,
      collections,
      onCommand: (command) => sent.push(...sentBy(command)),
    });
    const emulators = await startDemoEmulators();
    const gateway = await startGateway(emulators.sources, { overrides: { repo } });
    try {
      await gateway.refresh();
      const { pools, licenses } = await gateway.query<Record<string, { nodes: { id: string }[] }>, object>(
        '{ pools(first: 1) { nodes { id } } licenses(first: 1, filter: { sources: "keygen" }) { nodes { id } } }',
      );
      const [license, pool] = [licenses?.nodes[0]?.id, pools?.nodes[0]?.id];
      await gateway.query(QUERY, { pool, license });
      await gateway.query(
        `mutation ($license: ID!) { suspendLicense(input: { licenseId: $license }) { errors { code } } }`,
        {
          license,
        },
      );
      await gateway.refresh();
    } finally {
      await gateway.close();
      await emulators.close();
    }
    const client = await MongoClient.connect(uri ?? '');
    await client.db(database).dropDatabase();
    await client.close();

    const asked = [...new Set(sent.map(({ kind, collection }) => `${kind} ${collection}`))];
    for (const expected of ['insert licenses', 'update licenses', 'find quotas', 'aggregate pools', 'update history']) {
      expect(asked).toContain(expected);
    }
    const scattered = sent.filter(({ filters }) => !filters.every(namesSource));
    expect(scattered).toEqual([]);
  });
});
