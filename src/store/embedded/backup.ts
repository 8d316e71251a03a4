/**
 * Backup and restore of the embedded store. A backup is one line of JSON that says what it is, and behind it LMDB's own
 * compacted copy: the line's checksum tells a damaged file before LMDB sees it, which would take the process down.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { chmod, link, mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CollectionDefinition } from '../collections.js';
import { assertKnownSchema } from '../schema-version.js';
import { prepareDirectory, takeLock } from './lock.js';
import { openEmbeddedRepo } from './repo.js';
import { DATA_FILE, openRootToRead } from './tables.js';

export interface BackupFacts {
  readonly createdAt: string;
  /** Of the store in it, without the line in front. */
  readonly bytes: number;
}

/** What was asked for cannot be done; the message says why and what to do, and nothing was changed. */
export class BackupError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupError';
  }
}

const FORMAT = 1;
const MARK = 'license-gateway embedded store';
const LONGEST_HEADER_BYTES = 512;
const OWNER_ONLY = 0o600;

interface Header extends BackupFacts {
  readonly backupOf: typeof MARK;
  readonly format: number;
  readonly sha256: string;
}

/**
 * Writes the store as it is at one moment to a new file that only its owner may read; a gateway that runs on the directory goes
 * on undisturbed. Throws BackupError.
 */
export async function backupEmbedded(dir: string, to: string, now: Date): Promise<BackupFacts> {
  const data = join(dir, DATA_FILE);
  if (!existsSync(data)) throw new BackupError(`${dir} holds no store: give the directory that store.dataDir names`);
  if (existsSync(to)) throw new BackupError(`${to} is there already: choose another name, or remove it first`);
  // Never made: where a backup is to lie may be a disk that is not mounted, or a name that is misspelled.
  if (statSync(dirname(to), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new BackupError(`there is no directory ${dirname(to)}: make it first, or give another file`);
  }
  const copy = `${to}.${randomUUID()}.copy`;
  const whole = `${to}.${randomUUID()}.part`;
  try {
    const root = openRootToRead(dir);
    try {
      await root.backup(copy, true);
    } finally {
      await root.close();
    }
    await chmod(copy, OWNER_ONLY);
    const { size } = await stat(copy);
    const facts = { createdAt: now.toISOString(), bytes: size };
    const header: Header = { backupOf: MARK, format: FORMAT, ...facts, sha256: await digest(copy) };
    const line = Buffer.from(`${JSON.stringify(header)}\n`);
    await pipeline(Readable.from(lineThen(line, copy)), createWriteStream(whole, { mode: OWNER_ONLY, flush: true }));
    // A link, unlike a rename, never replaces what somebody else put there meanwhile.
    await link(whole, to);
    await syncDirectory(dirname(to));
    return facts;
  } catch (error) {
    throw asBackupError(error, `the backup ${to} cannot be written`);
  } finally {
    for (const path of [copy, `${copy}-lock`, whole]) await rm(path, { force: true });
  }
}

export interface RestoreOptions {
  readonly from: string;
  readonly dir: string;
  readonly collections: readonly CollectionDefinition[];
  /** Replaces a store that is there; it is kept beside. */
  readonly force: boolean;
  readonly now: Date;
}

/**
 * Puts a backup into a directory, in one step, after it was proven whole and opened. `kept` is where the store went that was
 * there. Throws BackupError, or StoreUnavailableError when a gateway runs on the directory.
 */
export async function restoreEmbedded(
  options: RestoreOptions,
): Promise<BackupFacts & { readonly kept: string | null }> {
  const { from, collections, force, now } = options;
  const { header, start } = await readHeader(from);
  const made = await mkdir(options.dir, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const dir = prepareDirectory(options.dir);
  const release = takeLock(dir);
  const staging = join(dir, `restoring-${randomUUID()}`);
  let isRestored = false;
  try {
    const data = join(dir, DATA_FILE);
    const isThere = existsSync(data);
    if (isThere && !force) {
      throw new BackupError(
        `${dir} holds a store already: give another directory, or --force to replace it and keep it beside`,
      );
    }
    await mkdir(staging, { mode: 0o700 });
    const staged = join(staging, DATA_FILE);
    await pipeline(createReadStream(from, { start }), createWriteStream(staged, { mode: OWNER_ONLY, flush: true }));
    await assertWhole(staged, header, from);
    // As a gateway opens it: a version it does not know is refused here, and indexes are brought up to date.
    await (await openEmbeddedRepo({ dir: staging, collections, inspect: assertKnownSchema })).close();
    const kept = isThere ? join(dir, `store-before-${now.toISOString().replaceAll(/[:.]/g, '-')}.mdb`) : null;
    if (kept !== null) await link(data, kept);
    await rename(staged, data);
    // Of the store that was there; LMDB makes it anew.
    await rm(`${data}-lock`, { force: true });
    await syncDirectory(dir);
    isRestored = true;
    return { createdAt: header.createdAt, bytes: header.bytes, kept };
  } catch (error) {
    throw asBackupError(error, `${from} cannot be restored to ${dir}`);
  } finally {
    await rm(staging, { recursive: true, force: true });
    release();
    if (!isRestored && made !== undefined) await removeEmpty(options.dir, made);
  }
}

/** This directory and those above it, up to `top`: as far as nothing is in them. */
async function removeEmpty(dir: string, top: string): Promise<void> {
  try {
    for (let at = resolve(dir); at.length >= top.length; at = dirname(at)) await rmdir(at);
  } catch {
    // Somebody else has put something there, and keeps it.
  }
}

/** The first line, and where the store begins behind it. */
async function readHeader(path: string): Promise<{ header: Header; start: number }> {
  const bytes = Buffer.alloc(LONGEST_HEADER_BYTES);
  try {
    const file = await open(path, 'r');
    try {
      await file.read(bytes, 0, bytes.length, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asBackupError(error, `the backup ${path} cannot be read`);
  }
  const end = bytes.indexOf('\n');
  const header = end < 0 ? null : headerOf(bytes.subarray(0, end).toString());
  if (header === null) {
    throw new BackupError(`${path} is no backup of this gateway: give a file that "license-gateway backup" wrote`);
  }
  if (header.format !== FORMAT) {
    throw new BackupError(
      `${path} is a backup of format ${header.format}, and this gateway knows ${FORMAT}: restore it with the version that wrote it, or a newer one`,
    );
  }
  return { header, start: end + 1 };
}

function headerOf(line: string): Header | null {
  try {
    const value: Partial<Header> | null = JSON.parse(line);
    return value?.backupOf === MARK ? (value as Header) : null;
  } catch {
    return null;
  }
}

async function assertWhole(path: string, header: Header, from: string): Promise<void> {
  const { size } = await stat(path);
  if (size !== header.bytes) {
    throw new BackupError(
      `${from} is damaged: it holds ${size} bytes of a store that has ${header.bytes}; copy it again, or take an earlier backup`,
    );
  }
  if ((await digest(path)) !== header.sha256) {
    throw new BackupError(
      `${from} is damaged: its content is not what was written (the checksum differs); copy it again, or take an earlier backup`,
    );
  }
}

async function* lineThen(line: Buffer, path: string) {
  yield line;
  yield* createReadStream(path);
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** What was renamed or linked stays so when the power goes. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** The system's errors get words in front; ours have them. */
function asBackupError(error: unknown, what: string): unknown {
  const isSystem = error instanceof Error && 'code' in error;
  return isSystem
    ? new BackupError(`${what} (${error.message}): check the path, its owner and the free space`, error)
    : error;
}
