/** `targets` rows: what is scanned, and the pool each takes its license from. */
import { globalId } from '../../domain/ids.js';
import type { EnterpriseReconModel, EnterpriseReconTarget } from './model.js';
import { canonicalType, type Pools, poolVendorId } from './pools.js';
import { otherFields, type RowContext, withUniqueIds } from './rows.js';
import type { TargetRow } from './wire.js';

/** How many names a message lists. */
const NAMED = 3;

/** Targets by exact id, never by name: two names can be one account with two ids (facts: quirk 7). */
export function normalizeTargets(
  rows: readonly TargetRow[],
  model: EnterpriseReconModel,
  pools: Pools,
  context: RowContext,
): EnterpriseReconTarget[] {
  const { source, licenseId, findings } = context;
  const refsOf = (vendorId: string) => {
    const targetId = globalId('Target', source, vendorId);
    return { subjectId: targetId, targetId, licenseId };
  };
  const homeless = new Map<string, EnterpriseReconTarget[]>();
  const targets = withUniqueIds(rows, 'Target', (row) => row.id, refsOf, findings).map(({ vendorId, row }) => {
    const type = canonicalType(row.type);
    const licensed = type !== 'none';
    const poolId = licensed ? countPoolOf(type, model, pools) : null;
    const target: EnterpriseReconTarget = {
      id: globalId('Target', source, vendorId),
      source,
      vendorId,
      typeName: 'EnterpriseReconTarget',
      displayName: row.name,
      vendorFields: otherFields(row, ['id', 'name', 'type']),
      name: row.name,
      type: row.type,
      licensed,
      licenseId,
      poolId,
    };
    if (licensed && poolId === null && lacksPool(type, model, pools)) {
      const sameType = homeless.get(type);
      if (sameType === undefined) homeless.set(type, [target]);
      else sameType.push(target);
    }
    return target;
  });
  for (const [type, of] of homeless) {
    findings.add({
      category: 'UNKNOWN_POOL',
      severity: 'WARN',
      concept: 'Pool',
      vendorId: poolVendorId(type, 'COUNT'),
      description: `${of.length} ${of.length === 1 ? 'target takes its license' : 'targets take their licenses'} from "${type}", which the summary does not list: ${namesOf(of)}. Shown without a pool.`,
      about: { subjectId: licenseId, licenseId, targetId: of.length === 1 ? (of[0]?.id ?? null) : null },
    });
  }
  return targets;
}

/** Non-sitewide calls the target `workstation` and its pool `client`; in legacy `workstation` is a pool of its own. */
function countPoolOf(type: string, model: EnterpriseReconModel, pools: Pools): string | null {
  const own = pools.byVendorId.get(poolVendorId(type, 'COUNT'));
  const alias = model === 'NON_SITEWIDE' && type === 'workstation' ? pools.byVendorId.get('client.COUNT') : undefined;
  return (own ?? alias)?.id ?? null;
}

/** A type licensed by bytes alone has no COUNT pool to miss, and a sitewide license has none at all. */
function lacksPool(type: string, model: EnterpriseReconModel, pools: Pools): boolean {
  return model !== 'SITEWIDE' && !pools.byVendorId.has(poolVendorId(type, 'BYTES'));
}

function namesOf(targets: readonly EnterpriseReconTarget[]): string {
  const names = targets.slice(0, NAMED).map((target) => target.name.slice(0, 100));
  return names.join(', ') + (targets.length > NAMED ? ` and ${targets.length - NAMED} more` : '');
}
