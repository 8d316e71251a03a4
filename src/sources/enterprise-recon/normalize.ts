/** From a checked answer of Enterprise Recon to a snapshot. Pure; the vendor's quirks end here. */
import { emptySnapshot, type Gap, type Snapshot } from '../../domain/snapshot.js';
import { compareSums, normalizeDataUsages } from './data-usages.js';
import { createFindings } from './findings.js';
import { detectModel, installationLicenseId, normalizeLicense } from './license.js';
import { normalizePools, poolRow } from './pools.js';
import { otherFields, type RowContext, readRows } from './rows.js';
import { normalizeTargets } from './targets.js';
import { dataUsageRow, type LicensesBody, type ServerBody, summaryRow, targetRow } from './wire.js';

export interface Answers {
  readonly licenses: LicensesBody;
  /** Null when the server does not tell. */
  readonly server: ServerBody | null;
  readonly gaps: readonly Gap[];
}

/** `source` is the source's name, `observedAt` when the read began. */
export function normalize(answers: Answers, source: string, observedAt: Date): Snapshot {
  const { licenses: body, server } = answers;
  const findings = createFindings();
  const context: RowContext = { source, licenseId: installationLicenseId(source), findings };
  const summary = readRows(body.summary, { name: 'summary', concept: 'Pool', schema: summaryRow }, context);
  const targetRows = readRows(body.targets, { name: 'targets', concept: 'Target', schema: targetRow }, context);
  const usageRows = readRows(
    body.datausage,
    { name: 'datausage', concept: 'DataUsage', schema: dataUsageRow },
    context,
  );

  const poolRows = summary.map(poolRow);
  const model = detectModel({
    pools: poolRows,
    attributions: usageRows.flatMap(({ attribution }) => attribution ?? []),
    hasTargets: body.targets !== null,
    state: body.fields.state,
  });
  const license = normalizeLicense({ fields: body.fields, model, hasPools: summary.length > 0, observedAt }, context);
  const pools = normalizePools(poolRows, { expiresAt: license.expiresAt, observedAt }, context);
  const targets = normalizeTargets(targetRows, model, pools, context);
  const dataUsages = normalizeDataUsages(usageRows, targets, pools, context);
  if (body.datausage !== null) compareSums(dataUsages, pools, context);

  return {
    ...emptySnapshot(observedAt),
    version: server?.version ?? null,
    vendorFields: otherFields(server ?? {}, ['version']),
    licenses: [license],
    pools: pools.pools,
    targets,
    dataUsages: dataUsages.usages,
    meters: pools.meters,
    findings: findings.list(),
    gaps: answers.gaps,
  };
}
