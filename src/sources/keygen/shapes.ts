/** Which attributes the schema names, resource by resource, and of what kind each is; read by wire.ts. */
import { count, flag, instant, object, type Row, type Shape, small, text } from './wire.js';

const shape = <const S extends Shape>(value: S): S => value;

const ownLimits = {
  maxMachines: small,
  maxProcesses: small,
  maxUsers: small,
  maxCores: small,
  maxUses: count,
  maxMemory: count,
  maxDisk: count,
};
const stamps = { created: instant, updated: instant };

export const licenseShape = shape({
  attributes: {
    ...ownLimits,
    ...stamps,
    name: text,
    key: text,
    expiry: instant,
    status: text,
    uses: count,
    suspended: flag,
    protected: flag,
    strict: flag,
    floating: flag,
    encrypted: flag,
    requireHeartbeat: flag,
    requireCheckIn: flag,
    scheme: text,
    version: text,
    lastValidated: instant,
    lastCheckOut: instant,
    lastCheckIn: instant,
    nextCheckIn: instant,
    metadata: object,
  },
  counts: ['users.count', 'machines.count', 'machines.cores', 'machines.memory', 'machines.disk'],
  secret: ['key'],
});

export const policyShape = shape({
  attributes: {
    ...ownLimits,
    ...stamps,
    name: text,
    duration: small,
    strict: flag,
    floating: flag,
    encrypted: flag,
    protected: flag,
    usePool: flag,
    scheme: text,
    requireCheckIn: flag,
    checkInInterval: text,
    checkInIntervalCount: small,
    requireHeartbeat: flag,
    heartbeatDuration: small,
    heartbeatBasis: text,
    heartbeatCullStrategy: text,
    heartbeatResurrectionStrategy: text,
    machineUniquenessStrategy: text,
    machineMatchingStrategy: text,
    componentUniquenessStrategy: text,
    componentMatchingStrategy: text,
    expirationStrategy: text,
    expirationBasis: text,
    renewalBasis: text,
    transferStrategy: text,
    authenticationStrategy: text,
    machineLeasingStrategy: text,
    processLeasingStrategy: text,
    overageStrategy: text,
    requireProductScope: flag,
    requirePolicyScope: flag,
    requireMachineScope: flag,
    requireFingerprintScope: flag,
    requireComponentsScope: flag,
    requireUserScope: flag,
    requireChecksumScope: flag,
    requireVersionScope: flag,
    requireEnvironmentScope: flag,
    metadata: object,
  },
});

export const groupShape = shape({
  attributes: { name: text, maxLicenses: small, maxMachines: small, maxUsers: small },
});

export const machineShape = shape({
  attributes: {
    name: text,
    fingerprint: text,
    hostname: text,
    platform: text,
    ip: text,
    cores: small,
    memory: count,
    disk: count,
    lastHeartbeat: instant,
    created: instant,
    maxProcesses: count,
  },
  kept: ['maxProcesses'],
});

export const entitlementShape = shape({ attributes: { name: text, code: text } });
/** Users and processes are only counted: nothing of them but what they belong to is kept. */
export const countedShape = shape({ attributes: {}, isBare: true });

export type LicenseRow = Row<typeof licenseShape>;
export type PolicyRow = Row<typeof policyShape>;
export type GroupRow = Row<typeof groupShape>;
export type MachineRow = Row<typeof machineShape>;
export type EntitlementRow = Row<typeof entitlementShape>;
export type CountedRow = Row<typeof countedShape>;

/** A policy's word for one of its strategies, `byDefault` where it names none; null where the policy or the word cannot be read. */
export function strategyOf(
  policy: PolicyRow | null,
  name: 'expirationStrategy' | 'overageStrategy' | 'machineLeasingStrategy' | 'processLeasingStrategy',
  byDefault: string,
): string | null {
  return policy === null || policy.unreadable.includes(name) ? null : (policy.values[name] ?? byDefault);
}
