/** How the driver is set up: what the connection string says, and our defaults for what it leaves open. */
import { MongoClient, type MongoClientOptions, MongoParseError } from 'mongodb';
import { bsonOptions } from '../codec.js';
import { StoreUnavailableError } from '../repo.js';

/**
 * By the name that the connection string has for each. Times: an election takes some ten seconds; a server that hangs is
 * found by its monitor within twenty, whereupon its connections are broken, so that the socket's own limit is for one
 * connection that hangs by itself, and longer than any query of ours runs.
 */
const defaults = {
  appName: 'license-gateway',
  // What is acknowledged outlives the loss of the primary, and of its machine's power.
  w: 'majority',
  journal: true,
  retryWrites: true,
  retryReads: true,
  // A reader reads the source's revision, then what is visible at it: a member that lags has the one but not the other.
  readPreference: 'primary',
  maxPoolSize: 50,
  minPoolSize: 1,
  // Firewalls forget connections that say nothing for long, without a word.
  maxIdleTimeMS: 300_000,
  waitQueueTimeoutMS: 10_000,
  connectTimeoutMS: 10_000,
  socketTimeoutMS: 60_000,
  serverSelectionTimeoutMS: 10_000,
} as const satisfies MongoClientOptions;

/** Other names of the same thing: to say one is to say both. */
const ALIASES: Readonly<Record<string, readonly string[]>> = { journal: ['j'] };

/** Throws StoreUnavailableError for a connection string that cannot be used, without showing it: it may hold a password. */
export function createClient(uri: string, more: Pick<MongoClientOptions, 'monitorCommands'> = {}): MongoClient {
  const said = namesIn(uri);
  const open = Object.entries(defaults).filter(([name]) =>
    [name, ...(ALIASES[name] ?? [])].every((one) => !said.has(one.toLowerCase())),
  );
  try {
    // Options given beside a connection string win over it: so only those that it leaves open.
    return new MongoClient(uri, { ...bsonOptions, ...Object.fromEntries(open), ...more });
  } catch (error) {
    const reason = error instanceof MongoParseError ? 'it is not mongodb://host[:port]/…' : 'an option in it is wrong';
    throw new StoreUnavailableError(`the MongoDB connection string cannot be used: ${reason}; check MONGODB_URI`);
  }
}

/** What the connection string asks for that puts at risk what the gateway promises, each by name. */
export function risksOf({ options }: MongoClient): readonly string[] {
  const { writeConcern, retryWrites, readPreference } = options;
  const risks: string[] = [];
  if (writeConcern.w !== 'majority') {
    risks.push(`w=${String(writeConcern.w)}: what was acknowledged can be lost when the primary is`);
  }
  if (writeConcern.journal === false) {
    risks.push('journal=false: what was acknowledged can be lost when the servers crash');
  }
  if (!retryWrites) risks.push('retryWrites=false: writes fail whenever a connection breaks or a primary steps down');
  if (readPreference.mode !== 'primary') {
    risks.push(`readPreference=${readPreference.mode}: answers can be incomplete while a member lags behind`);
  }
  return risks;
}

/** `host:port, host:port`, for a person; never a user or a password. */
export function hostsOf({ options }: MongoClient): string {
  return options.srvHost ?? (options.hosts.map(String).join(', ') || 'the given host');
}

/** The options that the connection string names, in lower case. */
function namesIn(uri: string): ReadonlySet<string> {
  const [, query = ''] = uri.split('?', 2);
  return new Set(query.split('&').map((pair) => (pair.split('=')[0] ?? '').toLowerCase()));
}
