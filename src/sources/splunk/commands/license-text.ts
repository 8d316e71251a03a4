/** A Splunk license file as far as it is looked at here: that it is one, and what of it names the license. Pure. */
import { parseXml, xmlChild, xmlText } from '../atom.js';

export interface LicenseText {
  /** As it is sent: never kept, logged or shown. */
  readonly xml: string;
  readonly guid: string | null;
  readonly label: string | null;
  /** Bytes a day. */
  readonly quota: bigint | null;
  /** Epoch seconds. */
  readonly createdAt: bigint | null;
  /** Epoch seconds; null: never, or not stated. */
  readonly expiresAt: bigint | null;
}

export type ReadLicenseText =
  | { readonly ok: true; readonly text: LicenseText }
  | { readonly ok: false; readonly problem: string };

const NEVER = 2_147_483_647n;

/** Only what is no license at all is refused here; whether it is a good one is the vendor's word. */
export function readLicenseText(content: Uint8Array): ReadLicenseText {
  const xml = decoded(content);
  if (xml === null) return { ok: false, problem: 'it is no text in UTF-8' };
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return { ok: false, problem: 'it declares a document type, as no license does' };
  }
  const root = parseXml(xml);
  if (root === null) return { ok: false, problem: 'it is no complete XML' };
  if (root.name !== 'license') return { ok: false, problem: 'its root is not <license>' };
  const payload = xmlChild(root.node, 'payload') ?? {};
  const field = (name: string) => xmlText(payload, name)?.trim() ?? null;
  const expiry = wholeNumber(field('absolute_expiration_time'));
  return {
    ok: true,
    text: {
      xml,
      guid: field('guid'),
      label: field('label'),
      quota: wholeNumber(field('quota')),
      createdAt: wholeNumber(field('creation_time')),
      expiresAt: expiry === NEVER || expiry === 0n ? null : expiry,
    },
  };
}

/** The shortest run that counts as quoted from the license; words that both may use, such as "signature", are shorter. */
const SHORTEST_ECHO = 12;

/** The vendor's words without what they repeat of the license: markup to the end, and any longer run of its signs. */
export function withoutEcho(said: string, xml: string): string {
  const text = said.replace(/(?:<|&lt;|%3C|\\u003c).*$/is, '…');
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
  const signs = places.map((place) => text[place]).join('');
  const license = xml.replace(/\s+/g, '');
  const isEcho = new Array<boolean>(text.length).fill(false);
  for (let start = 0; start + SHORTEST_ECHO <= signs.length; start++) {
    if (!license.includes(signs.slice(start, start + SHORTEST_ECHO))) continue;
    for (const place of places.slice(start, start + SHORTEST_ECHO)) isEcho[place] = true;
  }
  return [...text.split('')]
    .map((sign, place) => (isEcho[place] === true ? '…' : sign))
    .join('')
    .replace(/…[…\s]*…/g, '…');
}

function decoded(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

function wholeNumber(text: string | null): bigint | null {
  return text !== null && /^\d{1,19}$/.test(text) ? BigInt(text) : null;
}
