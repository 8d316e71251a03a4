/** Every field of the vendor's documented license, and where a snapshot holds it. */
import { describe, expect, it } from 'vitest';
import type { KeygenLicense } from '../../../src/sources/keygen/model.js';
import { keygenVerdict } from '../../../src/sources/keygen/verdict.js';
import { NOW, readLists } from './fake-server.js';
import { seedLicense } from './rows.js';

const seed = seedLicense().data;
const snapshot = await readLists({ licenses: [seed] });
const license = snapshot.licenses[0] as KeygenLicense;
const PATH = '/v1/accounts/<account>';

/** Attribute of the seed → path in the license → value. */
const attributes: readonly [string, string, unknown][] = [
  ['name', 'name', null],
  ['key', 'key', '6DFB15-6597FC-B7DBB6-E34DAB-9D77C0-V3'],
  ['expiry', 'expiresAt', new Date('2022-03-15T19:27:50.440Z')],
  ['status', 'reportedStatus', 'ACTIVE'],
  ['uses', 'uses', 0n],
  ['protected', 'protected', false],
  ['version', 'version', '1.0.0'],
  ['suspended', 'suspended', false],
  ['scheme', 'scheme', null],
  ['encrypted', 'encrypted', false],
  ['floating', 'floating', false],
  ['strict', 'strict', false],
  ['maxMachines', 'maxMachines', 5],
  ['maxProcesses', 'maxProcesses', null],
  ['maxUsers', 'maxUsers', null],
  ['maxCores', 'maxCores', 64],
  ['maxUses', 'maxUses', null],
  ['requireHeartbeat', 'requireHeartbeat', false],
  ['requireCheckIn', 'requireCheckIn', false],
  ['lastValidated', 'lastValidatedAt', new Date('2021-03-15T19:27:50.440Z')],
  ['lastCheckOut', 'lastCheckOutAt', null],
  ['lastCheckIn', 'lastCheckInAt', null],
  ['nextCheckIn', 'nextCheckInAt', null],
  ['metadata', 'metadata', {}],
  ['created', 'createdAt', new Date('2017-01-02T20:26:53.464Z')],
  ['updated', 'updatedAt', new Date('2017-01-02T20:26:53.464Z')],
];

/** Relationship of the seed → path in the license → value, beside its own copy in vendorFields. */
const relationships: readonly [string, string, unknown][] = [
  ['account', 'accountVendorId', '<account>'],
  ['product', 'productVendorId', 'eb4e14a7-ea41-4ede-b3fe-5e835c17156b'],
  ['policy', 'policyId', 'Policy:keygen:70af414d-6152-4ff1-892b-15a40ada6b4e'],
  ['group', 'groupId', null],
  ['owner', 'ownerVendorId', 'e8bf27c0-5f9c-4135-a65c-f52706c5fd4c'],
  ['users', 'userCount', 0],
  ['machines', 'machineCount', 2],
  ['tokens', 'vendorFields.relationships.tokens.links.related', `${PATH}/licenses/${seed.id}/tokens`],
  ['entitlements', 'vendorFields.relationships.entitlements.links.related', `${PATH}/licenses/${seed.id}/entitlements`],
];

describe('The documented license', () => {
  it('has its id, type and link', () => {
    expect(license).toMatchObject({
      id: 'License:keygen:b18e3f3a-330c-4d8d-ae2e-014db21fa827',
      vendorId: 'b18e3f3a-330c-4d8d-ae2e-014db21fa827',
      typeName: 'KeygenLicense',
      displayName: 'b18e3f3a-330c-4d8d-ae2e-014db21fa827',
      vendorFields: { type: 'licenses', links: { self: `${PATH}/licenses/b18e3f3a-330c-4d8d-ae2e-014db21fa827` } },
    });
  });

  it('has no attribute or relationship that the tables below leave out', () => {
    expect(attributes.map(([name]) => name).sort()).toEqual(Object.keys(seed.attributes).sort());
    expect(relationships.map(([name]) => name).sort()).toEqual(Object.keys(seed.relationships).sort());
  });

  it.each(attributes)('shows attribute %s as %s', (_, path, value) => {
    expect(at(license, path)).toEqual(value);
  });

  it.each(relationships)('shows relationship %s as %s', (name, path, value) => {
    expect(at(license, path)).toEqual(value);
    expect(at(license, `vendorFields.relationships.${name}`)).toEqual(seed.relationships[name]);
  });

  it('has nothing of its named attributes, least of all its key, among the vendor fields', () => {
    expect(Object.keys(license.vendorFields).sort()).toEqual(['links', 'relationships', 'type']);
    const { key, ...rest } = license;
    expect(JSON.stringify({ ...snapshot, licenses: [rest] }, plain)).not.toContain(key);
  });

  it('stands as Keygen defines its status', () => {
    expect(license.standing).toEqual({
      reported: 'ACTIVE',
      reportedBeforeExpiry: false,
      banned: false,
      suspended: false,
      activeUntil: new Date('2021-06-13T19:27:50.440Z'),
      expiringDays: 3,
      strictBounds: true,
    });
    expect(license.expiresAt).toEqual(new Date('2022-03-15T19:27:50.440Z'));
  });

  it('is measured by its machines, users, uses and the cores it limits', () => {
    expect(snapshot.meters.map(({ dimension, used, limit }) => [dimension, used, limit])).toEqual([
      ['USERS', 0n, { kind: 'unlimited' }],
      ['MACHINES', 2n, { kind: 'limited', value: 5n }],
      ['CORES', null, { kind: 'limited', value: 64n }],
      ['USES', 0n, { kind: 'unlimited' }],
    ]);
  });

  it('has no verdict without its policy once it is expired, and says why', () => {
    expect(keygenVerdict(license.verdictFacts, NOW)).toEqual({
      valid: null,
      code: null,
      detail: 'it is expired and its policy could not be read',
      determinate: false,
    });
  });
});

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner, name) => (inner as Record<string, unknown>)[name], value);
}

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
