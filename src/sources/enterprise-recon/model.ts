/** What Enterprise Recon adds to the common vocabulary; names as in schema/enterprise-recon.graphql. */
import type { License, Target } from '../../domain/entities.js';

/**
 * LEGACY: a number of targets per type (up to 2.0.31). SITEWIDE: one allowance of bytes. NON_SITEWIDE: targets and bytes,
 * for servers and clients. NONE: nothing is licensed. UNKNOWN: cannot be told from what was sent.
 */
export type EnterpriseReconModel = 'LEGACY' | 'SITEWIDE' | 'NON_SITEWIDE' | 'NONE' | 'UNKNOWN';

export interface EnterpriseReconLicense extends License {
  readonly typeName: 'EnterpriseReconLicense';
  readonly model: EnterpriseReconModel;
  readonly edition: string | null;
  readonly company: string | null;
  /** As sent; only there while scans wait to be processed. */
  readonly warning: string | null;
  readonly pendingBytes: bigint | null;
  readonly pendingScans: number | null;
}

export interface EnterpriseReconTarget extends Target {
  readonly typeName: 'EnterpriseReconTarget';
}
