/** The answer of every mutation that leaves a license behind: the license as it is now. */
import type { EvaluatedLicense } from '../../domain/evaluated.js';
import type { Reader } from '../reader.js';
import type { Answered } from './carry-out.js';

export interface LicensePayload {
  readonly license: EvaluatedLicense;
}

export async function licenseNow(reader: Reader, id: string): Promise<Answered<LicensePayload> | null> {
  const license = (await reader.node(id)) as EvaluatedLicense | null;
  return license && { payload: { license }, after: license };
}
