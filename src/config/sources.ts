/** The section `sources`: each checked against the module of its kind. */
import { z } from 'zod';
import type { SourceTls } from '../sources/http-tls.js';
import type { SourceAuth, SourceModule, SourceOptions } from '../sources/source.js';
import { duration, parseDuration } from './duration.js';
import { type ConfigFiles, readNamedFile } from './files.js';
import { isMapping } from './mapping.js';
import { ownName, reportDuplicateNames } from './names.js';
import type { Problems } from './problems.js';
import { certificateProblem, flag, text } from './values.js';

type Path = readonly PropertyKey[];

const DEFAULT_TIMEOUT = '10s';
/** How often files are expected of a source that is imported; shown as stale after some of it. */
const IMPORT_INTERVAL = '24h';

const sourceShape = {
  name: ownName,
  kind: z.string(),
  url: z.string(),
  auth: z.unknown(),
  tls: z.unknown(),
  import: flag.default(false),
  syncInterval: duration('100ms', '168h').nullish(),
  timeout: duration('10ms', '10m').default(parseDuration(DEFAULT_TIMEOUT) ?? 0),
  settings: z.unknown(),
};

const authShape = {
  username: text.optional(),
  password: text.optional(),
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces or line breaks, since it travels in a header')
    .optional(),
};

const tlsShape = {
  ca: text.optional(),
  fingerprint256: z
    .string()
    .regex(
      /^([0-9a-f]{2}:?){31}[0-9a-f]{2}$/i,
      'must be the SHA-256 of the certificate: 32 pairs of hexadecimal digits, AA:BB:…',
    )
    .optional(),
  insecure: flag.optional(),
};

export function sourcesSection(
  raw: unknown,
  modules: readonly SourceModule[],
  files: ConfigFiles,
  problems: Problems,
): SourceOptions[] {
  if (raw === undefined || raw === null) {
    problems.add(['sources'], 'is missing; list at least one source (name, kind, url, auth), or [] for none');
    return [];
  }
  const items = problems.check(z.array(z.unknown()), raw, ['sources']) ?? [];
  reportDuplicateNames(items, 'source', ['sources'], problems);
  return items
    .map((item, index) => source(item, ['sources', index], modules, files, problems))
    .filter((options) => options !== undefined);
}

function source(
  raw: unknown,
  path: Path,
  modules: readonly SourceModule[],
  files: ConfigFiles,
  problems: Problems,
): SourceOptions | undefined {
  const fields = problems.checkFields(sourceShape, raw, path);
  if (!isMapping(raw ?? {})) return undefined;
  const module = modules.find(({ kind }) => kind === fields.kind);
  if (module === undefined && fields.kind !== undefined) {
    const known = modules.map(({ kind }) => kind).join(', ');
    problems.add([...path, 'kind'], `"${fields.kind.slice(0, 40)}" is not a known kind; known are ${known}`);
  }
  const url = fields.url === undefined ? undefined : baseUrl(fields.url, [...path, 'url'], problems);
  const isImported = fields.import === true;
  const auth =
    isImported && fields.auth == null
      ? unusedAuth(module)
      : sourceAuth(fields.auth, [...path, 'auth'], module, problems);
  const tls = sourceTls(fields.tls, url, [...path, 'tls'], files, problems);
  if (module === undefined) return undefined;
  const settings = problems.check(module.settings, fields.settings ?? {}, [...path, 'settings']);
  const interval = fields.syncInterval ?? parseDuration(isImported ? IMPORT_INTERVAL : module.defaultSyncInterval);
  const { name, kind, timeout } = fields;
  if (name === undefined || kind === undefined || url === undefined || auth === undefined) return undefined;
  if (interval === null || timeout === undefined) return undefined;
  const options = { name, kind, url, auth, tls, syncIntervalMs: interval, timeoutMs: timeout, settings };
  return isImported ? { ...options, isImported } : options;
}

/** Nothing is asked of a source that is imported, so nobody has to know its credentials. */
function unusedAuth(module: SourceModule | undefined): SourceAuth {
  return module?.authForms.includes('token') === false ? { username: '-', password: '-' } : { token: '-' };
}

/** The URL without a trailing slash. Its text is never quoted: credentials may stand in it. */
function baseUrl(given: string, path: Path, problems: Problems): string | undefined {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    problems.add(path, 'must be a URL that starts with https:// or http://, such as https://splunk.example:8089');
    return undefined;
  }
  if (url.username !== '' || url.password !== '') problems.add(path, 'must not hold credentials; put them under auth');
  if (url.search !== '' || url.hash !== '') problems.add(path, 'must not have a query (?…) or a fragment (#…)');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function sourceAuth(
  raw: unknown,
  path: Path,
  module: SourceModule | undefined,
  problems: Problems,
): SourceAuth | undefined {
  if (raw === undefined || raw === null) {
    problems.add(path, `is missing; give ${formsOf(module)}`);
    return undefined;
  }
  const { username, password, token } = problems.checkFields(authShape, raw, path);
  if (!isMapping(raw)) return undefined;
  const given = ['username', 'password', 'token'].filter((key) => raw[key] !== undefined && raw[key] !== null);
  const form = given.includes('token') ? 'token' : 'password';
  if (given.length === 0 || (form === 'token' && given.length > 1)) {
    problems.add(path, `must be ${formsOf(module)}`);
    return undefined;
  }
  if (module !== undefined && !module.authForms.includes(form)) {
    problems.add(path, `does not fit ${module.kind}: it takes ${formsOf(module)}`);
    return undefined;
  }
  if (form === 'token') return token === undefined ? undefined : { token };
  for (const key of ['username', 'password']) {
    if (!given.includes(key)) problems.add([...path, key], 'is missing; username and password go together');
  }
  return username === undefined || password === undefined ? undefined : { username, password };
}

function formsOf(module: SourceModule | undefined): string {
  const words = { password: '{ username, password }', token: '{ token }' };
  return (module?.authForms ?? (['password', 'token'] as const)).map((form) => words[form]).join(' or ');
}

function sourceTls(
  raw: unknown,
  url: string | undefined,
  path: Path,
  files: ConfigFiles,
  problems: Problems,
): SourceTls {
  if (raw === undefined || raw === null) return {};
  const { ca, fingerprint256, insecure } = problems.checkFields(tlsShape, raw, path);
  const given = [ca !== undefined, fingerprint256 !== undefined, insecure === true].filter(Boolean).length;
  if (given > 1) problems.add(path, 'must have only one of ca, fingerprint256 and insecure: each replaces the others');
  if (given > 0 && url?.startsWith('http:'))
    problems.add(path, 'has no meaning for an http:// url; use https:// or remove it');
  const pem = readNamedFile(files, ca, [...path, 'ca'], problems);
  const wrong = pem === undefined ? null : certificateProblem(pem);
  if (wrong !== null) problems.add([...path, 'ca'], wrong);
  return {
    ...(pem === undefined ? {} : { ca: pem }),
    ...(fingerprint256 === undefined ? {} : { fingerprint256 }),
    ...(insecure === true ? { insecure } : {}),
  };
}
