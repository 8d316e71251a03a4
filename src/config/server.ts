/** The sections `server`, `store`, `quota` and `log`. */
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import type { ServerOptions } from '../http/options.js';
import { duration } from './duration.js';
import { type ConfigFiles, readNamedFile } from './files.js';
import type { Problems } from './problems.js';
import { type LogLevel, logLevels, type QuotaConfig, type StoreConfig } from './types.js';
import { certificateProblem, flag, numberAbove, text, wholeNumber } from './values.js';

const originForm = 'must be an origin such as https://wiki.example (scheme, host and port only), or *';

const serverShape = {
  host: text.default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(4000),
  tls: z.strictObject({ cert: text, key: text }).nullish(),
  trustProxy: flag.default(false),
  cors: z.array(z.string().refine(isOrigin, originForm)).default([]),
  dashboard: flag.default(true),
};

const storeShape = {
  dataDir: text.default('./data'),
  mongodb: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must be a connection string that starts with mongodb:// or mongodb+srv://')
    .nullish(),
  database: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,63}$/, 'must be 1 to 63 letters, digits, _ or -')
    .nullish(),
  // A plain 0 needs no unit.
  startTimeout: z.preprocess((value) => (value === 0 || value === '0' ? '0s' : value), duration('0s', '24h')).nullish(),
};

/** Longer than a database takes to start beside the gateway. */
const START_TIMEOUT_MS = 120_000;

const quotaShape = {
  warning: numberAbove(0, 1).default(0.8),
  critical: numberAbove(0, 1).default(0.9),
  expiringDays: wholeNumber(0, 3650).default(30),
  expiryLeadDays: z.array(wholeNumber(0, 3650)).default([90, 30, 7, 1]),
};

const logShape = { level: z.enum(logLevels).default('info') };

export function serverSection(raw: unknown, files: ConfigFiles, problems: Problems): ServerOptions | undefined {
  const path = ['server'];
  const { host, port, tls, trustProxy, cors, dashboard } = problems.checkFields(serverShape, raw, path);
  const pair = tls ? tlsPair(tls, files, problems) : null;
  if (host === undefined || port === undefined || trustProxy === undefined) return undefined;
  if (cors === undefined || dashboard === undefined || pair === undefined) return undefined;
  return { host, port, tls: pair, trustProxy, cors, dashboard };
}

export function storeSection(
  raw: unknown,
  files: ConfigFiles,
  problems: Problems,
): { store: StoreConfig; dataDir: string } | undefined {
  const fields = problems.checkFields(storeShape, raw, ['store']);
  if (fields.dataDir === undefined) return undefined;
  const dataDir = resolve(files.baseDir, fields.dataDir);
  const { mongodb, database, startTimeout } = fields;
  if (mongodb) {
    const startTimeoutMs = startTimeout ?? START_TIMEOUT_MS;
    return { dataDir, store: { mongodb, database: database ?? 'license_gateway', startTimeoutMs } };
  }
  for (const [name, value] of Object.entries({ database, startTimeout })) {
    if (value == null) continue;
    problems.add(['store', name], 'belongs to mongodb, which is not given; add store.mongodb or remove it');
  }
  return { dataDir, store: { dataDir } };
}

export function quotaSection(raw: unknown, problems: Problems): QuotaConfig | undefined {
  const { warning, critical, expiringDays, expiryLeadDays } = problems.checkFields(quotaShape, raw, ['quota']);
  if (warning !== undefined && critical !== undefined && warning > critical) {
    problems.add(['quota', 'warning'], `must not be above quota.critical, which is ${critical}`);
  }
  if (warning === undefined || critical === undefined || expiringDays === undefined || expiryLeadDays === undefined) {
    return undefined;
  }
  return { warning, critical, expiringDays, expiryLeadDays: [...new Set(expiryLeadDays)].sort((a, b) => b - a) };
}

export function logSection(raw: unknown, problems: Problems): { level: LogLevel } | undefined {
  const { level } = problems.checkFields(logShape, raw, ['log']);
  return level === undefined ? undefined : { level };
}

function tlsPair(
  names: { cert: string; key: string },
  files: ConfigFiles,
  problems: Problems,
): ServerOptions['tls'] | undefined {
  const cert = readNamedFile(files, names.cert, ['server', 'tls', 'cert'], problems);
  const key = readNamedFile(files, names.key, ['server', 'tls', 'key'], problems);
  if (cert === undefined || key === undefined) return undefined;
  const wrong = certificateProblem(cert);
  if (wrong !== null) problems.add(['server', 'tls', 'cert'], wrong);
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(key)) {
    problems.add(['server', 'tls', 'key'], 'names a file without a PEM private key (-----BEGIN PRIVATE KEY-----)');
  } else if (wrong === null && !isPair(cert, key)) {
    problems.add(['server', 'tls', 'key'], 'is not the private key of server.tls.cert, or needs a passphrase');
  }
  return { cert, key };
}

function isPair(cert: string, key: string): boolean {
  try {
    createSecureContext({ cert, key });
    return true;
  } catch {
    return false;
  }
}

function isOrigin(value: string): boolean {
  if (value === '*') return true;
  return /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value;
}
