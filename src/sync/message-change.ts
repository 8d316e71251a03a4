/** What becomes of a source's stored messages when something new is known of them. */
import { latest } from '../domain/dates.js';
import type { Message } from '../domain/entities.js';
import { chunks } from '../domain/lists.js';
import type { SourceState } from '../domain/source-state.js';
import type { Doc, Repo } from '../store/repo.js';
import { messageDraft, undraft } from './documents.js';
import { type CurrentMessages, nextMessages } from './messages.js';
import { type Change, difference, storedOf } from './replace.js';
import { visibleDocs } from './stored.js';

/** How many ids are looked up at once. */
const IDS_AT_ONCE = 1000;

/** Messages as they are stored. */
export interface StandingMessages {
  /** Whether a message of that key is active. */
  isStanding(key: string): boolean;
  /** Until when the latest message of that key held: `now` while it still does, null when there is none. */
  heldUntil(key: string, now: Date): Date | null;
  /** What has to change, now that `current` is known. */
  change(current: CurrentMessages, now: Date): Promise<Change>;
}

/** All messages of the source. */
export async function allMessages(repo: Repo, state: SourceState): Promise<StandingMessages> {
  return standing(state._id, await visibleDocs(repo, state, 'messages'));
}

/** Those about one of these things; nothing is decided about others. */
export async function messagesAbout(repo: Repo, state: SourceState, ids: readonly string[]): Promise<StandingMessages> {
  const docs = new Map<string, Doc>();
  for (const some of chunks(ids, IDS_AT_ONCE)) {
    for (const doc of await visibleDocs(repo, state, 'messages', { about: { in: some } })) docs.set(doc._id, doc);
  }
  return standing(state._id, [...docs.values()]);
}

function standing(source: string, docs: readonly Doc[]): StandingMessages {
  const messages = docs.map((doc) => undraft<Message>(doc));
  const keys = new Set(messages.flatMap(({ active, key }) => (active && key !== null ? [key] : [])));
  const cleared = new Map<string, Date[]>();
  for (const { key, clearedAt } of messages) {
    if (key !== null && clearedAt !== null) cleared.set(key, [...(cleared.get(key) ?? []), clearedAt]);
  }
  return {
    isStanding: (key) => keys.has(key),
    heldUntil: (key, now) => (keys.has(key) ? now : latest(cleared.get(key) ?? [])),
    async change(current, now) {
      const same = new Set(messages);
      const stored = new Map(docs.map((doc) => [String(doc.id), storedOf('messages', doc)]));
      const next: Message[] = [];
      for (const message of nextMessages(source, messages, current, now)) {
        if (same.has(message)) stored.delete(message.id);
        else next.push(message);
      }
      return difference('messages', stored, next.map(messageDraft), now);
    },
  };
}
