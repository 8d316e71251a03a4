import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/auth/roles.js';
import {
  type CommandName,
  type CommandOutcome,
  capabilityOf,
  done,
  notDone,
  type SourceCommands,
} from '../../../src/domain/commands.js';
import { SourceFailure } from '../../../src/domain/failure.js';
import { sourceModules } from '../../../src/sources/index.js';
import { keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { thingsOf } from '../../support/snapshots.js';
import { type StaticSource, staticSource } from '../../support/static-source.js';

/** Every mutation with an input that is well-formed, and the smallest role that may. */
const mutations: Readonly<Record<string, { readonly role: Role; readonly input: string }>> = {
  refreshSource: { role: 'OPERATOR', input: 'sourceId: "Source:splunk"' },
  acknowledgeMessage: { role: 'OPERATOR', input: 'messageId: "Message:splunk:m"' },
  uploadLicense: { role: 'ADMIN', input: 'sourceId: "Source:splunk", content: "YQ=="' },
  deleteLicense: { role: 'ADMIN', input: 'licenseId: "License:splunk:l"' },
  activateGroup: { role: 'OPERATOR', input: 'groupId: "Group:splunk:g"' },
  createPool: { role: 'OPERATOR', input: 'stackId: "Stack:splunk:s", name: "p", quota: "MAX"' },
  updatePool: { role: 'OPERATOR', input: 'poolId: "Pool:splunk:p", quota: "MAX"' },
  deletePool: { role: 'ADMIN', input: 'poolId: "Pool:splunk:p"' },
  createLicense: { role: 'OPERATOR', input: 'sourceId: "Source:splunk", policyId: "Policy:splunk:p"' },
  updateLicense: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l", name: "n"' },
  suspendLicense: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  reinstateLicense: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  renewLicense: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  checkInLicense: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  validateLicense: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  revokeLicense: { role: 'ADMIN', input: 'licenseId: "License:splunk:l"' },
  incrementUsage: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  decrementUsage: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  resetUsage: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l"' },
  activateMachine: { role: 'OPERATOR', input: 'licenseId: "License:splunk:l", fingerprint: "f"' },
  deactivateMachine: { role: 'OPERATOR', input: 'targetId: "Target:splunk:t"' },
};

let gateway: TestGateway;
let source: StaticSource;
const pool = (description = 'old') => thingsOf('splunk').pool('one', { description });
const POOL = 'Pool:splunk:one';

/** What the vendor was asked for, and what it makes of it. */
let asked: string[];
let vendor: () => Promise<CommandOutcome<never>>;

beforeEach(async () => {
  asked = [];
  vendor = async () => done({ vendorId: 'one' } as never, 'request-7');
  const command = (name: string) => async () => {
    asked.push(name);
    return vendor();
  };
  const names = Object.keys(mutations).filter((name) => !['refreshSource', 'acknowledgeMessage'].includes(name));
  const commands = Object.fromEntries(names.map((name) => [name, command(name)])) as unknown as SourceCommands;
  source = staticSource('splunk', { pools: [pool()] }, 'static', commands);
  const other = staticSource('other', {}, 'static-other', commands);
  gateway = await startGateway([source.source, other.source], {
    overrides: { modules: [...sourceModules, source.module, other.module] },
  });
  await gateway.refresh();
});
afterEach(() => gateway.close());

interface Payload {
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: string[] | null }[];
  readonly [field: string]: unknown;
}

async function send(name: string, input: string, key: string = keys.ADMIN, fields = '') {
  const text = `mutation { ${name}(input: { ${input} }) { ${fields} errors { code message path } } }`;
  const answer = await gateway.ask<Record<string, Payload>>(text, {}, key);
  return { payload: answer.data?.[name] ?? null, thrown: answer.errors?.[0]?.extensions.code ?? null };
}

interface Entry {
  readonly [field: string]: unknown;
}

async function audit(key: string = keys.ADMIN): Promise<readonly Entry[]> {
  const text = `{ auditEntries(orderBy: { field: AT }) { totalCount nodes {
    actor role action subjectId input source { name } before after outcome code upstreamRequestId } } }`;
  const { data } = await gateway.ask<{ auditEntries: { nodes: Entry[] } }>(text, {}, key);
  return data?.auditEntries.nodes ?? [];
}

describe('every mutation', () => {
  it('is there: one for each capability, and those that ask no vendor', async () => {
    const { data } = await gateway.ask<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      '{ __schema { mutationType { fields { name } } } }',
    );
    const names = data?.__schema.mutationType.fields.map(({ name }) => name).sort();
    // About no source: test/e2e/alerts.test.ts has it.
    expect(names).toEqual([...Object.keys(mutations), 'testAlert'].sort());
  });

  it.each(Object.entries(mutations))(
    '%s is refused below its role: nothing is asked for, and it is on record',
    async (name, { role, input }) => {
      const below = role === 'ADMIN' ? (['VIEWER', 'OPERATOR'] as const) : (['VIEWER'] as const);
      for (const each of below)
        expect(await send(name, input, keys[each])).toEqual({ payload: null, thrown: 'FORBIDDEN' });
      expect(asked).toEqual([]);
      const record = { action: name, outcome: 'REFUSED', code: 'FORBIDDEN', source: { name: 'splunk' }, after: null };
      expect(await audit()).toMatchObject(below.map((each) => ({ ...record, actor: each.toLowerCase(), role: each })));
      expect((await send(name, input, keys[role])).thrown).toBeNull();
    },
  );

  it.each(Object.entries(mutations))(
    '%s does not know what another scope holds: nothing is asked for, and it is on record',
    async (name, { input }) => {
      const elsewhere = input.replaceAll(':splunk', ':other');
      const { payload } = await send(name, elsewhere, keys.scoped);
      expect(payload?.errors[0]?.code).toMatch(/_NOT_FOUND$/);
      expect(asked).toEqual([]);
      expect(await audit()).toMatchObject([{ action: name, outcome: 'REFUSED', source: { name: 'other' } }]);
      // Whose key sees no more than one source sees the entries of that one.
      expect(await audit(keys.scoped)).toEqual([]);
    },
  );

  it.each(Object.entries(mutations))(
    '%s names the field whose id is no id, of another kind of thing, or unknown',
    async (name, { input }) => {
      const [field = '', id = ''] = /^(\w+): "([^"]+)"/.exec(input)?.slice(1) ?? [];
      for (const wrong of ['', 'no id', 'Quota:splunk:x', `${id.split(':')[0]}:splunk:../../gone`, `${id}%0d%0aX:1`]) {
        const { payload } = await send(name, input.replace(id, wrong));
        expect(payload?.errors[0]).toMatchObject({ code: expect.stringMatching(/_NOT_FOUND$/), path: [field] });
      }
      expect(asked).toEqual([]);
    },
  );
});

describe('a change', () => {
  it('is answered from the store after the source was read again, and is on record with before and after', async () => {
    vendor = async () => {
      source.says = { pools: [pool('new')] };
      return done({ vendorId: 'one' } as never, 'request-7');
    };
    const { payload } = await send(
      'updatePool',
      `poolId: "${POOL}", description: "new"`,
      keys.OPERATOR,
      'pool { id description }',
    );
    expect(payload).toEqual({ pool: { id: POOL, description: 'new' }, errors: [] });
    expect(await audit()).toMatchObject([
      {
        ...{ actor: 'operator', role: 'OPERATOR', action: 'updatePool', subjectId: POOL, source: { name: 'splunk' } },
        ...{ outcome: 'APPLIED', code: null, upstreamRequestId: 'request-7' },
        input: { poolId: POOL, description: 'new', appendPeers: false, dryRun: false },
        ...{ before: { description: 'old' }, after: { description: 'new' } },
      },
    ]);
  });

  it('is on record as UNKNOWN while it is under way', async () => {
    let seen: readonly Entry[] = [];
    vendor = async () => {
      seen = await audit();
      return done(null as never);
    };
    await send('updatePool', `poolId: "${POOL}", description: "new"`);
    expect(seen).toMatchObject([{ action: 'updatePool', outcome: 'UNKNOWN', code: null }]);
    expect(await audit()).toMatchObject([{ outcome: 'APPLIED' }]);
  });

  it('that the vendor accepted but that cannot be read again says so, and is on record as done and not seen', async () => {
    vendor = async () => {
      source.says = new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nobody there');
      return done(null as never);
    };
    const { payload } = await send('updatePool', `poolId: "${POOL}", description: "new"`, keys.ADMIN, 'pool { id }');
    expect(payload).toMatchObject({ pool: null, errors: [{ code: 'OUTCOME_UNKNOWN', path: null }] });
    expect(payload?.errors[0]?.message).toContain(
      'the vendor accepted it, but the source could not be read again (nobody there)',
    );
    expect(await audit()).toMatchObject([{ outcome: 'APPLIED', code: 'OUTCOME_UNKNOWN', after: null }]);
  });

  it('that does not show after the vendor accepted it says so', async () => {
    const { payload } = await send('deletePool', `poolId: "${POOL}"`, keys.ADMIN, 'deletedId');
    expect(payload).toMatchObject({ deletedId: null, errors: [{ code: 'OUTCOME_UNKNOWN' }] });
  });

  it.each([
    ['POOL_NOT_FOUND', 'REFUSED'],
    ['UPSTREAM_REJECTED', 'REFUSED'],
    ['UPSTREAM_UNAVAILABLE', 'FAILED'],
    ['OUTCOME_UNKNOWN', 'UNKNOWN'],
  ] as const)('that ends as %s is told so, and on record as %s', async (code, outcome) => {
    vendor = async () => notDone(code, "the vendor's words", null, 'request-8');
    const { payload } = await send('updatePool', `poolId: "${POOL}", description: "new"`, keys.ADMIN, 'pool { id }');
    expect(payload).toEqual({ pool: null, errors: [{ code, message: "the vendor's words", path: null }] });
    expect(await audit()).toMatchObject([{ outcome, code, upstreamRequestId: 'request-8', after: null }]);
  });

  it('whose outcome is not known has the source read again before it is answered', async () => {
    vendor = async () => notDone('OUTCOME_UNKNOWN', 'lost');
    const before = source.reads;
    await send('updatePool', `poolId: "${POOL}", description: "new"`);
    expect(source.reads).toBe(before + 1);
  });

  it('ends as a fault of ours when the vendor side throws, and stays on record as UNKNOWN', async () => {
    vendor = async () => {
      throw new Error('secret of ours');
    };
    expect(await send('updatePool', `poolId: "${POOL}", description: "new"`)).toEqual({
      payload: null,
      thrown: 'INTERNAL_SERVER_ERROR',
    });
    expect(await audit()).toMatchObject([{ outcome: 'UNKNOWN', code: 'INTERNAL_SERVER_ERROR' }]);
  });

  it('is asked for once for each field of an operation, in their order', async () => {
    const input = `input: { poolId: "${POOL}", description: "new" }`;
    await gateway.ask(
      `mutation { a: updatePool(${input}) { errors { code } } b: updatePool(${input}) { errors { code } } }`,
    );
    expect(asked).toEqual(['updatePool', 'updatePool']);
    expect((await audit()).map(({ outcome }) => outcome)).toEqual(['APPLIED', 'APPLIED']);
  });

  it('of what is not there is asked of nobody', async () => {
    const { payload } = await send('updatePool', 'poolId: "Pool:splunk:two", description: "new"');
    expect(payload?.errors[0]?.code).toBe('POOL_NOT_FOUND');
    expect(asked).toEqual([]);
  });
});

it('answers a refresh with the source as it then is, and why it could not be read', async () => {
  const refresh = () => send('refreshSource', 'sourceId: "Source:splunk"', keys.OPERATOR, 'source { name status }');
  expect((await refresh()).payload).toEqual({ source: { name: 'splunk', status: 'OK' }, errors: [] });
  source.says = new SourceFailure('AUTH_FAILED', 'HTTP_401', 'the vendor refused the credentials');
  expect(await audit()).toMatchObject([{ outcome: 'APPLIED', code: null }]);
  expect((await refresh()).payload).toEqual({
    source: { name: 'splunk', status: 'AUTH_FAILED' },
    errors: [{ code: 'UPSTREAM_REJECTED', message: 'the vendor refused the credentials', path: null }],
  });
  expect(await audit()).toMatchObject([{}, { outcome: 'REFUSED', code: 'UPSTREAM_REJECTED' }]);
});

describe('audit entries', () => {
  it('are for admins: to others FORBIDDEN, and null; a node of theirs is null', async () => {
    await send('refreshSource', 'sourceId: "Source:splunk"');
    const { data } = await gateway.ask<{ auditEntries: { nodes: { id: string }[] } }>(
      '{ auditEntries { nodes { id } } }',
    );
    const id = data?.auditEntries.nodes[0]?.id;
    expect(id).toMatch(/^AuditEntry:splunk:/);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    for (const key of [keys.VIEWER, keys.OPERATOR]) {
      const answer = await gateway.ask('{ auditEntries { totalCount } }', {}, key);
      expect(answer).toMatchObject({ data: { auditEntries: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(await gateway.ask(node, { id }, key)).toMatchObject({ data: { node: null } });
    }
    expect(await gateway.ask(node, { id })).toMatchObject({ data: { node: { id } } });
  });

  it('are found by actor, action, outcome, subject, time and words, newest first', async () => {
    await send('refreshSource', 'sourceId: "Source:splunk"', keys.OPERATOR);
    await send('deletePool', 'poolId: "Pool:splunk:gone"');
    await send('createLicense', 'sourceId: "Source:nowhere", policyId: "Policy:nowhere:p"');
    const found = async (filter: string) => {
      const text = `{ auditEntries(filter: { ${filter} }) { totalCount nodes { action } } }`;
      const { data } = await gateway.ask<{ auditEntries: { totalCount: number; nodes: Entry[] } }>(text);
      const names = data?.auditEntries.nodes.map(({ action }) => action) ?? [];
      expect(data?.auditEntries.totalCount).toBe(names.length);
      return names;
    };
    expect(await found('')).toEqual(['createLicense', 'deletePool', 'refreshSource']);
    expect(await found('actors: ["operator"]')).toEqual(['refreshSource']);
    expect(await found('actions: ["deletePool", "refreshSource"]')).toEqual(['deletePool', 'refreshSource']);
    expect(await found('outcomes: [APPLIED]')).toEqual(['refreshSource']);
    expect(await found('subjectId: "Pool:splunk:gone"')).toEqual(['deletePool']);
    expect(await found('sources: ["splunk"]')).toEqual(['deletePool', 'refreshSource']);
    expect(await found('search: "nowhere"')).toEqual(['createLicense']);
    expect(await found('atBefore: "2020-01-01T00:00:00Z"')).toEqual([]);
    expect(await found('atAfter: "2020-01-01T00:00:00Z"')).toHaveLength(3);
  });

  it('of what names no source are for those who see all sources', async () => {
    await send('refreshSource', 'sourceId: "Source:nowhere"');
    expect(await audit()).toMatchObject([{ source: null, subjectId: 'Source:nowhere', code: 'SOURCE_NOT_FOUND' }]);
    expect(await audit(keys.scoped)).toEqual([]);
  });
});

it('gives every command a capability', () => {
  const names = Object.keys(mutations).filter((name) => name !== 'acknowledgeMessage');
  for (const name of names) expect(capabilityOf(name as CommandName)).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
});
