/** Rows as Keygen sends them, with the defaults of a plain license: floating, not strict, no limits. */
import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../../src/domain/json.js';

type Attributes = Readonly<Record<string, unknown>>;
interface RawRow {
  id: string;
  type: string;
  attributes: Attributes;
  relationships?: Record<string, unknown>;
}

export interface SeedLicense {
  data: {
    id: string;
    type: string;
    links: JsonObject;
    attributes: JsonObject;
    relationships: Record<string, JsonObject>;
  };
}

/** The vendor documentation's own example, word for word. */
export function seedLicense(): SeedLicense {
  const path = new URL('../../../src/sources/keygen/fixtures/license.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as SeedLicense;
}

const link = (type: string, id: string) => ({ data: { type, id } });

export interface LicenseOptions {
  policy?: string;
  group?: string;
  users?: number;
  machines?: Readonly<Record<string, unknown>>;
  relationships?: Record<string, unknown>;
}

export function rawLicense(id: string, attributes: Attributes = {}, options: LicenseOptions = {}): RawRow {
  return {
    id,
    type: 'licenses',
    attributes: {
      name: null,
      key: `KEY-OF-${id}`,
      expiry: null,
      status: 'ACTIVE',
      uses: 0,
      suspended: false,
      protected: false,
      strict: false,
      floating: true,
      encrypted: false,
      scheme: null,
      maxMachines: null,
      maxProcesses: null,
      maxUsers: null,
      maxCores: null,
      maxUses: null,
      maxMemory: null,
      maxDisk: null,
      requireHeartbeat: false,
      requireCheckIn: false,
      version: null,
      lastValidated: null,
      lastCheckOut: null,
      lastCheckIn: null,
      nextCheckIn: null,
      metadata: {},
      created: '2026-01-01T00:00:00.000Z',
      updated: '2026-01-01T00:00:00.000Z',
      ...attributes,
    },
    relationships: {
      policy: link('policies', options.policy ?? 'policy-1'),
      group: options.group === undefined ? { data: null } : link('groups', options.group),
      owner: { data: null },
      users: { meta: { count: options.users ?? 0 } },
      machines: { meta: { count: 0, cores: 0, memory: 0, disk: 0, ...options.machines } },
      ...options.relationships,
    },
  };
}

export function rawPolicy(id = 'policy-1', attributes: Attributes = {}): RawRow {
  return {
    id,
    type: 'policies',
    attributes: {
      name: 'Plain',
      duration: 1_209_600,
      strict: false,
      floating: true,
      maxMachines: null,
      expirationStrategy: 'RESTRICT_ACCESS',
      overageStrategy: 'NO_OVERAGE',
      machineLeasingStrategy: 'PER_LICENSE',
      processLeasingStrategy: 'PER_MACHINE',
      requireCheckIn: false,
      checkInInterval: null,
      checkInIntervalCount: null,
      created: '2026-01-01T00:00:00.000Z',
      updated: '2026-01-01T00:00:00.000Z',
      ...attributes,
    },
    relationships: { product: link('products', 'product-1') },
  };
}

export function rawMachine(id: string, license: string, attributes: Attributes = {}, owner?: string): RawRow {
  return {
    id,
    type: 'machines',
    attributes: { fingerprint: `print-${id}`, name: null, ...attributes },
    relationships: {
      license: link('licenses', license),
      owner: owner === undefined ? { data: null } : link('users', owner),
    },
  };
}

export function rawProcess(id: string, license: string, machine: string): RawRow {
  return {
    id,
    type: 'processes',
    attributes: { pid: id },
    relationships: { license: link('licenses', license), machine: link('machines', machine) },
  };
}

export function rawGroup(id: string, attributes: Attributes = {}): RawRow {
  return {
    id,
    type: 'groups',
    attributes: { name: `Group ${id}`, maxLicenses: null, maxMachines: null, maxUsers: null, ...attributes },
  };
}
