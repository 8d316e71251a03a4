/** Policies, groups and machines of Keygen's in our words. */
import { globalId } from '../../domain/ids.js';
import { withVendorFields } from '../../domain/kept-json.js';
import type { KeygenGroup, KeygenMachine, KeygenPolicy } from './model.js';
import type { GroupRow, MachineRow, PolicyRow } from './shapes.js';

export function normalizePolicy({ id, values, linked, others }: PolicyRow, source: string): KeygenPolicy {
  const { created, updated, ...own } = values;
  const thing = {
    ...own,
    id: globalId('Policy', source, id),
    source,
    vendorId: id,
    typeName: 'KeygenPolicy',
    displayName: nameOf(values.name, id),
    name: nameOf(values.name, id),
    floating: values.floating ?? false,
    strict: values.strict ?? false,
    encrypted: values.encrypted ?? false,
    protected: values.protected ?? false,
    usePool: values.usePool ?? false,
    // What the vendor does where a policy names no strategy.
    overageStrategy: values.overageStrategy ?? 'NO_OVERAGE',
    expirationStrategy: values.expirationStrategy ?? 'REVOKE_ACCESS',
    requireHeartbeat: values.requireHeartbeat ?? false,
    requireCheckIn: values.requireCheckIn ?? false,
    requireProductScope: values.requireProductScope ?? false,
    requirePolicyScope: values.requirePolicyScope ?? false,
    requireMachineScope: values.requireMachineScope ?? false,
    requireFingerprintScope: values.requireFingerprintScope ?? false,
    requireComponentsScope: values.requireComponentsScope ?? false,
    requireUserScope: values.requireUserScope ?? false,
    requireChecksumScope: values.requireChecksumScope ?? false,
    requireVersionScope: values.requireVersionScope ?? false,
    requireEnvironmentScope: values.requireEnvironmentScope ?? false,
    metadata: values.metadata ?? {},
    createdAt: created,
    updatedAt: updated,
    accountVendorId: linked.account ?? null,
    environmentVendorId: linked.environment ?? null,
    productVendorId: linked.product ?? null,
  } as const;
  return withVendorFields(thing, others);
}

export function normalizeGroup({ id, values, others }: GroupRow, source: string): KeygenGroup {
  const thing = {
    id: globalId('Group', source, id),
    source,
    vendorId: id,
    typeName: 'KeygenGroup',
    displayName: nameOf(values.name, id),
    name: nameOf(values.name, id),
    maxLicenses: values.maxLicenses,
    maxMachines: values.maxMachines,
    maxUsers: values.maxUsers,
  } as const;
  return withVendorFields(thing, others);
}

/** Every machine of Keygen's belongs to a license: that is what activating one means. */
export function normalizeMachine({ id, values, linked, others }: MachineRow, source: string): KeygenMachine {
  const fingerprint = values.fingerprint ?? id;
  const name = nameOf(values.name, nameOf(fingerprint, id));
  const thing = {
    id: globalId('Target', source, id),
    source,
    vendorId: id,
    typeName: 'KeygenMachine',
    displayName: name,
    name,
    type: 'machine',
    licensed: true,
    licenseId: linked.license === undefined ? null : globalId('License', source, linked.license),
    poolId: null,
    fingerprint,
    hostname: values.hostname,
    platform: values.platform,
    ip: values.ip,
    cores: values.cores,
    memory: values.memory,
    disk: values.disk,
    lastHeartbeatAt: values.lastHeartbeat,
    createdAt: values.created,
  } as const;
  return withVendorFields(thing, others);
}

function nameOf(name: string | null, otherwise: string): string {
  return name === null || name.trim() === '' ? otherwise : name;
}
