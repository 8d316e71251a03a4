/** The API's versions and what older ones call differently (facts 3, "Version shifts"). */
import { badHeader, type Refusal } from './errors.js';
import type { Resource } from './resources/document.js';

export interface ApiVersion {
  readonly text: string;
  readonly minor: number;
}

const NEWEST_MINOR = 8;

/** `header` is what the request asks for, `pinned` the account's own version. */
export function parseVersion(header: string | undefined, pinned: string): ApiVersion | Refusal {
  const text = header === undefined || header === '' ? pinned : header;
  const match = /^v?1(?:\.(\d))?$/.exec(text);
  const minor = match === null ? Number.NaN : Number(match[1] ?? 0);
  if (minor <= NEWEST_MINOR) return { text: `1.${minor}`, minor };
  return badHeader('Keygen-Version', 'INVALID_API_VERSION', 'invalid version provided in Keygen-Version header');
}

export interface Validation {
  readonly valid: boolean;
  readonly detail: string;
  readonly code: string;
}

/** Until 1.1 a verdict's code was its `constant`, and an overage made every license invalid. */
export function validationInVersion(version: ApiVersion, { valid, detail, code }: Validation): object {
  if (version.minor > 1) return { valid, detail, code };
  return { valid: valid && !code.startsWith('TOO_'), detail, constant: code };
}

/** The resource as a client of that version knows it. */
export function inVersion(version: ApiVersion, current: Resource): Resource {
  let shown = current;
  if (version.minor <= 6 && shown.type === 'policies') shown = withOneLeasingStrategy(shown);
  if (version.minor <= 5 && 'owner' in shown.relationships) shown = withUserForOwner(shown);
  return shown;
}

function withOneLeasingStrategy(policy: Resource): Resource {
  const { machineLeasingStrategy: _, processLeasingStrategy, ...attributes } = policy.attributes;
  return { ...policy, attributes: { ...attributes, leasingStrategy: processLeasingStrategy ?? null } };
}

function withUserForOwner(owned: Resource): Resource {
  const { owner, ...relationships } = owned.relationships;
  if (owner === undefined) return owned;
  const user = { ...owner, links: { related: owner.links.related.replace(/owner$/, 'user') } };
  return { ...owned, relationships: { ...relationships, user } };
}
