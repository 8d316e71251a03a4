/** The durable outbox: what is to be told, kept until it was, so that a crash loses nothing and nothing gets a second id. */
import { chunks } from '../domain/lists.js';
import { alertCollection } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';
import type { EventType } from './event.js';

export interface OutboxEntry {
  /** What its receiver knows it by. */
  readonly id: string;
  readonly channel: string;
  readonly type: EventType;
  readonly body: string;
  readonly madeAt: Date;
  /** When it is tried next. */
  readonly dueAt: Date;
  readonly tries: number;
  /** It is held back for a quiet time, and was never tried. */
  readonly held: boolean;
  /** Id of the event that its receiver has to have first: that something was raised, before that it is over. */
  readonly after: string | null;
}

export interface Outbox {
  /** Adds those that are not there yet; answers how many old ones had to go for them, by channel. */
  add(entries: readonly OutboxEntry[]): Promise<ReadonlyMap<string, number>>;
  /** The ids of those that were never sent: held back beyond that moment, or withdrawn. */
  held(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** Puts these in the place of what is held back under their ids. */
  replace(entries: readonly OutboxEntry[]): Promise<void>;
  /** Takes back what is held back; it is kept for a while, so that whoever looks again knows that it was never sent. */
  withdraw(ids: readonly string[], now: Date): Promise<void>;
  /** Forgets what waits for a channel that is there no more. */
  close(channel: string): Promise<void>;
  /** The next of a channel, the one that is due first and waits for no other; null when none waits. */
  next(channel: string): Promise<OutboxEntry | null>;
  /** It is to be tried again then. */
  postpone(entry: OutboxEntry, dueAt: Date): Promise<void>;
  /** Makes all that are not held back due at once. */
  hasten(channel: string, now: Date): Promise<void>;
  settle(entry: OutboxEntry, outcome: 'DELIVERED' | 'GIVEN_UP', now: Date): Promise<void>;
  /** How many wait. */
  waiting(channel: string): Promise<number>;
  /** Clears away what was settled long ago. */
  sweep(now: Date): Promise<void>;
}

type SettledAs = 'DELIVERED' | 'GIVEN_UP' | 'WITHDRAWN';

interface EntryDoc extends Doc, OutboxEntry {
  /** The channel, while it waits. */
  readonly queue: string | null;
  readonly outcome: SettledAs | null;
  readonly settledAt: Date | null;
  /** When what is settled is forgotten. */
  readonly forgetAt: Date | null;
}

/** A channel that takes nothing for weeks must not fill the store. */
export const MOST_WAITING = 10_000;
const DAY_MS = 86_400_000;
const KEPT_MS: Readonly<Record<SettledAs, number>> = { DELIVERED: DAY_MS, WITHDRAWN: DAY_MS, GIVEN_UP: 7 * DAY_MS };
const IDS_AT_ONCE = 1000;

export function createOutbox(repo: Repo, mostWaiting = MOST_WAITING): Outbox {
  const first = (channel: string, field: 'dueAt' | 'madeAt', limit: number) =>
    repo.page(alertCollection, {
      anyOf: [{ queue: channel }],
      order: { field, direction: 'ASC' },
      tieBreaker: 'id',
      limit,
    });
  const waiting = (channel: string) => repo.count(alertCollection, { anyOf: [{ queue: channel }] });

  async function dropSurplus(channel: string): Promise<number> {
    let dropped = 0;
    for (let surplus = (await waiting(channel)) - mostWaiting; surplus > 0; ) {
      const oldest = await first(channel, 'madeAt', Math.min(surplus, IDS_AT_ONCE));
      if (oldest.length === 0) break;
      await repo.deleteWhere(alertCollection, { _id: { in: oldest.map(({ _id }) => _id) } });
      dropped += oldest.length;
      surplus -= oldest.length;
    }
    return dropped;
  }

  async function next(channel: string): Promise<OutboxEntry | null> {
    const [doc] = (await first(channel, 'dueAt', 1)) as EntryDoc[];
    if (!doc?.after) return doc ?? null;
    const earlier = (await repo.get(alertCollection, doc.after)) as EntryDoc | null;
    if (earlier?.queue !== channel) return doc;
    if (earlier.dueAt <= doc.dueAt) return earlier;
    await repo.patchMany(alertCollection, [doc.id], { dueAt: earlier.dueAt });
    return next(channel);
  }

  return {
    async add(entries) {
      const dropped = new Map<string, number>();
      for (const some of chunks(entries, IDS_AT_ONCE)) {
        const known = await repo.getMany(
          alertCollection,
          some.map(({ id }) => id),
        );
        const fresh = some.filter((_entry, i) => known[i] === null);
        if (fresh.length > 0) await repo.insertMany(alertCollection, fresh.map(waitingDoc));
      }
      for (const channel of new Set(entries.map((entry) => entry.channel))) {
        const count = await dropSurplus(channel);
        if (count > 0) dropped.set(channel, count);
      }
      return dropped;
    },
    async held(ids, now) {
      const docs = (await repo.getMany(alertCollection, ids)) as (EntryDoc | null)[];
      return new Set(
        docs.flatMap((doc) => (doc?.held === true && (doc.queue === null || doc.dueAt > now) ? [doc.id] : [])),
      );
    },
    async replace(entries) {
      if (entries.length > 0) await repo.replaceMany(alertCollection, entries.map(waitingDoc));
    },
    async withdraw(ids, now) {
      if (ids.length > 0) await repo.patchMany(alertCollection, ids, settled('WITHDRAWN', now));
    },
    async close(channel) {
      await repo.deleteWhere(alertCollection, { queue: channel });
    },
    next,
    postpone: ({ id, tries }, dueAt) => repo.patchMany(alertCollection, [id], { dueAt, tries: tries + 1, held: false }),
    async hasten(channel, now) {
      for await (const docs of repo.scan(alertCollection, { queue: channel, dueAt: { gt: now } }, ['held'])) {
        const later = docs.filter(({ held }) => held !== true).map(({ _id }) => _id);
        if (later.length > 0) await repo.patchMany(alertCollection, later, { dueAt: now });
      }
    },
    settle: ({ id, tries }, outcome, now) =>
      repo.patchMany(alertCollection, [id], { ...settled(outcome, now), tries: tries + 1, held: false }),
    waiting,
    async sweep(now) {
      await repo.deleteWhere(alertCollection, { forgetAt: { lte: now } });
    },
  };
}

function waitingDoc(entry: OutboxEntry): EntryDoc {
  return { _id: entry.id, ...entry, queue: entry.channel, outcome: null, settledAt: null, forgetAt: null };
}

function settled(outcome: SettledAs, now: Date) {
  return { queue: null, outcome, settledAt: now, forgetAt: new Date(now.getTime() + KEPT_MS[outcome]) };
}
