/**
 * The license file this emulator takes: a STAND-IN. Only the vendor can sign a real Splunk `.lic`, so the emulator has a
 * form of its own with the same parts, which no Splunk takes; and it takes no real one.
 *
 *     <license><signature>BASE64</signature><payload><type>enterprise</type> … </payload></license>
 *
 * The payload's fields are those seen in public `.lic` texts. The signature is ed25519 over the payload element's exact
 * text, tags included, with a key made from public words: it shows that a file arrived whole, and protects nothing.
 */
import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { publicKey } from '../public-key.js';

/** Times and intervals are seconds, the quota is bytes a day. */
export interface LicenseFields {
  /** Also names the stack the license joins: `enterprise`, `download-trial`, `free`, `forwarder`, … */
  readonly type: string;
  readonly groupId: string;
  readonly quota: bigint;
  readonly maxViolations: number;
  readonly windowPeriod: number;
  readonly creationTime: number;
  /** 2147483647 = never. */
  readonly absoluteExpirationTime: number;
  /** Counts from the moment the license is added; 0 = none. */
  readonly relativeExpirationInterval: number;
  readonly label: string;
  readonly features: readonly string[];
  /** Empty = all. */
  readonly sourcetypes: readonly string[];
  readonly guid: string;
}

export interface LicenseFile {
  /** 64 hex digits, upper case: "the hash of the license payload", as the documentation says. */
  readonly hash: string;
  readonly fields: LicenseFields;
}

const DEFAULTS: Omit<LicenseFields, 'quota'> = {
  type: 'enterprise',
  groupId: 'Enterprise',
  maxViolations: 5,
  windowPeriod: 30,
  creationTime: Date.UTC(2026, 0, 1) / 1000,
  absoluteExpirationTime: 2_147_483_647,
  relativeExpirationInterval: 0,
  label: 'Splunk Enterprise',
  features: ['Auth', 'FwdData', 'RcvData', 'LocalSearch', 'DistSearch', 'RcvSearch', 'ScheduledSearch', 'Alerting'],
  sourcetypes: [],
  guid: '51A4D1A0-0000-4000-8000-000000000001',
};

const ENVELOPE =
  /^\s*(?:<\?xml[^>]*\?>\s*)?<license>\s*<signature>([A-Za-z0-9+/=\s]*)<\/signature>\s*(<payload>.*<\/payload>)\s*<\/license>\s*$/s;
const key = publicKey('license-gateway emulator: stand-in for the Splunk license signature');
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'feature' || name === 'sourcetype',
});

/**
 * The text of a stand-in license: one of the Enterprise group that never ends, but for what is stated. The same fields
 * make the same license. It is one line, so that no editor or form changes line endings under the signature.
 */
export function standInLicense(fields: Partial<LicenseFields> & Pick<LicenseFields, 'quota'>): string {
  const payload = payloadXml({ ...DEFAULTS, ...fields });
  return `<license><signature>${key.sign(payload)}</signature>${payload}</license>\n`;
}

/** What a license file says, or why it is none. Nothing of a payload is read before its signature is checked. */
export function readLicenseFile(text: string): LicenseFile | string {
  const [, signature, payload] = ENVELOPE.exec(text) ?? [];
  if (signature === undefined || payload === undefined || XMLValidator.validate(payload) !== true) {
    return 'Invalid license: not a license in XML';
  }
  if (!key.verify(payload, signature)) return 'Invalid license: the signature does not match the payload';
  const read = PAYLOAD.safeParse(parser.parse(payload));
  if (!read.success) {
    return `Invalid license: ${read.error.issues[0]?.path.slice(1).join('.') || 'payload'} is missing or unreadable`;
  }
  const { payload: row } = read.data;
  return {
    hash: createHash('sha256').update(payload).digest('hex').toUpperCase(),
    fields: {
      type: row.type,
      groupId: row.group_id,
      quota: row.quota,
      maxViolations: row.max_violations,
      windowPeriod: row.window_period,
      creationTime: row.creation_time,
      absoluteExpirationTime: row.absolute_expiration_time,
      relativeExpirationInterval: row.relative_expiration_interval,
      label: row.label,
      features: row.features,
      sourcetypes: row.sourcetypes,
      guid: row.guid,
    },
  };
}

function payloadXml(fields: LicenseFields): string {
  const element = (name: string, value: string | number | bigint) => `<${name}>${escapeXml(String(value))}</${name}>`;
  const elements = (name: string, values: readonly string[]) => values.map((value) => element(name, value)).join('');
  return [
    '<payload>',
    element('type', fields.type),
    element('group_id', fields.groupId),
    element('quota', fields.quota),
    element('max_violations', fields.maxViolations),
    element('window_period', fields.windowPeriod),
    element('creation_time', fields.creationTime),
    element('absolute_expiration_time', fields.absoluteExpirationTime),
    element('relative_expiration_interval', fields.relativeExpirationInterval),
    element('label', fields.label),
    `<features>${elements('feature', fields.features)}</features>`,
    `<sourcetypes>${elements('sourcetype', fields.sourcetypes)}</sourcetypes>`,
    element('guid', fields.guid),
    '</payload>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const word = z.string().min(1);
const bytes = z.string().regex(/^\d{1,19}$/);
const seconds = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);
/** An element without children reads as an empty text. */
const listOf = (name: 'feature' | 'sourcetype') =>
  z.union([z.literal('').transform(() => []), z.object({ [name]: z.array(word) }).transform((row) => row[name] ?? [])]);

const PAYLOAD = z.object({
  payload: z.object({
    type: z.string().regex(/^[a-z][a-z0-9_-]*$/),
    group_id: word,
    quota: bytes.transform(BigInt),
    max_violations: seconds,
    window_period: seconds,
    creation_time: seconds,
    absolute_expiration_time: seconds,
    relative_expiration_interval: seconds,
    label: word,
    features: listOf('feature'),
    sourcetypes: listOf('sourcetype'),
    guid: word,
  }),
});
