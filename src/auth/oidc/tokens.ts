/** Who holds a token of an identity provider: signature, issuer, audience and times verified before any claim is believed. */
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock, Logger } from '../../domain/ports.js';
import { BearerRefused } from '../refusal.js';
import type { Viewer } from '../viewer.js';
import { viewerOfClaims } from './claims.js';
import { createFetchJson } from './fetch-json.js';
import { createKeySet, type KeySet } from './key-set.js';
import type { OidcOptions } from './options.js';

/** What tokens of one provider say. */
export interface Provider {
  readonly options: OidcOptions;
  readonly keys: KeySet;
  /** Throws BearerRefused. */
  viewerOf(token: string): Promise<Viewer>;
}

export interface TokenDeps {
  readonly clock: Clock;
  readonly logger: Logger;
}

const KEYS_TIMEOUT_MS = 5_000;

/** Of access and ID tokens; others (a logout token, say) are signed with the same keys, and let nobody in. */
const TOKEN_TYPES: ReadonlySet<unknown> = new Set([
  undefined,
  'jwt',
  'at+jwt',
  'application/jwt',
  'application/at+jwt',
]);

/** Whether a bearer has the form of a token: three parts in base64url, the first of which begins as a JSON object does. */
export function isTokenShaped(bearer: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(bearer);
}

/** The provider whose token this claims to be. Throws BearerRefused when it is none of them, or no token at all. */
export function providerOf(token: string, providers: readonly Provider[]): Provider {
  const { iss } = unverified(() => decodeJwt(token));
  const provider = providers.find(({ options }) => options.issuer === iss);
  if (provider !== undefined) return provider;
  throw refused(
    iss === undefined ? 'it does not say who issued it' : 'it was issued by somebody who is not known here',
  );
}

/** `before`: the keys of the same provider as they were read last; they are read again before they are next used. */
export function createProvider(options: OidcOptions, { clock, logger }: TokenDeps, before?: KeySet): Provider {
  const { issuer, jwksUri, audiences, algorithms, clockToleranceMs } = options;
  const fetchJson = createFetchJson({ ca: options.ca, timeoutMs: KEYS_TIMEOUT_MS });
  const keys = createKeySet({ issuer, jwksUri, fetchJson, clock, logger }, before);

  async function verified(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys.keyOf, {
        issuer,
        audience: [...audiences],
        algorithms: [...algorithms],
        clockTolerance: clockToleranceMs / 1000,
        currentDate: clock.now(),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      if (error instanceof BearerRefused) throw error;
      if (!(error instanceof errors.JOSEError)) logger.warn({ err: error, issuer }, 'a token could not be verified');
      throw refused(problemOf(error));
    }
  }

  return {
    options,
    keys,
    async viewerOf(token) {
      const { typ }: { readonly typ?: unknown } = unverified(() => decodeProtectedHeader(token));
      if (!TOKEN_TYPES.has(typeof typ === 'string' ? typ.toLowerCase() : typ))
        throw refused('it is not an access token or ID token');
      return viewerOfClaims(await verified(token), options);
    },
  };
}

/** Reads a part that nobody vouches for yet. */
function unverified<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw refused('it is damaged');
  }
}

function problemOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'it has expired; get a new one';
  if (error instanceof errors.JWTClaimValidationFailed) return claimProblem(error);
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return 'it is signed in a way that is not accepted here';
  }
  if (error instanceof errors.JWKSNoMatchingKey) return 'it is signed with a key that its issuer does not have';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'it does not say which key of its issuer signed it';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  return 'it is damaged, or its signature cannot be checked';
}

function claimProblem({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `the claim ${claim} is missing`;
  if (reason === 'invalid') return `the claim ${claim} has a value that it cannot have`;
  if (claim === 'nbf') return 'it is not valid yet';
  return claim === 'aud' ? 'it was issued for somebody else (its audience is another)' : 'its issuer is another';
}

function refused(problem: string): BearerRefused {
  return new BearerRefused('INVALID', `this token is not accepted: ${problem}`);
}
