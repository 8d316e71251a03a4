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

export interface KeySet {
  /** Answers the key that a token's header names. Throws BearerRefused when the keys, or a key that may be new, cannot be had. */
  readonly keyOf: JWTVerifyGetKey;
  /** What was read last; null: nothing yet. */
  last(): ReadKeys | null;
}

interface ReadKeys {
  readonly keyOf: JWTVerifyGetKey;
  /** When, in milliseconds. */
  readonly at: number;
}

/** A key that was taken back counts this much longer. */
const FRESH_MS = 600_000;
/** And this much, where the keys cannot be read again: whoever can keep us from reading must not keep it alive for ever. */
const LONGEST_MS = 24 * 3_600_000;
/** Tokens that name keys which do not exist must not make us ask without end. */
const COOLDOWN_MS = 10_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
/** What is wrong with one key is no reason to refuse the others (RFC 7517, 5). */
const keySet = z.object({ keys: z.array(z.looseObject({})) });

/** `before`: keys that count while they cannot be read again. */
export function createKeySet({ issuer, jwksUri, fetchJson, clock, logger }: KeySetDeps, before?: KeySet): KeySet {
  let last = before?.last() ?? null;
  let isRead = false;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failing = false;
  let running: Promise<void> | null = null;

  async function read(): Promise<void> {
    try {
      const set = keySet.parse(await fetchJson(jwksUri ?? (await discover())));
      last = { keyOf: createLocalJWKSet(set as JSONWebKeySet), at: clock.now().getTime() };
      isRead = true;
      failing = false;
    } catch (error) {
      failing = true;
      logger.warn({ err: error, issuer, kept: usable() !== null }, 'the keys of an identity provider cannot be read');
    }
  }

  async function discover(): Promise<string> {
    const document = discovery.parse(await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
    // Else the keys of one provider would count for the tokens of another (OpenID Connect Discovery 1.0, 4.3).
    if (document.issuer !== issuer)
      throw new Error('its discovery document is of another issuer than the configured one');
    return document.jwks_uri;
  }

  /** One read for all who wait for it, and none soon after the last: false when there was none. */
  async function refresh(): Promise<boolean> {
    const now = clock.now().getTime();
    if (running === null && !isApart(now, triedAt, COOLDOWN_MS)) return false;
    if (running === null) {
      triedAt = now;
      running = read().finally(() => {
        running = null;
      });
    }
    await running;
    return true;
  }

  function isOlderThan(ms: number): boolean {
    return last === null || isApart(clock.now().getTime(), last.at, ms);
  }

  function usable(): JWTVerifyGetKey | null {
    return last === null || isOlderThan(LONGEST_MS) ? null : last.keyOf;
  }

  function keysNow(): JWTVerifyGetKey {
    const keyOf = usable();
    if (keyOf === null) throw unavailable('the keys of the identity provider cannot be had');
    return keyOf;
  }

  return {
    last: () => last,
    async keyOf(header, token) {
      let isNew = false;
      if (!isRead || isOlderThan(FRESH_MS)) {
        // While the provider is down, nobody waits for it: the keys that are here go on counting.
        if (failing && usable() !== null) void refresh();
        else isNew = await refresh();
      }
      try {
        return await keysNow()(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        if (isNew && !failing) throw error;
      }
      // After a rotation somebody else's forged token may have been the one for which the keys were read last.
      if (!(await refresh()) || failing) throw unavailable('it names a key that may be new, which cannot be had yet');
      return keysNow()(header, token);
    },
  };
}

/** Either way: a clock that was set back must not keep the keys as they are until it has caught up. */
function isApart(a: number, b: number, ms: number): boolean {
  return Math.abs(a - b) >= ms;
}

function unavailable(why: string): BearerRefused {
  return new BearerRefused(
    'UNAVAILABLE',
    `this token cannot be checked now, because ${why}; try again later, or use an API key`,
    COOLDOWN_MS / 1000,
  );
}
