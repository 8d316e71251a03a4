/** What of a thing an audit entry holds: what mutations can change of it. By name, so that nothing secret comes along. */
import type { Concept } from '../../domain/ids.js';
import { parseGlobalId } from '../../domain/ids.js';
import type { JsonObject } from '../../domain/json.js';
import type { NodeModel } from '../reader.js';

const LIMITS = ['maxMachines', 'maxProcesses', 'maxUsers', 'maxCores', 'maxUses', 'maxMemory', 'maxDisk'];

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
    ...['policyId', 'suspended', 'protected', 'uses', 'lastValidatedAt', 'lastCheckInAt', 'machineCount', ...LIMITS],
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

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Date ? value.toISOString() : value;
}
