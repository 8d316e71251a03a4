/**
 * Embedded stores with many licenses, each with two quotas, every fifth with a message: built once under .cache/bench by writing documents,
 * which is what a sync of so many would have left, and used again while neither the collections nor this file change.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from './lab.mjs';
import { manyLicenses } from './many-licenses.mjs';
import { product } from './product.mjs';

const DAY = 86_400_000;
/** The day that all of it is dated by, so that every run asks the same of it. */
export const STORED_AT = Date.UTC(2026, 10, 23);
const OPEN_END = Number.MAX_SAFE_INTEGER;
const AT_ONCE = 10_000;
const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'omega', 'sigma', 'kappa'];
const STATUSES = 'ACTIVE ACTIVE ACTIVE ACTIVE EXPIRING EXPIRED SUSPENDED INACTIVE EXCEEDED ACTIVE'.split(' ');
const STATES = 'OK OK OK WARNING CRITICAL EXCEEDED OK UNLIMITED OK OK'.split(' ');

/** Names are spread over the licenses as nothing else is. */
export const nameOf = (i, size) => `License ${NAMES[i % NAMES.length]} ${(i * 7919) % size}`;

/** Resolves with the data directory. */
export async function largeStore(size, say) {
  const stores = join(CACHE, 'bench', 'stores');
  const dataDir = join(stores, String(size));
  const note = join(stores, `${size}.form`);
  const form = await formOf();
  if (existsSync(dataDir) && existsSync(note) && readFileSync(note, 'utf8') === form) return dataDir;
  say(`a store of ${size} licenses is built once: about ${Math.ceil(size / 1_600)} s`);
  mkdirSync(stores, { recursive: true });
  for (const old of [dataDir, note]) rmSync(old, { recursive: true, force: true });
  await build(dataDir, size);
  writeFileSync(note, form);
  return dataDir;
}

async function formOf() {
  const { collections } = await product('store/collections.js');
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  return createHash('sha256').update(JSON.stringify(collections)).update(own).digest('hex');
}

async function build(dataDir, size) {
  const { openRepo } = await product('store/index.js');
  const patterns = await patternsOf(openRepo);
  const documents = await documentsOf(patterns, size);
  const repo = await openRepo({ dataDir });
  try {
    const total = {};
    for (const [collection, { count, make }] of Object.entries(documents)) {
      for (let at = 0; at < count; at += AT_ONCE) {
        const docs = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, i) => make(at + i));
        await repo.insertMany(collection, docs);
      }
      total[collection] = count;
    }
    // Last: without its source nothing of it is seen.
    await repo.replaceMany('sources', [{ ...patterns.source, kind: 'keygen', tally: tallyOf(patterns, total) }]);
  } finally {
    await repo.close();
  }
}

/** One document of each collection, as the gateway itself stores it. */
async function patternsOf(openRepo) {
  const { startGateway } = await import('./gateway.mjs');
  const dataDir = mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
  try {
    const gateway = await startGateway(() => manyLicenses(20), { dataDir });
    await gateway.close();
    const repo = await openRepo({ dataDir });
    const one = async (collection, filter = { source: 'bench' }) => {
      for await (const [doc] of repo.scan(collection, filter)) return doc;
      throw new Error(`the gateway stored nothing in ${collection}`);
    };
    const patterns = {
      source: await one('sources', {}),
      license: await one('licenses'),
      group: await one('groups'),
      quota: await one('quotas'),
      message: await one('messages'),
    };
    await repo.close();
    return patterns;
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

/** By collection, how many there are and what makes each of them. */
async function documentsOf({ license, group, quota, message }, size) {
  const { licenseStatuses, quotaStates } = await product('domain/vocabulary.js');
  const { searchWords } = await product('domain/words.js');
  const groups = Math.max(20, Math.ceil(size / 500));
  const version = (doc) => ({ ...doc, _id: `${doc.id}@1`, from: 1, until: OPEN_END, hash: `hash of ${doc.id}` });
  const words = (name, vendorId) => searchWords(`${name} ${vendorId}`);
  const named = (name, vendorId) => ({ vendorId, displayName: name, name, words: words(name, vendorId) });
  const subject = (i) => `License:bench:l${i}`;
  const quotaOf = (dimension) => (i) => {
    const state = STATES[(dimension === 'USERS' ? 3 * i : i) % STATES.length];
    const used = BigInt(i % 110);
    const rank = quotaStates.indexOf(state);
    const meter = { ...quota.meter, subjectId: subject(i), dimension, used };
    const displayName = nameOf(i, size);
    return version({
      ...{ ...quota, id: `Quota:bench:License.l${i}.${dimension}`, subjectId: subject(i), dimension, used, meter },
      ...{ remaining: 100n - used, ratio: Number(used) / 100, displayName, words: words(displayName, `l${i}`) },
      ...{ state, stateRank: rank, concern: rank + Number(used) / 1_000 },
    });
  };
  const [machines, users] = [quotaOf('MACHINES'), quotaOf('USERS')];
  return {
    groups: {
      count: groups,
      make: (i) =>
        version({ ...group, typeName: 'KeygenGroup', id: `Group:bench:g${i}`, ...named(`Group ${i}`, `g${i}`) }),
    },
    licenses: {
      count: size,
      make: (i) => {
        const status = statusOf(i);
        return version({
          ...{ ...license, typeName: 'KeygenLicense', id: subject(i), ...named(nameOf(i, size), `l${i}`) },
          ...{ status, derivedStatus: status, statusRank: licenseStatuses.indexOf(status), changesAt: null },
          createdAt: new Date(STORED_AT - (i % 900) * DAY - (i % 86_400) * 1_000),
          expiresAt: i % 5 === 0 ? null : new Date(STORED_AT + ((i % 700) - 50) * DAY + (i % 86_400) * 1_000),
          groupId: `Group:bench:g${i % groups}`,
        });
      },
    },
    quotas: { count: 2 * size, make: (i) => (i % 2 === 0 ? machines : users)(Math.floor(i / 2)) },
    messages: {
      count: Math.ceil(size / 5),
      make: (i) => {
        const about = subject(5 * i);
        const key = `X.License.l${5 * i}`;
        return version({
          ...{
            ...message,
            id: `Message:bench:gateway.${key}`,
            key,
            subjectId: about,
            licenseId: about,
            about: [about],
          },
          createdAt: new Date(STORED_AT - 5_000 * i),
        });
      },
    },
  };
}

function statusOf(i) {
  return STATUSES[(i * 31) % STATUSES.length];
}

/** The shares come out even: every size is a multiple of ten. */
function tallyOf({ source, message }, total) {
  const shares = (words, count) => {
    const tally = {};
    for (const word of words) tally[word] = (tally[word] ?? 0) + count / words.length;
    return tally;
  };
  return {
    total: { ...source.tally.total, ...total },
    licenses: shares(STATUSES, total.licenses),
    quotas: shares(STATES, total.quotas),
    messages: { [message.severity]: total.messages },
  };
}
