/** The public keys of an identity provider: read when they are first needed, again when they are old or one is missing, and kept while it is down. */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock, Logger } from '../../domain/ports.js';
import { BearerRefused } from '../refusal.js';
import type { FetchJson } from './fetch-json.js';

export interface KeySetDeps {
  readonly issuer: string;
  /** Null: where the issuer's discovery document says. */
  readonly jwksUri: string | null;
  readonly fetchJson: FetchJson;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A key that was taken back counts this much longer. */
const FRESH_MS = 600_000;
/** Tokens that name keys which do not exist must not make us ask without end. */
const COOLDOWN_MS = 10_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
/** What is wrong with one key is no reason to refuse the others (RFC 7517, 5). */
const keySet = z.object({ keys: z.array(z.looseObject({})) });

/** Answers the key that a token's header names. Throws BearerRefused when the keys, or a key that may be new, cannot be had. */
export function createKeySet({ issuer, jwksUri, fetchJson, clock, logger }: KeySetDeps): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failing = false;
  let running: Promise<void> | null = null;

  async function read(): Promise<void> {
    try {
      const set = keySet.parse(await fetchJson(jwksUri ?? (await discover())));
      keys = createLocalJWKSet(set as JSONWebKeySet);
      readAt = clock.now().getTime();
      failing = false;
    } catch (error) {
      failing = true;
      logger.warn({ err: error, issuer, kept: keys !== null }, 'the keys of an identity provider cannot be read');
    }
  }

  async function discover(): Promise<string> {
    const document = discovery.parse(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
    // Else the keys of one provider would count for the tokens of another (OpenID Connect Discovery 1.0, 4.3).
    if (document.issuer !== issuer)
      throw new Error('its discovery document is of another issuer than the configured one');
    return document.jwks_uri;
  }

  /** One read for all who wait for it, and none soon after the last. */
  function refresh(): Promise<void> {
    const now = clock.now().getTime();
    if (running === null && isApart(now, triedAt, COOLDOWN_MS)) {
      triedAt = now;
      running = read().finally(() => {
        running = null;
      });
    }
    return running ?? Promise.resolve();
  }

  return async (header, token) => {
    const isOld = isApart(clock.now().getTime(), readAt, FRESH_MS);
    // While the provider is down, nobody waits for it: the keys that are here go on counting.
    if (isOld && keys !== null && failing) void refresh();
    else if (isOld) await refresh();
    if (keys === null) throw unavailable();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await refresh();
    if (failing) throw unavailable();
    return keys(header, token);
  };
}

/** Either way: a clock that was set back must not keep the keys as they are until it has caught up. */
function isApart(a: number, b: number, ms: number): boolean {
  return Math.abs(a - b) >= ms;
}

function unavailable(): BearerRefused {
  return new BearerRefused(
    'UNAVAILABLE',
    'this token cannot be checked now, because the keys of the identity provider cannot be had; try again later, or use an API key',
    COOLDOWN_MS / 1000,
  );
}
