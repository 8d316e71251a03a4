/** What the claims of a token that has been verified mean here: its holder's name, role and sources. */
import { BearerRefused } from '../refusal.js';
import { roles } from '../roles.js';
import { scopeOf, sourcePattern } from '../source-pattern.js';
import type { Viewer } from '../viewer.js';
import type { OidcOptions } from './options.js';

export type Claims = Readonly<Record<string, unknown>>;

type Meaning = Pick<OidcOptions, 'name' | 'nameClaim' | 'roles' | 'sourcesClaim'>;

/** Longer names would only fill the log and the audit trail. */
const LONGEST_NAME = 200;
/** Line breaks, invisible and reversing characters: nobody may look like somebody else in a log. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Throws BearerRefused for a token without a name, and for one whose holder has no role here. */
export function viewerOfClaims(claims: Claims, { name, nameClaim, roles: mapped, sourcesClaim }: Meaning): Viewer {
  const holder = nameIn(claimAt(claims, nameClaim), nameClaim);
  const held = texts(claimAt(claims, mapped.claim));
  const role = roles.findLast((each) => mapped.values[each].some((value) => held.includes(value)));
  if (role === undefined) {
    throw new BearerRefused(
      'NO_ROLE',
      `this token is good, but nothing in its claim ${mapped.claim} gives a role here; ask whoever runs this gateway for one`,
    );
  }
  const sources = sourcesClaim === null ? null : scopeOf(texts(claimAt(claims, sourcesClaim)).filter(isPattern));
  return { name: `${name}:${holder}`, role, sources };
}

/** By its whole name first, since names may hold dots (`https://acme.example/roles`), then as a path (`realm_access.roles`). */
export function claimAt(claims: unknown, path: string): unknown {
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return undefined;
  const own = claims as Claims;
  if (Object.hasOwn(own, path)) return own[path];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const found = Object.hasOwn(own, head) ? claimAt(own[head], path.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The texts of a list; of one text itself, and the words that spaces or commas part it into (as in `scope`). */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [...new Set([value, ...value.split(/[\s,]+/)])];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Anything else names no source: it gives nothing. */
function isPattern(text: string): boolean {
  return sourcePattern.test(text);
}

/** As it is, or not at all: changed, two holders could become one, in the audit trail and in what they may ask for. */
function nameIn(value: unknown, claim: string): string {
  const name = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof name !== 'string' || name === '') {
    throw new BearerRefused('INVALID', `this token does not say who holds it: the claim ${claim} is missing or empty`);
  }
  if (UNPRINTABLE.test(name) || name !== name.trim() || Array.from(name).length > LONGEST_NAME) {
    throw new BearerRefused(
      'INVALID',
      `this token does not say who holds it in a way that is accepted here: the claim ${claim} has more than ${LONGEST_NAME} characters, spaces at its ends, or line breaks, invisible or reversing characters in it`,
    );
  }
  return name;
}
