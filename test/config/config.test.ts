// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the syntax under test
import { generateKeyPairSync } from 'node:crypto';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hashKey } from '../../src/auth/api-key.js';
import { formatProblems, parseConfig } from '../../src/config.js';
import type { SourceModule } from '../../src/sources/source.js';

const splunk = fakeModule('splunk', '60s', ['password', 'token'], {
  timeZone: z.string().nullable().default(null),
  strictPoolQuota: z.boolean().default(true),
});
const recon = fakeModule('enterprise-recon', '5m', ['password'], {});
const keygen = fakeModule('keygen', '15m', ['token'], { account: z.string().nullable().default(null) });
const modules = [splunk, recon, keygen];

const ENV = {
  OPS_KEY: 'ops-key-0123456789',
  WALL_KEY: 'wall-key-0123456789',
  SPLUNK_PASSWORD: 'p"a: #s\\s}',
  ER_PASSWORD: 'er-secret',
  KEYGEN_TOKEN: 'admin-token',
};

/** The example of the contract, section 2. */
const EXAMPLE = `
server: { host: 127.0.0.1, port: 4000 }
store:  { dataDir: ./data }
auth:
  apiKeys:
    - { name: ops,  role: admin,  key: "\${OPS_KEY}" }
    - { name: wall, role: viewer, key: "\${WALL_KEY}", sources: ["splunk-*"] }
quota:  { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] }
sources:
  - name: splunk-prod
    kind: splunk
    url: https://splunk.example:8089
    auth: { username: svc, password: "\${SPLUNK_PASSWORD}" }
    tls:  { ca: ./ca.pem }
    syncInterval: 60s
    timeout: 10s
    settings: { timeZone: America/New_York, strictPoolQuota: true }
  - name: recon
    kind: enterprise-recon
    url: https://er-master:8339
    auth: { username: apiuser, password: "\${ER_PASSWORD}" }
  - name: keygen
    kind: keygen
    url: https://api.keygen.sh/
    auth: { token: "\${KEYGEN_TOKEN}" }
    settings: { account: acme }
`;

let certificate = '';
let privateKey = '';
beforeAll(async () => {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  certificate = pair.cert;
  privateKey = pair.private;
});

describe('a good configuration', () => {
  it('is read with its secrets put in, its durations in milliseconds and its files read from beside it', () => {
    const config = good(EXAMPLE, ENV);
    expect(config.server).toEqual({
      host: '127.0.0.1',
      port: 4000,
      tls: null,
      trustProxy: false,
      cors: [],
      dashboard: true,
    });
    expect(config.store).toEqual({ dataDir: '/etc/gateway/data' });
    expect(config.auth.apiKeys).toEqual([
      { name: 'ops', role: 'ADMIN', sha256: hashKey('ops-key-0123456789'), sources: null },
      { name: 'wall', role: 'VIEWER', sha256: hashKey('wall-key-0123456789'), sources: ['splunk-*'] },
    ]);
    expect(config.quota).toEqual({ warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] });
    expect(config.sources).toEqual([
      {
        name: 'splunk-prod',
        kind: 'splunk',
        url: 'https://splunk.example:8089',
        auth: { username: 'svc', password: 'p"a: #s\\s}' },
        tls: { ca: certificate },
        syncIntervalMs: 60_000,
        timeoutMs: 10_000,
        settings: { timeZone: 'America/New_York', strictPoolQuota: true },
      },
      {
        name: 'recon',
        kind: 'enterprise-recon',
        url: 'https://er-master:8339',
        auth: { username: 'apiuser', password: 'er-secret' },
        tls: {},
        syncIntervalMs: 300_000,
        timeoutMs: 10_000,
        settings: {},
      },
      {
        name: 'keygen',
        kind: 'keygen',
        url: 'https://api.keygen.sh',
        auth: { token: 'admin-token' },
        tls: {},
        syncIntervalMs: 900_000,
        timeoutMs: 10_000,
        settings: { account: 'acme' },
      },
    ]);
  });

  it('needs nothing but sources: the rest has defaults', () => {
    const config = good('sources: []');
    expect(config).toEqual({
      server: { host: '127.0.0.1', port: 4000, tls: null, trustProxy: false, cors: [], dashboard: true },
      dataDir: '/etc/gateway/data',
      store: { dataDir: '/etc/gateway/data' },
      auth: { apiKeys: [], oidc: [] },
      graphql: { introspection: 'VIEWER', graphiql: true, persisted: null },
      limits: {
        operation: expect.objectContaining({ cost: 100_000 }),
        traffic: expect.objectContaining({ requests: 200 }),
      },
      quota: { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] },
      alerts: { channels: [], rules: [], quiet: [] },
      log: { level: 'info' },
      telemetry: { metrics: { series: 2_000 }, otlp: null },
      sources: [],
    });
  });

  it('is overridden by the environment, and an empty variable overrides nothing', () => {
    const env = { HOST: '::1', PORT: '0', DATA_DIR: '/var/lib/gw', LOG_LEVEL: 'debug', MONGODB_URI: '' };
    const config = good('server: { host: 127.0.0.2, port: 4000 }\nsources: []', env);
    expect(config.server).toMatchObject({ host: '::1', port: 0 });
    expect(config.store).toEqual({ dataDir: '/var/lib/gw' });
    expect(config.log.level).toBe('debug');
    expect(good('sources: []', { MONGODB_URI: 'mongodb://db/x' }).store).toEqual({
      mongodb: 'mongodb://db/x',
      database: 'license_gateway',
      startTimeoutMs: 120_000,
    });
  });

  it.each([
    ['0', 0],
    ['0s', 0],
    ['45s', 45_000],
  ])('waits for the database as long as it says: %s', (text, startTimeoutMs) => {
    const config = good(`store: { mongodb: "mongodb://db/x", startTimeout: ${text} }\nsources: []`);
    expect(config.store).toMatchObject({ startTimeoutMs });
  });

  it('takes a number from a variable, and $${ for the characters themselves', () => {
    const text = `server: { port: "\${P}" }\nsources:\n${source('a', { password: 'a$${b}' })}`;
    const config = good(text, { P: '4321' });
    expect(config.server.port).toBe(4321);
    expect(config.sources[0]?.auth).toEqual({ username: 'u', password: 'a${b}' });
  });

  it('takes a key by its hash, in either case of letters', () => {
    const hash = hashKey('0123456789abcdef');
    const config = good(
      `auth: { apiKeys: [{ name: a, role: operator, keySha256: "${hash.toUpperCase()}" }] }\nsources: []`,
    );
    expect(config.auth.apiKeys).toEqual([{ name: 'a', role: 'OPERATOR', sha256: hash, sources: null }]);
  });

  it('never keeps the text of an API key', () => {
    expect(JSON.stringify(good(EXAMPLE, ENV))).not.toContain('ops-key-0123456789');
  });

  it('takes a certificate and its key for HTTPS', () => {
    const config = good('server: { tls: { cert: ca.pem, key: key.pem } }\nsources: []');
    expect(config.server.tls).toEqual({ cert: certificate, key: privateKey });
  });

  it('listens beyond loopback once there is a key', () => {
    expect(good(`server: { host: 0.0.0.0 }\n${ADMIN}\nsources: []`).server.host).toBe('0.0.0.0');
  });
});

const ADMIN = 'auth: { apiKeys: [{ name: ops, role: admin, key: 0123456789abcdef }] }';

describe('a bad configuration', () => {
  it('is told all its problems at once, each with its path', () => {
    const text = `
server: { port: 70000, colour: red, cors: ["https://wiki.example/"] }
auth:
  apiKeys:
    - { name: ops, role: root, key: short }
    - { name: ops, role: admin }
    - { name: both, role: admin, key: 0123456789abcdef, keySha256: zz, sources: [] }
quota: { warning: 0.95, critical: 0.9, expiringDays: -1 }
sources:
  - { name: Splunk, kind: splunk, url: "ftp://x", auth: { username: svc, password: "\${NOPE}" }, syncInterval: 60 }
  - { name: recon, kind: enterprise-recon, url: "https://er", auth: { token: t } }
  - { name: recon, kind: nessus, url: "https://svc:hunter2@er", auth: { username: a } }
  - { name: kg, kind: keygen, url: "https://k", auth: { token: t }, settings: { acount: x, account: 3 }, timeout: 5 parsecs }
  - just-a-name
extra: 1
`;
    expect(paths(text)).toEqual([
      'sources[0].auth.password',
      'extra',
      'server.port',
      'server.cors[0]',
      'server.colour',
      'auth.apiKeys[0].role',
      'auth.apiKeys[0].key',
      'auth.apiKeys[1]',
      'auth.apiKeys[2].keySha256',
      'auth.apiKeys[2].sources',
      'auth.apiKeys[2]',
      'auth.apiKeys[1].name',
      'quota.expiringDays',
      'quota.warning',
      'sources[2].name',
      'sources[0].name',
      'sources[0].syncInterval',
      'sources[0].url',
      'sources[1].auth',
      'sources[2].kind',
      'sources[2].url',
      'sources[2].auth.password',
      'sources[3].timeout',
      'sources[3].settings.account',
      'sources[3].settings.acount',
      'sources[4]',
    ]);
  });

  it.each([
    [
      `sources:\n${source('a', {}, 'kind: nessus')}`,
      /kind "nessus" is not a known kind; known are splunk, enterprise-recon, keygen/,
    ],
    [
      'server: { prot: 1 }\nsources: []',
      /server\.prot is not a known setting; known are host, port, tls, trustProxy, cors/,
    ],
    [
      `sources:\n${source('a', {}, 'settings: { timezone: UTC }')}`,
      /settings\.timezone is not a known setting; known are timeZone, strictPoolQuota/,
    ],
    ['server: { host: 0.0.0.0 }\nsources: []', /auth\.apiKeys .*refuses to start without a key/],
    ['server: { host: "::" }\nsources: []', /refuses to start/],
    ['server: { port: yes }\nsources: []', /server\.port must be a whole number from 0 to 65535/],
    ['server: 3\nsources: []', /server must be a mapping/],
    ['sources: {}', /sources must be a list/],
    ['server: {}', /sources is missing; list at least one source/],
    ['', /sources is missing/],
    ['- a', /the file must be a mapping with server, store/],
    ['store: { database: x }\nsources: []', /store\.database belongs to mongodb/],
    ['store: { startTimeout: 5s }\nsources: []', /store\.startTimeout belongs to mongodb/],
    ['store: { mongodb: "mongodb://x", startTimeout: 5 }\nsources: []', /store\.startTimeout must be a duration/],
    ['store: { mongodb: "http://x" }\nsources: []', /store\.mongodb must be a connection string/],
    ['quota: { warning: 0 }\nsources: []', /quota\.warning must be a number above 0 and at most 1/],
    ['quota: { critical: 1.01 }\nsources: []', /quota\.critical must be a number above 0 and at most 1/],
    ['log: { level: loud }\nsources: []', /log\.level must be one of silent, fatal, error/],
    ['sources: [{ name: a }]', /sources\[0\]\.kind is missing; it must be a text/],
    [
      `sources:\n${source('a', {}, 'tls: { insecure: true, fingerprint256: "AA" }')}`,
      /tls\.fingerprint256 must be the SHA-256 of the certificate/,
    ],
    [
      `sources:\n${source('a', {}, 'tls: { insecure: true, ca: ca.pem }')}`,
      /tls must have only one of ca, fingerprint256 and insecure/,
    ],
    [
      `sources:\n${source('a', {}, 'tls: { ca: nowhere.pem }')}`,
      /tls\.ca names \/etc\/gateway\/nowhere\.pem, which cannot be read \(ENOENT\)/,
    ],
    [`sources:\n${source('a', {}, 'tls: { ca: text.pem }')}`, /tls\.ca names a file without a PEM certificate/],
    [`sources:\n${source('a', {}, 'tls: { ca: damaged.pem }')}`, /tls\.ca names a file with a damaged PEM certificate/],
    [
      `sources:\n${source('a', {}, 'tls: { insecure: true }').replace('https', 'http')}`,
      /tls has no meaning for an http/,
    ],
    [
      'server: { tls: { cert: ca.pem, key: other-key.pem } }\nsources: []',
      /server\.tls\.key is not the private key of server\.tls\.cert/,
    ],
    ['server: { tls: { cert: ca.pem } }\nsources: []', /server\.tls\.key is missing/],
    [`sources:\n${source('a', {}, 'auth: { username: u, password: "" }')}`, /auth\.password is empty/],
    [`sources:\n${source('a', {}, 'auth: { token: "a\\nb" }')}`, /auth\.token must be printable ASCII/],
    [
      `sources:\n${source('a', {}, 'auth: { token: t, username: u }')}`,
      /auth must be \{ username, password \} or \{ token \}/,
    ],
    [`sources:\n${source('a', {}, 'auth: null')}`, /auth is missing; give \{ username, password \} or \{ token \}/],
    [`sources:\n${source('a', {}, 'syncInterval: 1ms')}`, /syncInterval must be a duration from 100ms to 168h/],
    [
      `sources:\n${source('a', { password: '${1x}' })}`,
      /auth\.password has a \$\{…\} that names no environment variable/,
    ],
    [
      'auth: { apiKeys: [{ name: a, role: admin, key: "has some spaces in" }] }\nsources: []',
      /key must consist of printable ASCII/,
    ],
    [
      `auth: { apiKeys: [{ name: a, role: admin, key: ${'x'.repeat(4097)} }] }\nsources: []`,
      /key must be at most 4096 characters long/,
    ],
    [
      'auth: { apiKeys: [{ name: a, role: admin, key: 0123456789abcdef }, { name: b, role: viewer, key: 0123456789abcdef }] }\nsources: []',
      /apiKeys\[1\] is the same key as an earlier one/,
    ],
  ])('%# says what to do', (text, said) => {
    const result = parse(text);
    expect(result.ok ? 'accepted' : formatProblems(result.problems, 'gateway.yaml')).toMatch(said);
  });

  it('names the variable when the environment is what is wrong', () => {
    expect(paths('sources: []', { PORT: 'high', LOG_LEVEL: 'loud' })).toEqual([
      'environment variable PORT',
      'environment variable LOG_LEVEL',
    ]);
  });

  it.each([
    ['sources:\n  - a: 1\n   b: 2', /line 3/],
    ['auth: *hunter2', /alias/],
    ['auth: @hunter2', /line 1, column 7 a text that starts with a reserved character needs quotes/],
    ['a: 1\na: 2', /line 2, column 1 this key stands here twice/],
    ['a:\n\tb: 1', /tabs are not allowed/],
    ['auth: { key: hunter2, pass: ${X} }', /"\$\{NAME\}" within \{ \}/],
    ['auth: "hunter2', /a closing quote, bracket, comma or colon is missing/],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`)
        .join('\n')}`,
      /the file/,
    ],
  ])('%# of broken YAML is told by place, without quoting the file', (text, said) => {
    const result = parse(text);
    const told = result.ok ? 'accepted' : formatProblems(result.problems, 'gateway.yaml');
    expect(told).toMatch(said);
    expect(told).not.toContain('hunter2');
  });

  it('never shows a secret in what it says', () => {
    const secret = 'hunter2hunter2 hunter2';
    const text = `
auth: { apiKeys: [{ name: "\${S}", role: "\${S}", key: "\${S}", keySha256: "\${S}" }] }
server: { host: "\${S}", port: "\${S}", cors: ["\${S}"] }
store: { mongodb: "\${S}", database: "\${S}" }
sources:
  - { name: "\${S}", kind: splunk, url: "https://\${S}@x", auth: "\${S}", tls: "\${S}", settings: "\${S}", timeout: "\${S}" }
  - { name: a, kind: splunk, url: "https://u:\${S}@x/", auth: { token: "\${S}", username: 3 } }
`;
    const result = parse(text, { S: secret });
    expect(result.ok ? 'hunter2' : formatProblems(result.problems, 'x')).not.toContain('hunter2');
  });
});

it('formats problems as a list under a count', () => {
  expect(formatProblems([{ path: '', message: 'is empty' }], 'a.yaml')).toBe('a.yaml: 1 problem\n  the file is empty');
});

function source(name: string, auth: { password?: string } = {}, extra = ''): string {
  const own = extra.split(':')[0] ?? '';
  const fields = [
    `name: ${name}`,
    'kind: splunk',
    'url: "https://splunk.example:8089"',
    `auth: { username: u, password: "${auth.password ?? 'p'}" }`,
  ].filter((field) => own === '' || !field.startsWith(`${own}:`));
  return `  - { ${[...fields, ...(extra === '' ? [] : [extra])].join(', ')} }`;
}

function parse(text: string, env: Record<string, string | undefined> = {}) {
  return parseConfig(text, env, modules, { baseDir: '/etc/gateway', readFile });
}

function good(text: string, env: Record<string, string | undefined> = {}) {
  const result = parse(text, env);
  if (!result.ok) throw new Error(formatProblems(result.problems, 'config'));
  return result.config;
}

function paths(text: string, env: Record<string, string | undefined> = {}) {
  const result = parse(text, env);
  return result.ok ? [] : result.problems.map((problem) => problem.path);
}

function readFile(path: string): string {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const files: Record<string, string> = {
    '/etc/gateway/ca.pem': certificate,
    '/etc/gateway/key.pem': privateKey,
    '/etc/gateway/other-key.pem': String(other.export({ type: 'pkcs8', format: 'pem' })),
    '/etc/gateway/text.pem': 'hello',
    '/etc/gateway/damaged.pem': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
  };
  const text = files[path];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
}

function fakeModule(
  kind: string,
  defaultSyncInterval: string,
  authForms: readonly ('password' | 'token')[],
  settings: z.core.$ZodLooseShape,
): SourceModule {
  return {
    kind,
    defaultSyncInterval,
    authForms,
    settings: z.strictObject(settings),
    capabilities: [],
    edges: {},
    connect: () => {
      throw new Error('a configuration is checked without connecting');
    },
  };
}
