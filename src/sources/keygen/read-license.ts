/** One license read anew with all that belongs to it: what a change of it needs to be shown, in a few calls instead of a crawl. */
import { SourceFailure } from '../../domain/failure.js';
import type { KeygenClient } from './client.js';
import { findLicense, findPolicy } from './commands/reads.js';
import { crawl } from './crawl.js';
import { isRefusal, type KeygenAnswers } from './read.js';
import {
  countedShape,
  entitlementShape,
  type LicenseRow,
  type licenseShape,
  machineShape,
  type policyShape,
} from './shapes.js';
import type { Row, Rows, Shape } from './wire.js';

/** What the latest read of the account went by, so that one license is read as it is read among all. */
export interface ReadMode {
  readonly policies: boolean;
  readonly machines: boolean;
  readonly processes: boolean;
  readonly entitlements: boolean;
}

/** Before the account was ever read. */
export const READ_ALL: ReadMode = { policies: true, machines: true, processes: true, entitlements: true };

export function modeOf({ licenses, policies, machines, processes, entitlements }: KeygenAnswers): ReadMode {
  return {
    policies: policies !== null,
    machines: machines !== null,
    processes: processes !== null,
    entitlements: entitlements.size > 0 || licenses.rows.length === 0,
  };
}

/** Null: there is none of this id. Throws SourceFailure as a read of the account does. */
export async function readLicense(
  client: KeygenClient,
  id: string,
  mode: ReadMode,
  signal: AbortSignal,
): Promise<KeygenAnswers | null> {
  const license = await findLicense(client, id, signal);
  if (license === null) return null;
  const [policy, machines, processes, entitlements] = await Promise.all([
    mode.policies ? policyOf(license) : null,
    mode.machines
      ? part(() => crawl({ client, path: ['licenses', id, 'machines'], shape: machineShape, signal }))
      : null,
    mode.processes || license.values.maxProcesses !== null
      ? part(() => crawl({ client, path: ['processes'], filter: { license: id }, shape: countedShape, signal }))
      : null,
    mode.entitlements
      ? part(() => crawl({ client, path: ['licenses', id, 'entitlements'], shape: entitlementShape, signal }))
      : null,
  ]);
  return {
    licenses: only<typeof licenseShape>(license),
    policies: policy && only<typeof policyShape>(policy),
    groups: null,
    machines,
    processes,
    users: null,
    entitlements: new Map(entitlements === null ? [] : [[id, entitlements]]),
    gaps: [],
  };

  async function policyOf({ linked }: LicenseRow) {
    return linked.policy == null ? null : part(() => findPolicy(client, linked.policy ?? '', signal));
  }
}

/** Null where the vendor will not show it: as it is when the account is read. */
async function part<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceFailure && isRefusal(error)) return null;
    throw error;
  }
}

function only<S extends Shape>(row: Row<S>): Rows<S> {
  return { rows: [row], dropped: [], repeated: [] };
}
