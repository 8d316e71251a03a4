/** The key of a first start: a loopback server without configured keys makes one admin key and keeps it in its data directory. */
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ApiKey, hashKey, keyCharacters, longestKey, shortestKey } from './api-key.js';

export interface AdminKey {
  readonly key: string;
  /** Where it is kept. */
  readonly file: string;
  /** `created` just now; `kept` from an earlier start; `preset` by LICENSE_GATEWAY_ADMIN_KEY. */
  readonly origin: 'created' | 'kept' | 'preset';
}

/** The key cannot be used or kept; the message says what to do. */
export class AdminKeyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AdminKeyError';
  }
}

/** The preset key, else the one kept in the directory, else a new one. Throws AdminKeyError, or the file system's own error. */
export async function ensureAdminKey(dataDir: string, preset: string | undefined): Promise<AdminKey> {
  const file = join(dataDir, 'admin-key');
  await makeDirectory(dataDir);
  if (preset !== undefined && preset !== '') {
    refuseUnusable(preset, 'LICENSE_GATEWAY_ADMIN_KEY');
    await rename(await writeBeside(file, preset), file);
    return { key: preset, file, origin: 'preset' };
  }
  const key = randomBytes(24).toString('base64url');
  if (await createOnly(file, key)) return { key, file, origin: 'created' };
  const kept = (await readFile(file, 'utf8')).trim();
  refuseUnusable(kept, `the key in ${file}`, 'delete the file and start again to get a new one');
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return { key: kept, file, origin: 'kept' };
}

/** The admin key in the form in which configured keys come. */
export function adminApiKey({ key }: Pick<AdminKey, 'key'>): ApiKey {
  return { name: 'admin', role: 'ADMIN', sha256: hashKey(key), sources: null };
}

/** Not mkdir's own `recursive`, which never ends below a directory that takes no new entries, such as /proc (Node 20). */
async function makeDirectory(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && (await stat(dir)).isDirectory()) return;
    const parent = dirname(dir);
    if (code !== 'ENOENT' || parent === dir || (await isDirectory(parent))) throw error;
    await makeDirectory(parent);
    await makeDirectory(dir);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** False when a key is there already: of two first starts at once, one creates it and both use it. */
async function createOnly(file: string, key: string): Promise<boolean> {
  const whole = await writeBeside(file, key);
  try {
    await link(whole, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without hard links: the last of two writers wins, which only a race at first start could show.
    await rename(whole, file);
    return true;
  } finally {
    await rm(whole, { force: true });
  }
}

/** A complete file for its owner only, next to where it will stand, so that no reader ever sees half a key. */
async function writeBeside(file: string, key: string): Promise<string> {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return beside;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function refuseUnusable(key: string, what: string, remedy = 'choose another'): void {
  if (key.length >= shortestKey && key.length <= longestKey && keyCharacters.test(key)) return;
  throw new AdminKeyError(
    `${what} must be ${shortestKey} to ${longestKey} printable ASCII characters without spaces; ${remedy}`,
  );
}
