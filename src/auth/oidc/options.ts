/** An identity provider as the configuration states it: which of its tokens count, and what their claims mean here. */
import type { Role } from '../roles.js';

export interface OidcOptions {
  /** Stands before the names of its token's holders, with a colon. Unique. */
  readonly name: string;
  /** Exactly the tokens' `iss`. */
  readonly issuer: string;
  /** One of them must be in the tokens' `aud`. */
  readonly audiences: readonly string[];
  /** Where its keys are; null: where its discovery document says. */
  readonly jwksUri: string | null;
  /** PEM text of the authorities that its server's certificate is checked against; null: the system's. */
  readonly ca: string | null;
  readonly algorithms: readonly SigningAlgorithm[];
  /** How far its clock and ours may be apart. */
  readonly clockToleranceMs: number;
  /** Path of the claim that names the caller. */
  readonly nameClaim: string;
  readonly roles: {
    /** Path of the claim. */
    readonly claim: string;
    /** The values that mean each role. */
    readonly values: Readonly<Record<Role, readonly string[]>>;
  };
  /** Path of the claim that holds the patterns of the sources its holder sees; null: every holder sees all. */
  readonly sourcesClaim: string | null;
}

/** What a provider may sign with. Nothing with a shared secret: whoever could check such a token could make one. */
export const signingAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];
