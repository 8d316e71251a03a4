/** What of a thing an audit entry holds: what mutations can change of it. By name, so that nothing secret comes along. */
import { limitNames } from '../../domain/commands.js';
import { type Concept, parseGlobalId } from '../../domain/ids.js';
import type { JsonObject } from '../../domain/json.js';
import type { NodeModel } from '../reader.js';

const fields: Readonly<Partial<Record<Concept, readonly string[]>>> = {
  Source: ['status', 'lastSyncedAt'],
  License: [
    ...[
      'name',
      'label',
      'type',
      'edition',
      'status',
      'reportedStatus',
      'expiresAt',
      'groupId',
      'stackId',
      'quotaBytes',
    ],
    ...[
      'policyId',
      'suspended',
      'protected',
      'uses',
      'lastValidatedAt',
      'lastCheckInAt',
      'machineCount',
      ...limitNames,
    ],
  ],
  Group: ['name', 'isActive'],
  Pool: ['name', 'description', 'stackId', 'isMax', 'limit', 'peerVendorIds'],
  Target: ['name', 'licenseId', 'fingerprint', 'hostname', 'platform', 'ip', 'cores', 'memory', 'disk'],
  Message: ['category', 'active', 'acknowledgedAt', 'acknowledgedBy'],
};

export function auditView(thing: NodeModel | null): JsonObject | null {
  if (thing === null) return null;
  const shown = fields[parseGlobalId(thing.id)?.concept ?? 'AuditEntry'] ?? [];
  const values = thing as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    shown.filter((name) => values[name] !== undefined).map((name) => [name, plain(values[name])]),
  ) as JsonObject;
}

/** Fields of inputs that can hold a secret, or anything at all. */
const LEFT_OUT = new Set(['content', 'key']);
/** What a caller sends must not fill the store. */
const LONGEST_TEXT = 300;
const LONGEST_LIST = 100;

/** What was asked for, without what must not be kept: of metadata the names alone. */
export function auditInput(input: object): JsonObject {
  const kept = Object.entries(input).filter(([name, value]) => !LEFT_OUT.has(name) && value !== undefined);
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'metadata' ? namesOf(value) : short(value)]),
  ) as JsonObject;
}

function namesOf(metadata: unknown): unknown {
  return metadata === null ? null : short(Object.keys(metadata as object));
}

function short(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map(short);
  if (typeof value !== 'object' || value === null || value instanceof Date) return plain(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, short(item)]));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Date ? value.toISOString() : value;
}
