/** What is read of an account and in which order; a part that is refused becomes a gap, the licenses themselves a failure. */
import { SourceFailure } from '../../domain/failure.js';
import { createPace } from '../../domain/pace.js';
import type { Gap } from '../../domain/snapshot.js';
import { isAskable, type KeygenClient } from './client.js';
import { crawl } from './crawl.js';
import type { ListMemory } from './list-memory.js';
import { countedShape, entitlementShape, groupShape, licenseShape, machineShape, policyShape } from './shapes.js';
import type { Rows, Shape } from './wire.js';

/** A list's rows; null when the list was refused or not needed. */
export interface KeygenAnswers {
  readonly licenses: Rows<typeof licenseShape>;
  readonly policies: Rows<typeof policyShape> | null;
  readonly groups: Rows<typeof groupShape> | null;
  readonly machines: Rows<typeof machineShape> | null;
  /** Read only where a license limits its processes. */
  readonly processes: Rows<typeof countedShape> | null;
  /** Read only where there are groups. */
  readonly users: Rows<typeof countedShape> | null;
  /** License id → what it is entitled to, its policy's entitlements included. */
  readonly entitlements: ReadonlyMap<string, Rows<typeof entitlementShape>>;
  readonly gaps: readonly Gap[];
  /** List → what is kept of it for the next read; without those that cannot be compared with it. */
  readonly memories?: ReadonlyMap<string, ListMemory>;
}

/**
 * The vendor lists entitlements only license by license. Above so many licenses that is not worth its calls: 250 fit into
 * half of the vendor's customary 500 calls in five minutes.
 */
export const MOST_LICENSES_FOR_ENTITLEMENTS = 250;
const ENTITLEMENT_LANES = 4;

/**
 * `readAt`: when the read began. Throws SourceFailure when the licenses, or any list for another reason than a refusal,
 * cannot be read.
 */
export async function readAccount(client: KeygenClient, outer: AbortSignal, readAt: Date): Promise<KeygenAnswers> {
  // The first failure ends the other crawls, too.
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const gaps: Gap[] = [];
  const memories = new Map<string, ListMemory>();
  const pace = createPace();
  try {
    const [licenses, policies, groups, machines, entitlements] = await Promise.all([
      list('licenses', licenseShape),
      part('policies', policyShape),
      part('groups', groupShape),
      part('machines', machineShape),
      part('entitlements', entitlementShape),
    ]);
    const limitsProcesses = licenses.rows.some((row) => row.values.maxProcesses !== null);
    const [processes, users, entitled] = await Promise.all([
      limitsProcesses ? part('processes', countedShape) : null,
      groups !== null && groups.rows.length > 0 ? part('users', countedShape) : null,
      entitlements !== null && entitlements.rows.length > 0
        ? licenseEntitlements(licenses.rows.map((row) => row.id))
        : new Map<string, Rows<typeof entitlementShape>>(),
    ]);
    return {
      licenses,
      policies,
      groups,
      machines,
      processes,
      users,
      entitlements: entitled,
      // In one order, whichever list was refused first.
      gaps: gaps.sort((a, b) => a.part.localeCompare(b.part)),
      memories,
    };
  } finally {
    stop.abort();
  }

  async function list<S extends Shape>(name: string, shape: S): Promise<Rows<S>> {
    const { memory, ...rows } = await crawl({ client, path: [name], shape, signal, rememberAt: readAt, pace });
    if (memory !== null) memories.set(name, memory);
    return rows;
  }

  async function part<S extends Shape>(name: string, shape: S): Promise<Rows<S> | null> {
    try {
      return await list(name, shape);
    } catch (error) {
      if (!(error instanceof SourceFailure) || !isRefusal(error)) throw error;
      gaps.push({ part: name, code: error.code, message: error.message });
      return null;
    }
  }

  async function licenseEntitlements(ids: readonly string[]) {
    const found = new Map<string, Rows<typeof entitlementShape>>();
    if (ids.length > MOST_LICENSES_FOR_ENTITLEMENTS) {
      gaps.push(tooManyLicenses(ids.length));
      return found;
    }
    const queue = ids.filter(isAskable);
    let refusal: SourceFailure | null = null;
    await Promise.all(Array.from({ length: ENTITLEMENT_LANES }, lane));
    if (refusal !== null) gaps.push(entitlementGap(refusal, found.size, ids.length));
    return found;

    async function lane(): Promise<void> {
      for (let id = queue.shift(); id !== undefined && refusal === null; id = queue.shift()) {
        try {
          const path = ['licenses', id, 'entitlements'];
          found.set(id, await crawl({ client, path, shape: entitlementShape, signal, isCounted: false }));
        } catch (error) {
          if (!(error instanceof SourceFailure)) throw error;
          // Deleted since the licenses were listed: it goes with the next sync.
          if (error.code === 'HTTP_404') continue;
          if (!isRefusal(error) && error.status !== 'RATE_LIMITED') throw error;
          refusal = error;
        }
      }
    }
  }
}

/** The vendor will not show this part to this credential, or has no such part: asking again changes nothing. */
export function isRefusal({ status, code }: SourceFailure): boolean {
  return status === 'FORBIDDEN' || code === 'HTTP_404' || code === 'HTTP_405';
}

export function tooManyLicenses(licenses: number): Gap {
  return {
    part: 'license entitlements',
    code: 'TOO_MANY_LICENSES',
    message: `entitlements are read for at most ${MOST_LICENSES_FOR_ENTITLEMENTS} licenses, as the vendor lists them only license by license; this account has ${licenses}`,
  };
}

function entitlementGap(refusal: SourceFailure, read: number, all: number): Gap {
  return {
    part: 'license entitlements',
    code: refusal.code,
    message: `the entitlements of ${all - read} of ${all} licenses were not read: ${refusal.message}`,
  };
}
