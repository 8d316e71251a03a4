import { describe, expect, it } from 'vitest';
import { claimAt, viewerOfClaims } from '../../../src/auth/oidc/claims.js';

const meaning = {
  name: 'corp',
  nameClaim: 'sub',
  roles: { claim: 'roles', values: { VIEWER: ['see', 'License Readers'], OPERATOR: ['do'], ADMIN: ['all'] } },
  sourcesClaim: null,
} as const;

const viewerOf = (claims: Record<string, unknown>, given: object = {}) =>
  viewerOfClaims({ sub: 'alice', roles: ['see'], ...claims }, { ...meaning, ...given });

describe('the role', () => {
  it.each([
    [['see'], 'VIEWER'],
    [['do', 'see'], 'OPERATOR'],
    [['see', 'all', 'do'], 'ADMIN'],
    [['something else', 'see'], 'VIEWER'],
    ['openid see', 'VIEWER'],
    ['see,do', 'OPERATOR'],
    ['License Readers', 'VIEWER'],
    [[1, null, ['all'], 'see'], 'VIEWER'],
  ])('of %j is the highest that is mapped: %s', (roles, role) => {
    expect(viewerOf({ roles })).toMatchObject({ role });
  });

  it.each([[[]], [['SEE']], ['sea'], [undefined], [null], [{ see: true }], [[['see']]], [7]])(
    'is missing in %j',
    (roles) => {
      expect(() => viewerOf({ roles })).toThrow(expect.objectContaining({ reason: 'NO_ROLE' }));
    },
  );
});

describe('the sources', () => {
  const scoped = { sourcesClaim: 'license_sources' };

  it('are all of them where no claim tells', () => {
    expect(viewerOf({ license_sources: ['recon'] }).sources).toBeNull();
  });

  it.each([
    [
      ['splunk-*', 'recon'],
      ['splunk-*', 'recon'],
    ],
    ['splunk-* recon', ['splunk-*', 'recon']],
    ['recon,keygen', ['recon', 'keygen']],
    ['recon', ['recon']],
    [['recon', 'no such name!', '', '.*', 'Recon', 5], ['recon']],
  ])('of %j are %j', (license_sources, sources) => {
    expect(viewerOf({ license_sources }, scoped).sources).toEqual(sources);
  });

  it.each(['*', ['recon', '*'], 'recon *'])('of %j are all of them, as without a claim', (license_sources) => {
    expect(viewerOf({ license_sources }, scoped).sources).toBeNull();
  });

  it.each([undefined, null, [], '', {}, true])('of %j are none', (license_sources) => {
    expect(viewerOf({ license_sources }, scoped).sources).toEqual([]);
  });
});

describe('the name', () => {
  it('stands behind that of the provider, where no API key can stand', () => {
    expect(viewerOf({}).name).toBe('corp:alice');
    expect(viewerOf({ email: 'a@b.example' }, { nameClaim: 'email' }).name).toBe('corp:a@b.example');
  });

  it.each([
    'a\nl',
    'a\r',
    '\u0000a',
    'a\u202eb',
    'a\u200bb',
    'a\u2028',
    '\u2029a',
    '\u001b[31m',
    '\ud800',
    ' a',
    'a ',
    ' ',
  ])('is not %j, of which a log would show something else', (sub) => {
    const reason = 'INVALID';
    const message = expect.stringMatching(/the claim sub has .* invisible/);
    expect(() => viewerOf({ sub })).toThrow(expect.objectContaining({ reason, message }));
  });

  it('has an end, and is not cut there: two holders could become one', () => {
    expect(viewerOf({ sub: '😀'.repeat(200) }).name).toBe(`corp:${'😀'.repeat(200)}`);
    expect(() => viewerOf({ sub: 'a'.repeat(201) })).toThrow(/more than 200 characters/);
  });

  it('may be a number that nothing is lost of', () => {
    expect(viewerOf({ sub: 1042 }).name).toBe('corp:1042');
    for (const sub of [2 ** 53, 0.5, Number.POSITIVE_INFINITY]) expect(() => viewerOf({ sub })).toThrow(/holds it/);
  });

  it.each([undefined, null, '', {}, ['alice'], true])('is missing in %j', (sub) => {
    expect(() => viewerOf({ sub })).toThrow(/does not say who holds it/);
  });
});

describe('a claim', () => {
  const claims = {
    realm_access: { roles: ['a'] },
    'https://acme.example/roles': ['b'],
    resource_access: { 'my.gateway': { roles: ['c'] } },
  };

  it.each([
    ['realm_access.roles', ['a']],
    ['https://acme.example/roles', ['b']],
    ['resource_access.my.gateway.roles', ['c']],
    ['realm_access.groups', undefined],
    ['realm_access.roles.0', undefined],
    ['__proto__.toString', undefined],
    ['constructor.name', undefined],
    ['toString', undefined],
    ['.', undefined],
  ])('at %s is %j', (path, value) => {
    expect(claimAt(claims, path)).toEqual(value);
  });
});
