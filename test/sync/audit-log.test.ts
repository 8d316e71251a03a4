import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditAttempt } from '../../src/domain/audit.js';
import { silentLogger } from '../../src/domain/ports.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { createAuditLog } from '../../src/sync/audit-log.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const logger = silentLogger;
let now = new Date(Date.UTC(2026, 0, 1));
const clock = { now: () => now };
const attempt: AuditAttempt = {
  actor: 'ops',
  role: 'ADMIN',
  action: 'deletePool',
  subjectId: 'Pool:splunk:a',
  source: 'splunk',
  input: { poolId: 'Pool:splunk:a' },
  before: { name: 'a' },
};
const applied = { after: null, outcome: 'APPLIED', code: null, upstreamRequestId: 'r-1' } as const;

describe.each(storeKinds)('the audit log on $name', ({ skipped, make }) => {
  let store: TestStore;
  let repo: Repo;
  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    repo = await openRepo(store.config);
  });
  afterEach(async () => {
    if (skipped) return;
    await repo.close();
    await store.remove();
  });

  async function entries() {
    return repo.page('audit', {
      anyOf: [{ source: 'splunk' }],
      order: { field: 'at', direction: 'ASC' },
      tieBreaker: 'id',
      limit: 100,
    });
  }

  it.skipIf(skipped)('holds an attempt as UNKNOWN from before it is made until it is settled', async () => {
    const entry = await createAuditLog({ repo, clock, logger }).open(attempt);
    expect(await entries()).toMatchObject([{ actor: 'ops', outcome: 'UNKNOWN', before: { name: 'a' }, after: null }]);
    await entry.settle(applied);
    expect(await entries()).toMatchObject([{ actor: 'ops', outcome: 'APPLIED', upstreamRequestId: 'r-1' }]);
  });

  it.skipIf(skipped)('changes no entry that is settled', async () => {
    const entry = await createAuditLog({ repo, clock, logger }).open(attempt);
    await entry.settle(applied);
    await entry.settle({ ...applied, outcome: 'FAILED', code: 'LATER' });
    expect(await entries()).toMatchObject([{ outcome: 'APPLIED', code: null }]);
  });

  it.skipIf(skipped)('keeps the entries of one moment in the order in which they came about', async () => {
    const log = createAuditLog({ repo, clock, logger });
    for (const action of ['one', 'two', 'three', 'four']) await log.record({ ...attempt, action }, applied);
    expect((await entries()).map(({ action }) => action)).toEqual(['one', 'two', 'three', 'four']);
  });

  it.skipIf(skipped)('takes what is no id at all, cut to what an id can be', async () => {
    await createAuditLog({ repo, clock, logger }).record({ ...attempt, subjectId: '\u{1F600}'.repeat(5_000) }, applied);
    expect(String((await entries())[0]?.subjectId)).toHaveLength(300);
  });
});

describe('attempts of somebody whose role is too small', () => {
  const refused = { after: null, outcome: 'REFUSED', code: 'FORBIDDEN', upstreamRequestId: null } as const;

  function forgetful() {
    const counts: Record<string, number> = {};
    const warned: object[] = [];
    const insertMany = async (_collection: string, docs: { actor: string }[]) => {
      for (const { actor } of docs) counts[actor] = (counts[actor] ?? 0) + 1;
    };
    const repo = { insertMany } as unknown as Repo;
    const warn = (fields: object) => void warned.push(fields);
    const log = createAuditLog({ repo, clock, logger: { ...logger, warn } });
    const ask = async (actor: string, times: number) => {
      for (let i = 0; i < times; i++) await log.recordForbidden({ ...attempt, actor }, refused);
    };
    return { log, ask, counts, warned };
  }

  it('are recorded ten times a minute for each of them; how many more there were is logged', async () => {
    const { ask, counts, warned } = forgetful();
    await ask('wall', 1_000);
    await ask('kiosk', 10);
    expect(counts).toEqual({ wall: 10, kiosk: 10 });
    expect(warned).toEqual([{ actor: 'wall' }]);
    now = new Date(now.getTime() + 60_000);
    await ask('wall', 3);
    expect(counts).toEqual({ wall: 13, kiosk: 10 });
    expect(warned).toEqual([{ actor: 'wall' }, { actor: 'wall', unrecorded: 990 }]);
  });

  it('are counted in the log when the gateway closes, too', async () => {
    const { log, ask, warned } = forgetful();
    await ask('wall', 12);
    await log.settled();
    expect(warned).toEqual([{ actor: 'wall' }, { actor: 'wall', unrecorded: 2 }]);
  });

  it('are recorded again after the clock was set back', async () => {
    const { ask, counts } = forgetful();
    await ask('wall', 11);
    now = new Date(now.getTime() - 3_600_000);
    await ask('wall', 1);
    expect(counts).toEqual({ wall: 11 });
  });

  it('of one keep nothing of anybody else from being recorded, however many they are', async () => {
    const { log, ask, counts } = forgetful();
    for (let i = 0; i < 10_001; i++) await log.recordForbidden({ ...attempt, actor: `a${i}` }, refused);
    await ask('a10000', 1);
    expect(counts).toMatchObject({ a0: 1, a10000: 2 });
  });

  it('leave what others do on record in full', async () => {
    const { log, counts } = forgetful();
    for (let i = 0; i < 50; i++) await log.record({ ...attempt, actor: 'ops' }, applied);
    expect(counts).toEqual({ ops: 50 });
  });
});
