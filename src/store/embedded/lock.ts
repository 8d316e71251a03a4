/** One process for each data directory: a lock file that survives no kill of its holder. */
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnavailableError } from '../repo.js';

const LOCK_FILE = 'store.lock';
/** Directories held by this very process: a lock with our own pid is either ours or an earlier process's. */
const held = new Set<string>();

interface Holder {
  readonly pid: number;
  /** When the process started, as the kernel tells it; tells a holder from a later process with the same pid. */
  readonly started: string | null;
}

/** Makes the directory if need be and answers its real path. Throws StoreUnavailableError when it cannot be used. */
export function prepareDirectory(dir: string): string {
  const path = writableDirectory(dir);
  if (held.has(path)) throw inUse(path, process.pid);
  return path;
}

function writableDirectory(dir: string): string {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const probe = join(dir, `${LOCK_FILE}.${process.pid}.probe`);
    writeFileSync(probe, '');
    rmSync(probe);
    return realpathSync(dir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(
      `the data directory ${dir} cannot be written (${reason}): make it writable for this user, or set DATA_DIR to another`,
      error,
    );
  }
}

/**
 * Takes the directory or throws StoreUnavailableError with the holder's pid. A lock whose process is gone is taken over.
 * Call it inside an LMDB write transaction: that is what keeps two processes from taking over the same stale lock.
 */
export function takeLock(dir: string): () => void {
  const path = join(dir, LOCK_FILE);
  const holder = readHolder(path);
  if (holder !== null && isAlive(holder)) throw inUse(dir, holder.pid);
  const own: Holder = { pid: process.pid, started: startOf(process.pid) };
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(own)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
  held.add(dir);
  return () => {
    held.delete(dir);
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
  };
}

function inUse(dir: string, pid: number): StoreUnavailableError {
  return new StoreUnavailableError(
    `the data directory ${dir} is in use by process ${pid}: stop that gateway, or set DATA_DIR to another directory`,
  );
}

function readHolder(path: string): Holder | null {
  try {
    const { pid, started }: Partial<Holder> = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' ? { pid, started: started ?? null } : null;
  } catch {
    // No file, or one that a crash of the machine left half written: nobody holds it.
    return null;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  // In a container every run of the gateway may have the same pid.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedNow = startOf(pid);
  return started === null || startedNow === null || startedNow === started;
}

/** Boot and start time of a process, null where the system does not tell (outside Linux). */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in parentheses may hold spaces; the start time is the 20th field behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return `${boot} ${fields?.[19] ?? ''}`;
  } catch {
    return null;
  }
}
