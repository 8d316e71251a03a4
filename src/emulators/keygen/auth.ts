/** Who is asking (facts 3, "Auth"): a token as Bearer, Token, Basic or query parameter, or a license by its own key. */
import { forbidden, isRefusal, type Refusal, unauthorized } from './errors.js';
import { isUuid } from './paging.js';
import type { Query } from './query.js';
import { isBanned, isExpired, policyOf } from './rules.js';
import type { KeygenState, License, Token } from './state.js';

export type Bearer =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'license'; readonly license: License }
  /** Nobody says who; only a few routes take that. */
  | { readonly kind: 'anyone' };

export interface Credentials {
  readonly kind: 'token' | 'license';
  readonly value: string;
}

export interface AuthInput {
  readonly state: KeygenState;
  readonly authorization: string | undefined;
  readonly query: Query;
  readonly now: Date;
  /** The account that was asked for is not the one the tokens belong to. */
  readonly foreignAccount: boolean;
  /** Whether the route may be asked without credentials; wrong ones are refused all the same. */
  readonly anonymous: boolean;
}

export function authenticate(input: AuthInput): Bearer | Refusal {
  const credentials = readCredentials(input.authorization, input.query);
  if (credentials === null || credentials.value === '') {
    if (input.anonymous) return { kind: 'anyone' };
    return unauthorized('TOKEN_MISSING', 'You must be authenticated to complete the request');
  }
  return credentials.kind === 'license' ? byLicenseKey(input, credentials.value) : byToken(input, credentials.value);
}

/** The header wins over the query. Null when neither holds anything usable. */
export function readCredentials(authorization: string | undefined, query: Query): Credentials | null {
  const [, scheme = '', rest = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(authorization ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return { kind: 'token', value: rest.replace(/^token="?([^"]*)"?$/, '$1') };
    case 'license':
      return { kind: 'license', value: rest };
    case 'basic':
      return namedCredentials(Buffer.from(rest, 'base64').toString('utf8'));
    default:
      return namedCredentials(query.get('token') ?? query.get('auth') ?? '');
  }
}

/** `token:<t>` and `license:<k>`; any other name is itself the token. */
function namedCredentials(text: string): Credentials | null {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const value = colon < 0 ? '' : text.slice(colon + 1);
  if (name === 'token' || name === 'license') return { kind: name, value };
  return name === '' ? null : { kind: 'token', value: name };
}

function byToken(input: AuthInput, value: string): Bearer | Refusal {
  if (isUuid(value)) {
    return unauthorized('TOKEN_FORMAT_INVALID', "Token format is invalid: this is a token's id, not its value");
  }
  const token = input.foreignAccount ? undefined : input.state.tokens.get(value);
  if (token === undefined) return unauthorized('TOKEN_INVALID', 'Token is invalid');
  if (token.expiry !== null && token.expiry < input.now) return unauthorized('TOKEN_EXPIRED', 'Token is expired');
  return { kind: 'token', token };
}

function byLicenseKey(input: AuthInput, key: string): Bearer | Refusal {
  const { state, now } = input;
  const license = input.foreignAccount ? undefined : state.licenses.by('key', key)[0];
  if (license === undefined) return unauthorized('LICENSE_INVALID', 'License key is invalid');
  const policy = policyOf(state, license);
  if (isBanned(state, license)) return forbidden('License is banned', 'LICENSE_BANNED');
  if (license.suspended) return forbidden('License is suspended', 'LICENSE_SUSPENDED');
  if (policy.expirationStrategy === 'REVOKE_ACCESS' && isExpired(license, now)) {
    return forbidden('License is expired', 'LICENSE_EXPIRED');
  }
  if (policy.authenticationStrategy !== 'LICENSE' && policy.authenticationStrategy !== 'MIXED') {
    return forbidden('License key authentication is not allowed by policy', 'LICENSE_NOT_ALLOWED');
  }
  return { kind: 'license', license };
}

/** What the response says of the bearer in `Keygen-Bearer` and `Keygen-Token`; nothing for a refused one. */
export function bearerHeaders(bearer: Bearer | Refusal): Readonly<Record<string, string>> {
  if (isRefusal(bearer) || bearer.kind === 'anyone') return {};
  if (bearer.kind === 'license') return { 'keygen-bearer': bearer.license.id };
  return { 'keygen-bearer': bearer.token.bearerId, 'keygen-token': bearer.token.id };
}
