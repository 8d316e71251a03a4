/** A real OpenID server for tests, whose tokens say what a test wants them to. */
import { type JwtTransform, OAuth2Server } from 'oauth2-mock-server';
import { type OidcOptions, signingAlgorithms } from '../../src/auth/oidc/options.js';

export interface TestIssuer {
  readonly url: string;
  readonly keys: OAuth2Server['issuer']['keys'];
  /** A token of `alice`, good for this gateway for an hour from `now` on, with these claims instead; undefined takes one away. */
  token(now: Date, claims?: Readonly<Record<string, unknown>>, sign?: TokenHeader): Promise<string>;
  /** As the configuration would state it. */
  options(given?: Partial<OidcOptions>): OidcOptions;
  /** Down, and up again at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface TokenHeader {
  /** Which key signs; the one made first when absent. */
  readonly kid?: string;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** The key it has at first. */
export const FIRST_KEY = 'first';

export async function startIssuer(): Promise<TestIssuer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256', { kid: FIRST_KEY });
  await server.start(0, '127.0.0.1');
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}`;
  server.issuer.url = url;

  return {
    url,
    keys: server.issuer.keys,
    token(now, claims = {}, { kid = FIRST_KEY, header: extra = {} } = {}) {
      const seconds = Math.floor(now.getTime() / 1000);
      const times = { iat: seconds, nbf: seconds, exp: seconds + 3600 };
      const says: JwtTransform = (header, payload) => {
        Object.assign(header, extra);
        Object.assign(payload, times, { sub: 'alice', aud: 'license-gateway', roles: ['viewers'] }, claims);
      };
      return server.issuer.buildToken({ kid, scopesOrTransform: says });
    },
    options: (given = {}) => ({
      name: 'oidc',
      issuer: url,
      audiences: ['license-gateway'],
      jwksUri: null,
      ca: null,
      algorithms: signingAlgorithms,
      clockToleranceMs: 30_000,
      nameClaim: 'sub',
      roles: { claim: 'roles', values: { VIEWER: ['viewers'], OPERATOR: ['operators'], ADMIN: ['admins'] } },
      sourcesClaim: null,
      ...given,
    }),
    stop: () => server.stop(),
    start: async () => {
      await server.start(port, '127.0.0.1');
      server.issuer.url = url;
    },
  };
}
