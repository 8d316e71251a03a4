/** Enterprise Recon's answers from files: that of /v1/licenses, and that of /v1/server where there is one. */
import { SourceFailure } from '../../domain/failure.js';
import { parseVendorJson } from '../json.js';
import { assertGiven, type ImportFile, jsonOrReason, type OfflineAnswers, offlineHttp, sorted } from '../offline.js';
import { checkLicensesBody } from './wire.js';

export function importEnterpriseRecon(files: readonly ImportFile[]): OfflineAnswers {
  const found = sorted(files, recognize);
  assertGiven(found, '/v1/licenses');
  const bodies = new Map(found.map(({ as, text }) => [as, text]));
  return {
    http: offlineHttp(({ path }) => bodies.get(path) ?? null),
    answeredAt: null,
    taken: found.map(({ file, as }) => ({ file, as })),
  };
}

function recognize({ text }: ImportFile): { as: string; text: string } | string {
  const json = jsonOrReason(text, parseVendorJson);
  if (typeof json === 'string') return json;
  if (typeof json.value !== 'object' || json.value === null) return NEITHER;
  if (isLicenses(json.value)) return { as: '/v1/licenses', text };
  return 'version' in json.value ? { as: '/v1/server', text } : NEITHER;
}

const NEITHER =
  'is neither what /v1/licenses answers nor what /v1/server does; fetch it again, and look what stands in it';

function isLicenses(value: unknown): boolean {
  try {
    checkLicensesBody(value);
    return true;
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return false;
  }
}
