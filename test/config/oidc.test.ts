import { generate } from 'selfsigned';
import { beforeAll, describe, expect, it } from 'vitest';
import { signingAlgorithms } from '../../src/auth/oidc/options.js';
import { formatProblems, parseConfig } from '../../src/config.js';

let certificate = '';
beforeAll(async () => {
  certificate = (await generate([{ name: 'commonName', value: 'login.example' }])).cert;
});

const MINIMAL = 'issuer: https://login.example/realms/acme, audience: license-gateway, roles: { viewer: staff }';

describe('an identity provider', () => {
  it('needs an issuer, an audience and one role: the rest has defaults', () => {
    expect(good(`[{ ${MINIMAL} }]`)).toEqual([
      {
        name: 'oidc',
        issuer: 'https://login.example/realms/acme',
        audiences: ['license-gateway'],
        jwksUri: null,
        ca: null,
        algorithms: signingAlgorithms,
        clockToleranceMs: 30_000,
        nameClaim: 'sub',
        roles: { claim: 'roles', values: { VIEWER: ['staff'], OPERATOR: [], ADMIN: [] } },
        sourcesClaim: null,
      },
    ]);
  });

  it('can be told in full', () => {
    const text = `
      - name: corp
        issuer: https://login.example/realms/acme/
        audience: [license-gateway, "api://gateway"]
        jwksUri: https://login.example/keys
        ca: ca.pem
        algorithms: [RS256, EdDSA]
        clockTolerance: 0s
        nameClaim: preferred_username
        roles: { claim: realm_access.roles, viewer: [a, b], operator: c, admin: ["d e"] }
        sources: { claim: license_sources }`;
    expect(good(text)).toEqual([
      {
        name: 'corp',
        issuer: 'https://login.example/realms/acme/',
        audiences: ['license-gateway', 'api://gateway'],
        jwksUri: 'https://login.example/keys',
        ca: certificate,
        algorithms: ['RS256', 'EdDSA'],
        clockToleranceMs: 0,
        nameClaim: 'preferred_username',
        roles: { claim: 'realm_access.roles', values: { VIEWER: ['a', 'b'], OPERATOR: ['c'], ADMIN: ['d e'] } },
        sourcesClaim: 'license_sources',
      },
    ]);
  });

  it('may be on this machine without TLS', () => {
    expect(good(`[{ ${MINIMAL.replace('https://login.example', 'http://localhost:8080')} }]`)).toHaveLength(1);
  });

  it('is enough for a server that others reach', () => {
    expect(parse(`[{ ${MINIMAL} }]`, 'server: { host: 0.0.0.0 }').ok).toBe(true);
    expect(problems('[]', 'server: { host: 0.0.0.0 }')).toMatch(/auth\.apiKeys is empty.*under auth\.oidc/);
  });
});

describe('a wrong one', () => {
  it('is told with everything that is wrong', () => {
    const text = `
      - { issuer: http://login.example, algorithms: [HS256], clockTolerance: 1h, roles: { readers: [a] }, claim: x }
      - { ${MINIMAL}, ca: nowhere.pem, sources: {} }
      - { ${MINIMAL}, name: second }
      - 3`;
    const result = parse(text);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      'auth.oidc[0].issuer',
      'auth.oidc[0].audience',
      'auth.oidc[0].algorithms[0]',
      'auth.oidc[0].clockTolerance',
      'auth.oidc[0].claim',
      'auth.oidc[0].roles.readers',
      'auth.oidc[0].roles',
      'auth.oidc[1].ca',
      'auth.oidc[1].sources.claim',
      'auth.oidc[3]',
      'auth.oidc[1].name',
      'auth.oidc[2].issuer',
    ]);
  });

  it.each([
    ['{}', /auth\.oidc must be a list/],
    ['[{}]', /issuer is missing.*audience is missing.*roles lets nobody in; list under viewer, operator or admin/s],
    [`[{ ${MINIMAL.replace('https:', 'http:')} }]`, /issuer must be a URL that begins with https:\/\//],
    [`[{ ${MINIMAL.replace('login', 'me:hunter2@login')} }]`, /issuer must be a URL .* without a user/],
    [`[{ ${MINIMAL.replace('acme', 'acme?x=1')} }]`, /issuer must be a URL .* a query/],
    [`[{ ${MINIMAL}, jwksUri: "http://login.example/keys" }]`, /jwksUri must be a URL that begins with https/],
    [`[{ ${MINIMAL}, algorithms: [none] }]`, /algorithms\[0\] must be one of RS256/],
    [`[{ ${MINIMAL}, algorithms: [] }]`, /algorithms is empty; leave it out to allow all/],
    [`[{ ${MINIMAL.replace('license-gateway', '[]')} }]`, /audience is empty/],
    [`[{ ${MINIMAL}, name: "a:b" }]`, /name must be 1 to 31 lower-case letters/],
    [`[{ ${MINIMAL}, ca: text.pem }]`, /ca names a file without a PEM certificate/],
    [
      `[{ ${MINIMAL.replace('https://login.example', 'http://127.0.0.1')}, ca: ca.pem }]`,
      /ca has no meaning for an http/,
    ],
  ])('%# says what to do', (text, said) => {
    expect(problems(text)).toMatch(said);
    expect(problems(text)).not.toContain('hunter2');
  });
});

function parse(oidc: string, server = '') {
  return parseConfig(`${server}\nauth:\n  oidc: ${oidc}\nsources: []`, {}, [], { baseDir: '/etc/gateway', readFile });
}

function good(oidc: string) {
  const result = parse(oidc);
  if (!result.ok) throw new Error(formatProblems(result.problems, 'config'));
  return result.config.auth.oidc;
}

function problems(oidc: string, server = ''): string {
  const result = parse(oidc, server);
  return result.ok ? 'none' : formatProblems(result.problems, 'config');
}

function readFile(path: string): string {
  const text = { '/etc/gateway/ca.pem': certificate, '/etc/gateway/text.pem': 'hello' }[path];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
}
