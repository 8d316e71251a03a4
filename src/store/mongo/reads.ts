/** Everything that reads, each call in as few round trips as it can be. */
import type { Collection, Document } from 'mongodb';
import { chunks } from '../../domain/lists.js';
import { fromStored } from '../codec.js';
import { project } from '../match.js';
import { fieldName, parseCount, parsePage } from '../query.js';
import type { Doc, Repo } from '../repo.js';
import { assertAnswerable } from '../serving.js';
import type { Access, StoredDoc } from './access.js';
import { assemble, countPipelines, pagePipelines, union } from './page.js';

export type Reads = Pick<Repo, 'get' | 'getMany' | 'scan' | 'page' | 'pageEach' | 'count' | 'countEach'>;

/** Pipelines in one aggregation; MongoDB allows 1,000 stages. */
const UNION = 100;
/** Results in one answer, so that a batch of pages takes one round trip. */
const BATCH = 10_000;
const SCAN_CHUNK = 500;
export const IDS_CHUNK = 1000;

export function createReads(access: Access): Reads {
  const reads: Reads = {
    async get(name, id) {
      const [doc] = await reads.getMany(name, [id]);
      return doc ?? null;
    },
    async getMany(name, ids) {
      const { collection } = access.of(name);
      const found = new Map<string, Doc>();
      for (const some of chunks([...new Set(ids)], IDS_CHUNK)) {
        const stored = await collection.find(access.byIds(name, some), { batchSize: BATCH }).toArray();
        for (const doc of stored) found.set(doc._id, fromStored(doc));
      }
      return ids.map((id) => found.get(id.toWellFormed()) ?? null);
    },
    async *scan(name, filter, fields) {
      const { collection } = access.of(name);
      const query = access.filter(name, filter);
      const projection = fields && Object.fromEntries(['_id', ...fields.map(fieldName)].map((field) => [field, 1]));
      const cursor = collection.find(query, { batchSize: SCAN_CHUNK, ...(projection && { projection }) });
      let docs: Doc[] = [];
      for await (const stored of cursor) {
        docs.push(fromStored(stored));
        if (docs.length < SCAN_CHUNK) continue;
        yield docs;
        docs = [];
      }
      if (docs.length > 0) yield docs;
    },
    async page(name, query) {
      const [docs] = await reads.pageEach(name, [query]);
      return docs ?? [];
    },
    async pageEach(name, queries) {
      const { collection, definition } = access.of(name);
      const parsed = queries.map(parsePage);
      for (const query of parsed) assertAnswerable(definition, query, query);
      const pipelines = parsed.flatMap((query, at) => pagePipelines(query, definition.arrays ?? [], at));
      const pages: Doc[][] = parsed.map(() => []);
      for (const { at, doc } of await aggregate(collection, pipelines)) pages[Number(at)]?.push(fromStored(doc));
      return parsed.map((query, at) => assemble(query, pages[at] ?? []).map((doc) => project(doc, query.fields)));
    },
    async count(name, query) {
      const [counted] = await reads.countEach(name, [query]);
      return counted ?? 0;
    },
    async countEach(name, queries) {
      const { collection, definition } = access.of(name);
      const parsed = queries.map(parseCount);
      for (const query of parsed) assertAnswerable(definition, query);
      const pipelines = parsed.flatMap((query, at) => countPipelines(query, definition.arrays ?? [], at));
      const counts = parsed.map(() => 0);
      for (const { _id, count } of await aggregate(collection, pipelines)) counts[Number(_id)] = Number(count);
      return counts;
    },
  };
  return reads;
}

/** Runs all pipelines in as few round trips as there are hundreds of them. */
async function aggregate(collection: Collection<StoredDoc>, pipelines: readonly Document[][]): Promise<Document[]> {
  const unions = chunks(pipelines, UNION).map((some) => union(collection.collectionName, some));
  const answers = await Promise.all(
    unions.map((pipeline) => collection.aggregate(pipeline, { batchSize: BATCH }).toArray()),
  );
  return answers.flat();
}
