import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandOutcome, done, type PoolEdit, type SourceCommands } from '../../../src/domain/commands.js';
import { SourceFailure } from '../../../src/domain/failure.js';
import { sourceModules } from '../../../src/sources/index.js';
import type { SourceModule } from '../../../src/sources/source.js';
import { openRepo } from '../../../src/store/index.js';
import type { Repo } from '../../../src/store/repo.js';
import { keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { thingsOf } from '../../support/snapshots.js';
import { type StaticSource, staticSource } from '../../support/static-source.js';
import { embedded, type TestStore } from '../../support/stores.js';

const things = thingsOf('splunk');
const POOL = 'Pool:splunk:one';

let store: TestStore;
let source: StaticSource;
let gateway: TestGateway;
/** What the vendor makes of an edit. */
let vendor: (edit: PoolEdit) => Promise<CommandOutcome>;
/** When the store fails, and at which collection. */
let broken: string | null;

beforeEach(async () => {
  broken = null;
  vendor = async () => done(null, 'request-7');
  store = await embedded();
  const commands: SourceCommands = { updatePool: async (edit) => vendor(edit) };
  source = staticSource('splunk', { pools: [things.pool('one', { description: 'old' })] }, 'static', commands);
  gateway = await start();
  await gateway.refresh();
});
afterEach(async () => {
  await gateway.close();
  await store.remove();
});

async function start(sources = [source.source]): Promise<TestGateway> {
  const repo = breakable(await openRepo(store.config));
  return startGateway(sources, { store, overrides: { modules: [...sourceModules, source.module], repo } });
}

function breakable(repo: Repo): Repo {
  return new Proxy(repo, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (collection: string, ...rest: unknown[]) => {
        if (broken !== null && collection === broken) throw new Error('the disk is full');
        return Reflect.apply(value, target, [collection, ...rest]);
      };
    },
  });
}

async function edit(fields = 'description: "new"', selection = 'pool { description }') {
  const text = `mutation { updatePool(input: { poolId: "${POOL}", ${fields} }) { ${selection} errors { code message path } } }`;
  const answer = await gateway.ask<{ updatePool: { errors: { code: string; message: string; path: string[] }[] } }>(
    text,
  );
  return { payload: answer.data?.updatePool, thrown: answer.errors?.[0] };
}

async function entries(of: TestGateway = gateway) {
  const text = '{ auditEntries { nodes { action outcome code upstreamRequestId source { name } } } }';
  const { data } = await of.ask<{ auditEntries: { nodes: object[] } }>(text);
  return data?.auditEntries.nodes;
}

describe('a change that the vendor made', () => {
  it('is told as made when the store fails after it', async () => {
    vendor = async () => {
      broken = 'sources';
      return done(null, 'request-7');
    };
    const { payload, thrown } = await edit();
    expect(thrown).toBeUndefined();
    expect(payload?.errors).toMatchObject([
      { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('the vendor accepted it, but') },
    ]);
    broken = null;
    expect(await entries()).toMatchObject([
      { outcome: 'APPLIED', code: 'OUTCOME_UNKNOWN', upstreamRequestId: 'request-7' },
    ]);
  });

  it('is told as made when only its record cannot be settled, and stays UNKNOWN there', async () => {
    vendor = async () => {
      source.says = { pools: [things.pool('one', { description: 'new' })] };
      broken = 'audit';
      return done(null);
    };
    expect((await edit()).payload).toEqual({ pool: { description: 'new' }, errors: [] });
    broken = null;
    expect(await entries()).toMatchObject([{ outcome: 'UNKNOWN', code: null }]);
  });

  it('is not asked for when it cannot be recorded', async () => {
    let asked = 0;
    vendor = async () => {
      asked++;
      return done(null);
    };
    broken = 'audit';
    expect((await edit()).thrown?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(asked).toBe(0);
  });

  it('that was under way when the gateway closed is on record', async () => {
    let begun: () => void = () => {};
    let finish: () => void = () => {};
    const under = new Promise<void>((resolve) => {
      begun = resolve;
    });
    vendor = async () => {
      begun();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return done(null, 'request-8');
    };
    const answer = edit().catch(() => null);
    await under;
    const closed = gateway.close();
    finish();
    await Promise.all([answer, closed]);
    gateway = await start();
    expect(await entries()).toMatchObject([{ outcome: 'APPLIED', upstreamRequestId: 'request-8' }]);
  });

  it('that somebody else undid at once is told so, beside what is there', async () => {
    vendor = async () => {
      const theirs = { description: 'theirs', peerVendorIds: ['A'], limit: 100n * 1024n ** 2n };
      source.says = { pools: [things.pool('one', theirs)] };
      return done(null);
    };
    const conflict = (field: string) => ({
      pool: { description: 'theirs' },
      errors: [{ code: 'CONFLICT', path: [field], message: expect.stringContaining(`the pool's ${field} is another`) }],
    });
    expect((await edit()).payload).toEqual(conflict('description'));
    expect((await edit('quota: "50MB"')).payload).toEqual(conflict('quota'));
    expect((await edit('peers: ["63D379C1-B67A-F76A-25CB-6C724B528F16"]')).payload).toEqual(conflict('peers'));
    const outcomes = (await entries())?.map((entry) => (entry as { outcome: string }).outcome);
    expect(outcomes).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
  });
});

describe('a gateway that stops while a source is read', () => {
  it.each([
    [
      'again because somebody wants it',
      'refreshSource(input: { sourceId: "Source:splunk" }) { source { name } errors { code message path } }',
      { code: 'UPSTREAM_UNAVAILABLE', message: 'the gateway is stopping; nothing was changed', path: null },
      'FAILED',
    ],
    [
      'after a change',
      `updatePool(input: { poolId: "${POOL}", description: "new" }) { source: pool { id } errors { code message path } }`,
      {
        code: 'OUTCOME_UNKNOWN',
        message: 'the vendor accepted it, but the gateway is stopping: what is shown may be older',
        path: null,
      },
      'APPLIED',
    ],
  ])('%s, says so to whoever waits, and logs no fault', async (_when, field, error, outcome) => {
    const errors: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
    await gateway.close();
    let begun = () => {};
    const module: SourceModule = {
      ...source.module,
      connect(options, deps) {
        const connection = source.module.connect(options, deps);
        // The first read is the one at the start.
        const read = async (signal: AbortSignal) => {
          if (source.reads > first) {
            begun();
            await once(signal, 'abort');
            signal.throwIfAborted();
          }
          return connection.read(signal);
        };
        return { ...connection, read };
      },
    };
    const first = source.reads;
    gateway = await startGateway([source.source], { store, overrides: { modules: [module], logger } });
    await gateway.refresh();
    const reading = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const answer = gateway.ask<Record<string, object>>(`mutation { answer: ${field} }`);
    await reading;
    await gateway.close();
    expect(await answer).toMatchObject({ data: { answer: { source: null, errors: [error] } } });
    expect(errors).toEqual([]);
    gateway = await start();
    expect(await entries()).toMatchObject([{ outcome, code: error.code }]);
  });
});

it('a license that was read anew is shown, however it stands with the rest of its source', async () => {
  const license = (name: string) => things.license('x', { name, typeName: 'KeygenLicense' });
  const commands: SourceCommands = { updateLicense: async () => done(null) };
  const keygen = staticSource('splunk', { licenses: [license('old')] }, 'static', commands, true);
  await gateway.close();
  source = keygen;
  gateway = await start([keygen.source]);
  await gateway.refresh();
  keygen.says = new SourceFailure('RATE_LIMITED', 'HTTP_429', 'slow down');
  await gateway.refresh();
  keygen.part = { licenseIds: [license('').id], licenses: [license('new')], targets: [], meters: [] };
  const text =
    'mutation { updateLicense(input: { licenseId: "License:splunk:x", name: "new" }) { license { name source { status } } errors { code } } }';
  expect(await gateway.ask(text)).toMatchObject({
    data: { updateLicense: { license: { name: 'new', source: { status: 'RATE_LIMITED' } }, errors: [] } },
  });
});

describe('peers', () => {
  const GUID = '63D379C1-B67A-F76A-25CB-6C724B528F16';
  const other = GUID.replace('63', '64').toLowerCase();

  it.each([
    ['as registered, where that is in capitals', [GUID.toLowerCase(), GUID], [GUID]],
    ['as written, where they are not registered', [other], [other]],
    ['all', ['*'], ['*']],
  ])('are asked for %s', async (_what, peers, sent) => {
    source.says = { pools: [things.pool('one')], peers: [things.peer(GUID)] };
    await gateway.refresh();
    let asked: readonly string[] | undefined;
    vendor = async (given) => {
      asked = given.peers;
      return done(null);
    };
    await edit(`peers: ${JSON.stringify(peers)}`);
    expect(asked).toEqual(sent);
  });
});

describe('an operation', () => {
  it('has 25 mutations at most, those in fragments included, and none of more is begun', async () => {
    const one = (i: number) => `m${i}: refreshSource(input: { sourceId: "Source:splunk" }) { errors { code } }`;
    const many = Array.from({ length: 13 }, (_, i) => one(i)).join(' ');
    const rest = Array.from({ length: 13 }, (_, i) => one(i + 13)).join(' ');
    const { errors } = await gateway.ask(`mutation { ${many} ...F } fragment F on Mutation { ${rest} }`);
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COMPLEX' },
      message: expect.stringContaining('26 mutations, and 25 are the most'),
    });
    expect(await entries()).toEqual([]);
  });

  it('whose checks end in a fault is on record as FAILED', async () => {
    broken = 'pools';
    expect((await edit()).thrown?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    broken = null;
    expect(await entries()).toMatchObject([{ outcome: 'FAILED', code: 'INTERNAL_SERVER_ERROR' }]);
  });
});

it('audit entries outlive the source they are of, for those who see all sources', async () => {
  await edit();
  await gateway.close();
  const other = staticSource('other', {}, 'static');
  gateway = await start([other.source]);
  expect(await entries()).toMatchObject([{ action: 'updatePool', source: null }]);
  const ofIt = '{ auditEntries(filter: { sources: ["splunk"] }) { totalCount } }';
  expect(await gateway.ask(ofIt)).toMatchObject({ data: { auditEntries: { totalCount: 1 } } });
  expect(await gateway.ask('{ auditEntries { totalCount } }', {}, keys.scoped)).toMatchObject({
    data: { auditEntries: { totalCount: 0 } },
  });
});
