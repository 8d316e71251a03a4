/** Notes on a message that somebody has seen it. */
import type { Message } from '../domain/entities.js';
import { messageDraft, undraft } from './documents.js';
import { acknowledged } from './messages.js';
import { replaceState, rewrite } from './replace.js';
import { visibleDocs } from './stored.js';
import type { SyncDeps } from './synced-source.js';
import type { Turn } from './write-turns.js';

/** Who acknowledged it first stays. Answers the message as it then is; null when the source has none of that id. */
export async function acknowledgeMessage(
  { clock }: Pick<SyncDeps, 'clock'>,
  turn: Turn,
  messageId: string,
  by: string,
): Promise<Message | null> {
  const now = clock.now();
  const [doc] = await visibleDocs(turn.repo, turn.before, 'messages', { id: messageId });
  if (doc === undefined) return null;
  const message = undraft<Message>(doc);
  const next = acknowledged(message, by, now);
  if (next !== message) {
    await replaceState(turn, [rewrite('messages', [doc], () => messageDraft(next))], {}, now);
  }
  return next;
}
