import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authenticate, createAuthenticator } from '../../../src/auth/authenticate.js';
import { BearerRefused } from '../../../src/auth/refusal.js';
import { type Clock, silentLogger } from '../../../src/domain/ports.js';
import { FIRST_KEY, startIssuer, type TestIssuer } from '../../support/issuer.js';

const now = new Date('2026-03-01T12:00:00Z');
const clock: Clock = { now: () => now };
const seconds = now.getTime() / 1000;
const store = { read: async () => [], write: async () => {} };

let issuer: TestIssuer;
let authenticate: Authenticate;
beforeAll(async () => {
  issuer = await startIssuer();
  authenticate = createAuthenticator(
    { apiKeys: [], oidc: [issuer.options()] },
    { store, clock, logger: silentLogger },
  ).authenticate;
});
afterAll(() => issuer.stop());

/** The good token's claims, for signing them in ways that the server would not. */
const claims = () => ({
  iss: issuer.url,
  aud: 'license-gateway',
  sub: 'alice',
  roles: ['viewers'],
  iat: seconds,
  exp: seconds + 3600,
});

describe('a good token', () => {
  it('is its holder', async () => {
    expect(await authenticate(await issuer.token(now))).toEqual({
      name: 'oidc:alice',
      role: 'VIEWER',
      sources: null,
    });
  });

  it.each(['RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'])('may be signed with %s', async (alg) => {
    const own = await startIssuer();
    await own.keys.generate(alg, { kid: alg });
    const deps = { store, clock, logger: silentLogger };
    const { authenticate } = createAuthenticator({ apiKeys: [], oidc: [own.options()] }, deps);
    expect(await authenticate(await own.token(now, {}, { kid: alg }))).toMatchObject({ name: 'oidc:alice' });
    await own.stop();
  });

  it.each([
    ['for several audiences', { aud: ['account', 'license-gateway'] }],
    ['whose clock runs ahead by less than is tolerated', { nbf: seconds + 30, iat: seconds + 30 }],
    ['that expired a moment ago by our clock', { exp: seconds - 29 }],
    ['without a start', { nbf: undefined, iat: undefined }],
  ])('may be one %s', async (_what, changed) => {
    expect(await authenticate(await issuer.token(now, changed))).toMatchObject({ name: 'oidc:alice' });
  });

  it.each(['JWT', 'at+jwt', 'application/at+jwt', 'AT+JWT', undefined])('may be of type %s', async (typ) => {
    expect(await authenticate(await issuer.token(now, {}, { header: { typ } }))).toMatchObject({ name: 'oidc:alice' });
  });
});

describe('a token is refused, and told why,', () => {
  it.each([
    ['that has expired', { exp: seconds - 60 }, /it has expired; get a new one/],
    ['that expired by as much as is tolerated', { exp: seconds - 30 }, /it has expired/],
    ['that is not valid yet', { nbf: seconds + 31 }, /it is not valid yet/],
    ['for another audience', { aud: 'another-service' }, /its audience is another/],
    ['for nobody', { aud: undefined }, /the claim aud is missing/],
    ['of another issuer', { iss: 'https://login.evil.example' }, /issued by somebody who is not known here/],
    ['of no issuer', { iss: undefined }, /does not say who issued it/],
    ['of an issuer that is no text', { iss: ['http://127.0.0.1'] }, /not known here|damaged/],
    ['that never expires', { exp: undefined }, /the claim exp is missing/],
    ['that expires at no time at all', { exp: 'tomorrow' }, /the claim exp has a value that it cannot have/],
    ['without a name', { sub: undefined }, /the claim sub is missing or empty/],
  ])('%s', async (_what, changed, why) => {
    await expect(authenticate(await issuer.token(now, changed))).rejects.toMatchObject({
      reason: 'INVALID',
      message: expect.stringMatching(why),
    });
  });

  it.each(['logout+jwt', 'secevent+jwt', 'dpop+jwt', 'JWE'])('of the type %s', async (typ) => {
    await expect(authenticate(await issuer.token(now, {}, { header: { typ } }))).rejects.toThrow(
      /not an access token or ID token/,
    );
  });

  it('signed with a key that is not its issuer’s, under the name of one that is', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: FIRST_KEY }).sign(privateKey);
    await expect(authenticate(await forged)).rejects.toThrow(/its signature is wrong/);
  });

  it('signed with a key that its issuer never had', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'mine' }).sign(privateKey);
    const deps = { store, clock, logger: silentLogger };
    const { authenticate } = createAuthenticator({ apiKeys: [], oidc: [issuer.options()] }, deps);
    await expect(authenticate(await forged)).rejects.toThrow(/a key that its issuer does not have/);
  });

  it('that brings its own key along', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await crypto.subtle.exportKey('jwk', publicKey);
    const header = { alg: 'RS256', kid: FIRST_KEY, jwk: { ...jwk, kty: 'RSA' }, jku: 'http://127.0.0.1:1/keys' };
    const forged = new SignJWT(claims()).setProtectedHeader(header).sign(privateKey);
    await expect(authenticate(await forged)).rejects.toThrow(/its signature is wrong/);
  });

  it('signed with nothing (alg: none)', async () => {
    await expect(authenticate(new UnsecuredJWT(claims()).encode())).rejects.toThrow(
      /signed in a way that is not accepted/,
    );
  });

  it.each(['HS256', 'HS384', 'HS512'])('signed by %s with the public key as the secret', async (alg) => {
    const [jwk = {}] = issuer.keys.toJSON();
    const pem = String(createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }));
    for (const secret of [pem, pem.trim(), JSON.stringify(jwk)]) {
      const forged = new SignJWT(claims()).setProtectedHeader({ alg, kid: FIRST_KEY }).sign(Buffer.from(secret));
      await expect(authenticate(await forged)).rejects.toThrow(/signed in a way that is not accepted/);
    }
  });

  it('of which one letter was changed', async () => {
    const [header = '', payload = '', signature = ''] = (await issuer.token(now)).split('.');
    const altered = Buffer.from(payload, 'base64url').toString().replace('alice', 'admin');
    const forged = `${header}.${Buffer.from(altered).toString('base64url')}.${signature}`;
    await expect(authenticate(forged)).rejects.toThrow(/its signature is wrong/);
    await expect(authenticate(`${header}.${payload}.`)).rejects.toThrow(/signature/);
  });

  it.each(['eyJ.eyJ.x', 'eyJhbGciOiJSUzI1NiJ9.bm8.bm8', 'eyJhbGciOiJSUzI1NiJ9.W10.bm8'])(
    'that is none: %s',
    async (bearer) => {
      await expect(authenticate(bearer)).rejects.toThrow(/it is damaged|does not say who issued it/);
    },
  );

  it('when its algorithm is not among those configured', async () => {
    const deps = { store, clock, logger: silentLogger };
    const oidc = [issuer.options({ algorithms: ['ES256'] })];
    const { authenticate } = createAuthenticator({ apiKeys: [], oidc }, deps);
    await expect(authenticate(await issuer.token(now))).rejects.toThrow(/signed in a way that is not accepted/);
  });
});

describe('a token of odd types', () => {
  /** Signed as it should be, whatever its parts are. */
  function signed(header: unknown, payload: unknown): string {
    const [jwk = {}] = issuer.keys.toJSON(true);
    const head = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    return `${head}.${sign('RSA-SHA256', Buffer.from(head), key).toString('base64url')}`;
  }
  const good = { alg: 'RS256', kid: FIRST_KEY, typ: 'JWT' };
  const nested = JSON.parse(`${'['.repeat(2_500)}${']'.repeat(2_500)}`);

  it('is let in when nothing is odd about it', async () => {
    expect(await authenticate(signed(good, claims()))).toMatchObject({ name: 'oidc:alice' });
  });

  it.each([1, 0, null, true, {}, [], ['JWT'], nested])('is refused for the type %#', async (typ) => {
    await expect(authenticate(signed({ ...good, typ }, claims()))).rejects.toMatchObject({ reason: 'INVALID' });
  });

  it('is refused or let in, and never a fault', async () => {
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(nested));
    const some = (names: readonly string[]) =>
      fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 3, noNullPrototype: true });
    const headers = some(['alg', 'kid', 'typ', 'cty', 'crit', 'b64', 'jwk', 'x5c', 'zip']);
    const changes = some(['iss', 'aud', 'sub', 'exp', 'nbf', 'iat', 'roles', 'jti', 'license_sources', '__proto__']);
    await fc.assert(
      fc.asyncProperty(headers, changes, async (header, changed) => {
        const bearer = signed({ ...good, ...header }, { ...claims(), ...changed });
        const answer = await Promise.resolve(authenticate(bearer)).catch((error: unknown) => error);
        expect(answer === null || answer instanceof BearerRefused || Object.hasOwn(Object(answer), 'role')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused for claims that are no object', async () => {
    for (const payload of [[], 1, 'x', null, nested]) {
      await expect(authenticate(signed(good, payload))).rejects.toMatchObject({ reason: 'INVALID' });
    }
  });
});

it('looks at nothing that is no token, or longer than 8 KiB', async () => {
  const long = await issuer.token(now, { padding: 'x'.repeat(8 * 1024) });
  for (const bearer of [undefined, '', 'a.b.c', 'eyJ.eyJ', 'eyJ.eyJ.eyJ.eyJ.eyJ', 'eyJ%.e.e', long]) {
    expect(await authenticate(bearer)).toBeNull();
  }
});

it('holds a token of one issuer against the keys of that issuer only', async () => {
  const other = await startIssuer();
  const deps = { store, clock, logger: silentLogger };
  const oidc = [issuer.options({ name: 'one' }), other.options({ name: 'two' })];
  const { authenticate } = createAuthenticator({ apiKeys: [], oidc }, deps);
  expect(await authenticate(await issuer.token(now))).toMatchObject({ name: 'one:alice' });
  expect(await authenticate(await other.token(now))).toMatchObject({ name: 'two:alice' });
  await expect(authenticate(await other.token(now, { iss: issuer.url }))).rejects.toThrow(/its signature is wrong/);
  await other.stop();
});
