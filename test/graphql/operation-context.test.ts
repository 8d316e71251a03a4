import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import type { AlertTester, Commands } from '../../src/graphql/context.js';
import { createCallerRates } from '../../src/graphql/limits/caller-rates.js';
import { createOperationContexts } from '../../src/graphql/operation-context.js';
import type { Reader } from '../../src/graphql/reader.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { createAuditLog } from '../../src/sync/audit-log.js';
import { operationLimits } from '../support/limits.js';
import { embedded, type TestStore } from '../support/stores.js';

const clock = { now: () => new Date('2026-03-01T12:00:00Z') };
const abandoned = { extensions: { code: 'ABANDONED' } };
const anything = async (reader: Reader) => reader.count('AuditEntry', { where: {} });

let store: TestStore;
let repo: Repo;
beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
});
afterEach(async () => {
  await repo.close();
  await store.remove();
});

async function begun() {
  const waiting = new AbortController();
  const { contextOf } = createOperationContexts({
    sources: () => [],
    limits: operationLimits,
    admit: () => null,
    rates: createCallerRates(operationLimits),
    policy: () => ({ warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] }),
    repo,
    changes: { listen: () => () => {} },
    commands: {} as Commands,
    audit: createAuditLog({ repo, clock, logger: silentLogger }),
    alerts: {} as AlertTester,
    apiKeys: async () => [],
    clock,
    logger: silentLogger,
  });
  const viewer = { name: 'ops', role: 'ADMIN', sources: null } as const;
  const context = await contextOf({ viewer, requestId: 'r', asked: {}, signal: waiting.signal });
  return { context, leave: () => waiting.abort() };
}

describe('when nobody waits any more', () => {
  it('nothing is read', async () => {
    const { context, leave } = await begun();
    expect(await anything(context.reader)).toBe(0);
    leave();
    await expect(anything(context.reader)).rejects.toMatchObject(abandoned);
  });

  it('what was changed is read all the same, and nothing of what is selected behind it', async () => {
    const { context, leave } = await begun();
    leave();
    const behind = await context.readNow(async (reader) => {
      expect(await anything(reader)).toBe(0);
      return reader;
    });
    await expect(anything(behind)).rejects.toMatchObject(abandoned);
  });

  it('nothing is read after a change that could not be read either', async () => {
    const { context, leave } = await begun();
    leave();
    let behind = context.reader;
    const reading = context.readNow((reader) => {
      behind = reader;
      return Promise.reject(new Error('the disk is full'));
    });
    await expect(reading).rejects.toThrow('disk');
    await expect(anything(behind)).rejects.toMatchObject(abandoned);
  });
});

it('what is selected behind a change is read while somebody waits', async () => {
  const { context } = await begun();
  const behind = await context.readNow(async (reader) => reader);
  expect(behind).not.toBe(context.reader);
  expect(await anything(behind)).toBe(0);
});
