/** Global ids: readable, stable, `<Concept>:<source>:<vendor id, percent-encoded>`; a source is `Source:<name>`. */
import { createHash } from 'node:crypto';

export const concepts = [
  'Source',
  'License',
  'Group',
  'Stack',
  'Pool',
  'Peer',
  'Target',
  'DataUsage',
  'Message',
  'Quota',
  'Policy',
  'AuditEntry',
] as const;
export type Concept = (typeof concepts)[number];
const CONCEPTS: ReadonlySet<string> = new Set(concepts);

/** The longest vendor id, in UTF-8 bytes, that is spelled out in a global id; a longer one is replaced by its hash. */
const MAX_VENDOR_ID_BYTES = 200;

/** The global id of a vendor's object. The vendor id may hold any characters, colons included. */
export function globalId(concept: Exclude<Concept, 'Source'>, source: string, vendorId: string): string {
  return `${concept}:${source}:${encodeVendorId(vendorId)}`;
}

export function sourceId(name: string): string {
  return `Source:${name}`;
}

export interface ParsedId {
  readonly concept: Concept;
  readonly source: string;
}

/** The concept and source an id names, or null when the text is no id of this gateway. Says nothing about existence. */
export function parseGlobalId(id: string): ParsedId | null {
  // Not split: a page with what is nested in it takes hundreds of ids apart.
  const first = id.indexOf(':');
  const concept = id.slice(0, first);
  if (first === -1 || !CONCEPTS.has(concept)) return null;
  const second = id.indexOf(':', first + 1);
  const source = second === -1 ? id.slice(first + 1) : id.slice(first + 1, second);
  if (source === '' || (concept === 'Source') !== (second === -1)) return null;
  if (second !== -1 && (second === id.length - 1 || id.includes(':', second + 1))) return null;
  return { concept: concept as Concept, source };
}

/**
 * `<Concept>.<vendor id>[.<DIMENSION>]`: how the ids of quotas and messages name a thing, told from its global id. The
 * vendor id is decoded, and stays a hash where the global id only has that.
 */
export function thingName(id: string, dimension?: string): string {
  const [concept = '', , encoded = ''] = id.split(':');
  // Most ids have nothing to decode, and there can be hundreds of thousands of them.
  const vendorId = encoded.includes('%') && !encoded.startsWith('sha256-') ? decodeURIComponent(encoded) : encoded;
  return `${concept}.${vendorId}${dimension === undefined ? '' : `.${dimension}`}`;
}

function encodeVendorId(vendorId: string): string {
  const text = vendorId.toWellFormed();
  if (Buffer.byteLength(text) <= MAX_VENDOR_ID_BYTES) return encodeURIComponent(text);
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}
