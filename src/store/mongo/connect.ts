/** A connection to MongoDB that works, or an error that says which server, what is wrong and what to do. */
import { MongoClient, MongoParseError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { bsonOptions } from '../codec.js';
import { StoreUnavailableError } from '../repo.js';

/** Longer than an election, shorter than a person's patience. */
const SELECTION_TIMEOUT_MS = 10_000;
const AUTHENTICATION_FAILED = 18;

/** Throws StoreUnavailableError. No message holds the connection string, which may hold a password. */
export async function connect(uri: string, database: string): Promise<MongoClient> {
  const client = createClient(uri);
  try {
    await client.connect();
    await client.db(database).command({ ping: 1 });
    return client;
  } catch (error) {
    await client.close();
    throw unavailable(client, error);
  }
}

function createClient(uri: string): MongoClient {
  try {
    return new MongoClient(uri, {
      ...bsonOptions,
      appName: 'license-gateway',
      // What is acknowledged outlives the loss of the primary.
      writeConcern: { w: 'majority' },
      serverSelectionTimeoutMS: selectionTimeout(uri),
    });
  } catch (error) {
    const reason = error instanceof MongoParseError ? 'it is not mongodb://host[:port]/…' : 'an option in it is wrong';
    throw new StoreUnavailableError(`the MongoDB connection string cannot be used: ${reason}; check MONGODB_URI`);
  }
}

/** The connection string may say otherwise. */
function selectionTimeout(uri: string): number {
  const own = /[?&]serverSelectionTimeoutMS=(\d+)/i.exec(uri)?.[1];
  return own === undefined ? SELECTION_TIMEOUT_MS : Number(own);
}

function unavailable(client: MongoClient, error: unknown): StoreUnavailableError {
  const hosts = client.options.hosts.map(String).join(', ') || client.options.srvHost || 'the given host';
  if (error instanceof MongoServerError && error.code === AUTHENTICATION_FAILED) {
    return new StoreUnavailableError(`MongoDB at ${hosts} refused the user name or password: check MONGODB_URI`);
  }
  const reason = error instanceof Error ? error.message : String(error);
  const advice =
    error instanceof MongoServerSelectionError ? 'is it running and reachable from here?' : 'check MONGODB_URI';
  return new StoreUnavailableError(`MongoDB at ${hosts} cannot be reached (${reason}): ${advice}`);
}
