/**
 * What has changed of an account since it was read: its lists are gone through page by page, and only the licenses that a
 * changed row speaks of are read anew, each as it is read after a webhook.
 */
import { SourceFailure } from '../../domain/failure.js';
import type { Gap, ReadMark } from '../../domain/snapshot.js';
import type { KeygenClient } from './client.js';
import { askPage } from './crawl.js';
import type { ListMemory } from './list-memory.js';
import { isRefusal, type KeygenAnswers, MOST_LICENSES_FOR_ENTITLEMENTS, tooManyLicenses } from './read.js';
import { modeOf, type ReadMode } from './read-license.js';
import { type Recrawled, recrawl } from './recrawl.js';
import { countedShape, type GroupRow, licenseShape, machineShape } from './shapes.js';
import { readRows, type Shape } from './wire.js';

/** An account as it was read, as far as telling changes of it takes. */
export interface AccountMemory extends ReadMark {
  readonly lists: ReadonlyMap<string, ListMemory>;
  readonly groups: readonly GroupRow[];
  readonly mode: ReadMode;
  readonly gaps: readonly Gap[];
  /** Licenses that were read anew beside their lists, by vendor id: of them the two may tell different things. */
  readonly doubtful: readonly string[];
  /** When everything was read. */
  readonly readAt: Date;
}

export interface AccountChanges {
  readonly memory: AccountMemory;
  /** Licenses by vendor id. */
  readonly licenses: readonly string[];
  /** Groups whose members are more or fewer than before. */
  readonly groups: readonly GroupRow[];
}

/** Above so many, reading everything takes fewer calls, and each costs the vendor less. */
const MOST_LICENSES = 50;
/** Rows that may be told of: as they were and as they are. */
const MOST_ROWS = 4 * MOST_LICENSES;
/** Whatever may have been missed is found after this long at the latest. */
const LONGEST_MS = 86_400_000;

/** The lists in which any change is everybody's, and those in which it is one license's or group's. */
const SHARED = ['policies', 'groups', 'entitlements'];
const OWNED: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['licenses', licenseShape],
  ['machines', machineShape],
  ['processes', countedShape],
  ['users', countedShape],
]);

/** Null: what comes next cannot be compared with it. */
export function rememberAccount(answers: KeygenAnswers, readAt: Date): AccountMemory | null {
  const { licenses, policies, groups, machines, processes, users, entitlements, gaps, memories = new Map() } = answers;
  const read = { licenses, policies, groups, machines, processes, users };
  for (const [name, rows] of Object.entries(read)) if (rows !== null && !memories.has(name)) return null;
  if (!memories.has('entitlements') && !gaps.some(({ part }) => part === 'entitlements')) return null;
  // Those of each license are read one by one: there are few licenses then.
  const hasEntitlements = (memories.get('entitlements')?.size ?? 0) > 0;
  if (entitlements.size > 0 || (hasEntitlements && licenses.rows.length <= MOST_LICENSES_FOR_ENTITLEMENTS)) return null;
  return {
    isMark: true,
    lists: memories,
    groups: groups?.rows ?? [],
    mode: modeOf(answers),
    gaps,
    doubtful: [],
    readAt,
  };
}

/** Null: everything has to be read. */
export async function readAccountChanges(
  client: KeygenClient,
  before: AccountMemory,
  doubtful: readonly string[],
  readAt: Date,
  outer: AbortSignal,
): Promise<AccountChanges | null> {
  if (readAt.getTime() - before.readAt.getTime() > LONGEST_MS) return null;
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const found = new Map<string, Recrawled>();
  try {
    const all = await Promise.all([
      ...[...before.lists].map(([name, memory]) => again(name, memory)),
      ...before.gaps.map(stillRefused),
    ]).catch((error: unknown) => {
      if (stop.signal.aborted && !outer.aborted) return [false];
      throw error;
    });
    if (all.includes(false)) return null;
  } finally {
    stop.abort();
  }
  const licenses = found.get('licenses')?.memory;
  if (licenses === undefined || licenses.limiting > 0 !== (before.lists.get('licenses')?.limiting ?? 0) > 0)
    return null;
  const isFewer = licenses.size <= MOST_LICENSES_FOR_ENTITLEMENTS;
  if (isFewer && (found.get('entitlements')?.memory.size ?? 0) > 0) return null;
  const changed = changedLicenses(found);
  if (changed === null) return null;
  const ids = [...new Set([...changed, ...before.doubtful, ...doubtful])];
  if (ids.length > MOST_LICENSES) return null;
  const memory: AccountMemory = {
    ...before,
    lists: new Map([...found].map(([name, list]) => [name, list.memory])),
    gaps: before.gaps.map((gap) => (isTooMany(gap) ? tooManyLicenses(licenses.size) : gap)),
    doubtful: [...new Set([...changed, ...doubtful])],
  };
  return { memory, licenses: ids, groups: before.groups.filter(({ id }) => isOther(before, memory, id)) };

  /** Whether only licenses, and what belongs to them, have changed in it. */
  async function again(name: string, memory: ListMemory): Promise<boolean> {
    const list = await recrawl({ client, path: [name], memory, readAt, signal, most: MOST_ROWS });
    const isWhole = list !== null && !(SHARED.includes(name) && list.touched.length > 0) && isReadable(name, list);
    if (isWhole) found.set(name, list);
    // The others need not go on.
    else stop.abort();
    return isWhole;
  }

  async function stillRefused(gap: Gap): Promise<boolean> {
    if (isTooMany(gap)) return true;
    try {
      await askPage({ client, path: [gap.part], signal }, '');
    } catch (error) {
      if (!(error instanceof SourceFailure) || !isRefusal(error)) throw error;
      return error.code === gap.code && error.message === gap.message;
    }
    return false;
  }
}

/** What cannot be read is told of in a finding, as a read of everything does. */
function isReadable(name: string, { rows }: Recrawled): boolean {
  const shape = OWNED.get(name);
  if (shape === undefined || rows.length === 0) return true;
  const read = readRows(shape, rows);
  return read.dropped.length + read.repeated.length === 0 && read.rows.every((row) => row.unreadable.length === 0);
}

/** Null: one of no license has changed. */
function changedLicenses(found: ReadonlyMap<string, Recrawled>): ReadonlySet<string> | null {
  const ids = new Set<string>();
  for (const [, id] of found.get('licenses')?.touched ?? []) ids.add(id);
  for (const name of ['machines', 'processes']) {
    for (const [, , license] of found.get(name)?.touched ?? []) {
      if (license === null) return null;
      ids.add(license);
    }
  }
  return ids;
}

function isOther(before: AccountMemory, now: AccountMemory, group: string): boolean {
  return ['licenses', 'machines', 'users'].some(
    (name) => membersOf(before, name, group) !== membersOf(now, name, group),
  );
}

/** How many rows of a list are of the group; null where the list was not read. */
export function membersOf({ lists }: AccountMemory, name: string, group: string): number | null {
  const list = lists.get(name);
  return list === undefined ? null : (list.groups.get(group) ?? 0);
}

function isTooMany({ code }: Gap): boolean {
  return code === 'TOO_MANY_LICENSES';
}
