/**
 * A STAND-IN for the vendor's license file, whose format only the vendor knows. It is three lines of text:
 *
 *     ENTERPRISE RECON LICENSE, STAND-IN OF AN EMULATOR, 1
 *     {"serial":"…","company":"…","edition":"PRO","expires":1798761600,"limits":[{"type":"…","comment":"…","total":"…"}]}
 *     <ed25519 signature of the two lines before, in base64>
 *
 * No Master Server takes such a file. The key is made from public words: it shows damage, and protects nothing.
 */
import { z } from 'zod';
import { publicKey } from '../public-key.js';

/** What one license grants, all of it: a pool that is not among the limits has none of it. */
export interface StandInLicense {
  /** What makes a file usable only once: an installation takes no serial twice. */
  readonly serial: string;
  readonly company: string;
  /** PCI, PII, PRO or NOW. */
  readonly edition: string;
  /** Kept in whole seconds. */
  readonly expires: Date;
  readonly limits: readonly LicenseLimit[];
}

/** A row of `summary` but for its usage. Type and comment together name the pool, since non-sitewide has each type twice. */
export interface LicenseLimit {
  readonly type: string;
  readonly comment: string;
  /** Decimal digits: targets, or bytes where the comment speaks of a data allowance. */
  readonly total: string;
}

const HEADER = 'ENTERPRISE RECON LICENSE, STAND-IN OF AN EMULATOR, 1';
const key = publicKey('license-gateway enterprise-recon emulator: stand-in license files');

const terms = z.strictObject({
  serial: z.string().min(1),
  company: z.string(),
  edition: z.string(),
  expires: z.int().transform((seconds) => new Date(seconds * 1000)),
  limits: z.array(z.strictObject({ type: z.string(), comment: z.string(), total: z.string().regex(/^\d+$/) })),
});

/** The text of a license file; an upload carries its base64. The same license gives the same text. */
export function standInLicense({ serial, company, edition, expires, limits }: StandInLicense): string {
  const seconds = Math.floor(expires.getTime() / 1000);
  const rows = limits.map(({ type, comment, total }) => ({ type, comment, total }));
  const signed = `${HEADER}\n${JSON.stringify({ serial, company, edition, expires: seconds, limits: rows })}`;
  return `${signed}\n${key.sign(signed)}\n`;
}

/** The license in the text of a file; null when it is none, or not as it was signed. */
export function readStandInLicense(text: string): StandInLicense | null {
  const [header, json, signature, ...rest] = text.trimEnd().split(/\r?\n/);
  if (header !== HEADER || json === undefined || signature === undefined || rest.length > 0) return null;
  if (!key.verify(`${header}\n${json}`, signature)) return null;
  // What is signed was written by `standInLicense`: JSON always, but with fields that a caller may have got wrong.
  const read = terms.safeParse(JSON.parse(json));
  return read.success ? read.data : null;
}
