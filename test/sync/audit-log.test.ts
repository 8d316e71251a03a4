import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditAttempt } from '../../src/domain/audit.js';
import { silentLogger } from '../../src/domain/ports.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { createAuditLog } from '../../src/sync/audit-log.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const logger = silentLogger;
const clock = { now: () => new Date(Date.UTC(2026, 0, 1)) };
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
