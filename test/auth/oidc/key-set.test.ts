import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Authenticate, type Authenticator, createAuthenticator } from '../../../src/auth/authenticate.js';
import { createFetchJson } from '../../../src/auth/oidc/fetch-json.js';
import { createKeySet } from '../../../src/auth/oidc/key-set.js';
import type { OidcOptions } from '../../../src/auth/oidc/options.js';
import { silentLogger } from '../../../src/domain/ports.js';
import { startIssuer, type TestIssuer } from '../../support/issuer.js';

let now = new Date('2026-03-01T12:00:00Z');
const clock = { now: () => now };
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const lines: { fields: object; message: string }[] = [];
const logger = { ...silentLogger, warn: (fields: object, message: string) => void lines.push({ fields, message }) };
const store = { read: async () => [], write: async () => {} };

function authenticateWith(options: OidcOptions): Authenticate {
  return authenticatorWith(options).authenticate;
}

function authenticatorWith(options: OidcOptions): Authenticator {
  return createAuthenticator({ apiKeys: [], oidc: [options] }, { store, clock, logger });
}

const unavailable = {
  reason: 'UNAVAILABLE',
  retryAfterSeconds: 10,
  message: expect.stringContaining('try again later'),
};

let issuer: TestIssuer;
let authenticate: Authenticate;
let ended: (() => unknown)[] = [];
beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  lines.length = 0;
  issuer = await startIssuer();
  authenticate = authenticateWith(issuer.options());
  ended = [() => issuer.stop().catch(() => {})];
});
afterEach(async () => {
  for (const end of ended) await end();
});

it('reads the keys again for a token that names a new one, though not twice within seconds', async () => {
  await authenticate(await issuer.token(now));
  await issuer.keys.generate('RS256', { kid: 'second' });
  const token = await issuer.token(now, {}, { kid: 'second' });
  await expect(authenticate(token)).rejects.toMatchObject(unavailable);
  pass(10);
  expect(await authenticate(token)).toMatchObject({ name: 'oidc:alice' });
});

it('turns no good token away for forged ones that have the keys read: a known key counts, a new one may come later', async () => {
  const known = await issuer.token(now);
  await authenticate(known);
  const forged = (await issuer.token(now)).replace(/^[^.]+/, encoded({ alg: 'RS256', kid: 'none' }));
  for (let i = 0; i < 3; i++) {
    pass(10);
    await expect(authenticate(forged)).rejects.toThrow(/a key that its issuer does not have/);
    const kid = `rotated-${i}`;
    await issuer.keys.generate('RS256', { kid });
    const rotated = await issuer.token(now, {}, { kid });
    for (const token of [rotated, forged]) await expect(authenticate(token)).rejects.toMatchObject(unavailable);
    expect(await authenticate(known)).toMatchObject({ name: 'oidc:alice' });
    pass(10);
    expect(await authenticate(rotated)).toMatchObject({ name: 'oidc:alice' });
  }
});

describe('keys', () => {
  it('are read again after ten minutes, and those that are gone count no more', async () => {
    const server = await serve((_request, response) => response.end(JSON.stringify({ keys })));
    let keys = issuer.keys.toJSON();
    const renewed = authenticateWith(issuer.options({ jwksUri: server }));
    const token = await issuer.token(now);
    await renewed(token);
    keys = [];
    pass(599);
    expect(await renewed(token)).not.toBeNull();
    pass(1);
    await expect(renewed(token)).rejects.toThrow(/a key that its issuer does not have/);
  });

  it('are asked for once, however many tokens wait for them', async () => {
    let asked = 0;
    const server = await serve((_request, response) => {
      asked++;
      response.end(JSON.stringify({ keys: issuer.keys.toJSON() }));
    });
    const counted = authenticateWith(issuer.options({ jwksUri: server }));
    const token = await issuer.token(now);
    await Promise.all(Array.from({ length: 20 }, () => counted(token)));
    expect(asked).toBe(1);
  });

  it('are not asked for by token after token that names a key which does not exist', async () => {
    let asked = 0;
    const server = await serve((_request, response) => {
      asked++;
      response.end(JSON.stringify({ keys: [] }));
    });
    const counted = authenticateWith(issuer.options({ jwksUri: server }));
    await expect(counted(await issuer.token(now))).rejects.toMatchObject({ reason: 'INVALID' });
    for (let i = 0; i < 20; i++) {
      await expect(counted(await issuer.token(now, { i }))).rejects.toMatchObject(unavailable);
    }
    expect(asked).toBe(1);
  });
});

describe('after a reload', () => {
  it('the keys are read before they count again, so that one that is gone counts no more', async () => {
    let keys = issuer.keys.toJSON();
    const jwksUri = await serve((_request, response) => response.end(JSON.stringify({ keys })));
    const oidc = [issuer.options({ jwksUri })];
    const { authenticate, reload } = authenticatorWith(issuer.options({ jwksUri }));
    const token = await issuer.token(now);
    expect(await authenticate(token)).not.toBeNull();
    keys = [];
    expect(await authenticate(token)).not.toBeNull();
    reload({ apiKeys: [], oidc });
    await expect(authenticate(token)).rejects.toThrow(/a key that its issuer does not have/);
  });

  it('they go on counting while they cannot be read, though not longer than without it', async () => {
    const { authenticate, reload } = authenticatorWith(issuer.options());
    const token = await issuer.token(now, { exp: now.getTime() / 1000 + 7 * 86_400 });
    await authenticate(token);
    await issuer.stop();
    pass(86_399);
    reload({ apiKeys: [], oidc: [issuer.options()] });
    expect(await authenticate(token)).not.toBeNull();
    pass(1);
    await expect(authenticate(token)).rejects.toMatchObject(unavailable);
  });
});

it('lets one key that is none spoil no other', async () => {
  const jwksUri = await serve((_request, response) => {
    response.end(JSON.stringify({ keys: [{}, { kty: 'oct', k: 'c2VjcmV0' }, ...issuer.keys.toJSON()] }));
  });
  expect(await authenticateWith(issuer.options({ jwksUri }))(await issuer.token(now))).not.toBeNull();
});

it('asks again at once when the clock was set back', async () => {
  const token = await issuer.token(now, { nbf: 0 });
  pass(86_400);
  await issuer.stop();
  await expect(authenticate(token)).rejects.toMatchObject(unavailable);
  await issuer.start();
  pass(-86_400);
  expect(await authenticate(token)).toMatchObject({ name: 'oidc:alice' });
});

it('trusts the certificate of the authority that is configured, and no other', async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'login' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const server = createTlsServer({ cert, key }, (_request, response) => {
    response.end(JSON.stringify({ keys: issuer.keys.toJSON() }));
  });
  const jwksUri = (await listen(server)).replace('http:', 'https:');
  const token = await issuer.token(now);
  expect(await authenticateWith(issuer.options({ jwksUri, ca: cert }))(token)).toMatchObject({ name: 'oidc:alice' });
  await expect(authenticateWith(issuer.options({ jwksUri }))(token)).rejects.toMatchObject(unavailable);
});

describe('while the provider is down', () => {
  it('a token cannot be checked, is told when to try again, and is let in once the provider is back', async () => {
    const token = await issuer.token(now);
    await issuer.stop();
    await expect(authenticate(token)).rejects.toMatchObject(unavailable);
    expect(lines).toMatchObject([
      { fields: { issuer: issuer.url, kept: false }, message: expect.stringContaining('keys') },
    ]);
    await issuer.start();
    await expect(authenticate(token)).rejects.toMatchObject(unavailable);
    pass(10);
    expect(await authenticate(token)).toMatchObject({ name: 'oidc:alice' });
  });

  it('the keys that were read before go on counting for a day, and nothing waits for it', async () => {
    const token = await issuer.token(now, { exp: now.getTime() / 1000 + 7 * 86_400 });
    await authenticate(token);
    await issuer.stop();
    for (const hours of [1, 1, 6, 15.9]) {
      pass(hours * 3600);
      expect(await authenticate(token)).toMatchObject({ name: 'oidc:alice' });
    }
    pass(360);
    await expect(authenticate(token)).rejects.toMatchObject(unavailable);
    await issuer.start();
    pass(10);
    expect(await authenticate(token)).toMatchObject({ name: 'oidc:alice' });
  });

  it('a token with a key that may be new cannot be checked', async () => {
    await authenticate(await issuer.token(now));
    await issuer.keys.generate('RS256', { kid: 'second' });
    const token = await issuer.token(now, {}, { kid: 'second' });
    await issuer.stop();
    pass(10);
    await expect(authenticate(token)).rejects.toMatchObject(unavailable);
  });
});

describe('keys are not taken from', () => {
  it.each<[string, RequestListener]>([
    [
      'another address that it points to',
      (_request, response) => response.writeHead(302, { location: `${issuer.url}/jwks` }).end(),
    ],
    [
      'an error page',
      (_request, response) => response.writeHead(500).end(JSON.stringify({ keys: issuer.keys.toJSON() })),
    ],
    ['something that is no JSON', (_request, response) => response.end('<html>')],
    ['something else in JSON', (_request, response) => response.end('{"keys":{"kty":"RSA"}}')],
    [
      'an answer without end',
      (_request, response) => {
        const fill = () => {
          while (response.write('x'.repeat(65_536)));
        };
        response.on('drain', fill);
        fill();
      },
    ],
  ])('%s', async (_what, answer) => {
    const jwksUri = await serve(answer);
    await expect(authenticateWith(issuer.options({ jwksUri }))(await issuer.token(now))).rejects.toMatchObject(
      unavailable,
    );
    expect(lines).toHaveLength(1);
  });

  it('a discovery document of another issuer', async () => {
    const document = { issuer: 'https://another.example', jwks_uri: `${issuer.url}/jwks` };
    const server = await serve((_request, response) => response.end(JSON.stringify(document)));
    const token = await issuer.token(now, { iss: server });
    await expect(authenticateWith(issuer.options({ issuer: server }))(token)).rejects.toMatchObject(unavailable);
  });

  it('an address in the open that the discovery document names', async () => {
    let asked = 0;
    const document = () => ({ issuer: server, jwks_uri: 'http://keys.example/jwks' });
    const server: string = await serve((_request, response) => {
      asked++;
      response.end(JSON.stringify(document()));
    });
    const token = await issuer.token(now, { iss: server });
    await expect(authenticateWith(issuer.options({ issuer: server }))(token)).rejects.toMatchObject(unavailable);
    expect([asked, lines[0]?.fields]).toMatchObject([1, { err: { message: 'its address is not https' } }]);
  });

  it('a server that never answers', async () => {
    const jwksUri = await serve(() => {});
    const fetchJson = createFetchJson({ ca: null, timeoutMs: 20 });
    const { keyOf } = createKeySet({ issuer: issuer.url, jwksUri, fetchJson, clock, logger });
    await expect(keyOf({ alg: 'RS256' }, { payload: '', signature: '' })).rejects.toMatchObject(unavailable);
  });
});

function encoded(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

/** A server of its own on loopback; answers its address. */
function serve(answer: RequestListener): Promise<string> {
  return listen(createServer(answer));
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ended.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
