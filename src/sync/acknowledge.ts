/** Notes on a message that somebody has seen it. */
import type { Message } from '../domain/entities.js';
import { messageDraft, undraft } from './documents.js';
import { acknowledged } from './messages.js';
import { LostRaceError, recovered, replaceState, rewrite } from './replace.js';
import { visibleDocs } from './stored.js';
import { type SyncDeps, type SyncedSource, stateOf } from './synced-source.js';

/** How often it is tried again when another gateway on the same store was faster. */
const MOST_TRIES = 5;

/** Who acknowledged it first stays. Answers the message as it then is; null when the source has none of that id. */
export async function acknowledgeMessage(
  deps: Pick<SyncDeps, 'repo' | 'clock'>,
  source: Pick<SyncedSource, 'name' | 'kind'>,
  messageId: string,
  by: string,
): Promise<Message | null> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(deps, source, messageId, by);
    } catch (error) {
      if (!(error instanceof LostRaceError) || tries === MOST_TRIES) throw error;
    }
  }
}

async function once(
  { repo, clock }: Pick<SyncDeps, 'repo' | 'clock'>,
  source: Pick<SyncedSource, 'name' | 'kind'>,
  messageId: string,
  by: string,
): Promise<Message | null> {
  const now = clock.now();
  const before = await recovered(repo, await stateOf(repo, source));
  const [doc] = await visibleDocs(repo, before, 'messages', { id: messageId });
  if (doc === undefined) return null;
  const message = undraft<Message>(doc);
  const next = acknowledged(message, by, now);
  if (next !== message) {
    await replaceState(repo, before, [rewrite('messages', [doc], () => messageDraft(next))], {}, now);
  }
  return next;
}
