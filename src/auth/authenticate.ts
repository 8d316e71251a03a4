/** Who is asking, by whatever the bearer is: an API key, or the token of an identity provider. */
import { isDeepStrictEqual } from 'node:util';
import type { Clock, Logger } from '../domain/ports.js';
import type { Soon } from '../domain/soon.js';
import type { ApiKey } from './api-key.js';
import { createKeyUses, type KeyUseStore } from './key-uses.js';
import { createKeyHolder, type KeyHolder } from './keys.js';
import type { OidcOptions } from './oidc/options.js';
import { createProvider, isTokenShaped, type Provider, providerOf } from './oidc/tokens.js';
import type { Viewer } from './viewer.js';

/**
 * Answers the viewer of a bearer, or null when there is none or nobody holds it. Rejects with BearerRefused for a token
 * that is not accepted, whose holder has no role here, or that cannot be checked now.
 */
export type Authenticate = (bearer: string | undefined) => Soon<Viewer | null>;

/** Who is let in. */
export interface AuthOptions {
  readonly apiKeys: readonly ApiKey[];
  readonly oidc: readonly OidcOptions[];
}

export interface Authenticator {
  readonly authenticate: Authenticate;
  /** The keys that count now, with their last uses. */
  keys(): Promise<ApiKeyView[]>;
  /** From now on these keys and providers count; whoever listens with `onReload` is told. */
  reload(auth: AuthOptions): void;
  readonly onReload: OnReload;
  /** Resolves when the last use of every key is written down. */
  settled(): Promise<void>;
}

/** An API key as it may be shown: its hash is nobody's business. */
export interface ApiKeyView extends Pick<ApiKey, 'name' | 'role' | 'sources'> {
  /** Of other gateways' uses the latest may be a minute late; null: never used. */
  readonly lastUsedAt: Date | null;
}

/** Calls the listener whenever other keys or providers count: bearers that were good may not be any more. Answers how to end that. */
export type OnReload = (listener: () => void) => () => void;

export interface AuthenticatorDeps {
  readonly store: KeyUseStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Nothing longer is looked at: hashing or decoding it would only be work for whoever sends it. */
const LONGEST_BEARER = 8 * 1024;

export function createAuthenticator(auth: AuthOptions, deps: AuthenticatorDeps): Authenticator {
  const uses = createKeyUses(deps);
  let current = doorOf(auth, [], deps);
  const listeners = new Set<() => void>();

  return {
    authenticate(bearer) {
      if (bearer === undefined || bearer.length > LONGEST_BEARER) return null;
      const holder = current.holderOf(bearer);
      if (holder !== null) {
        uses.note(holder.name);
        return holder;
      }
      if (current.providers.length === 0 || !isTokenShaped(bearer)) return null;
      return ofToken(bearer, current.providers);
    },
    async keys() {
      const { apiKeys } = current;
      const lastUsed = await uses.lastUsed(apiKeys.map((key) => key.name));
      return apiKeys.map(({ name, role, sources }, index) => ({
        name,
        role,
        sources,
        lastUsedAt: lastUsed[index] ?? null,
      }));
    },
    reload(next) {
      current = doorOf(next, current.providers, deps);
      for (const listener of listeners) listener();
    },
    onReload(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => uses.settle(),
  };
}

async function ofToken(bearer: string, providers: readonly Provider[]): Promise<Viewer | null> {
  return providerOf(bearer, providers).viewerOf(bearer);
}

interface Door {
  readonly apiKeys: readonly ApiKey[];
  readonly holderOf: KeyHolder;
  readonly providers: readonly Provider[];
}

/** A provider that stays as it was keeps its keys, should it be down at this moment; else they are read anew. */
function doorOf({ apiKeys, oidc }: AuthOptions, before: readonly Provider[], deps: AuthenticatorDeps): Door {
  const providers = oidc.map((options) => {
    const same = before.find((provider) => isDeepStrictEqual(provider.options, options));
    return createProvider(options, deps, same?.keys);
  });
  return { apiKeys, holderOf: createKeyHolder(apiKeys), providers };
}
