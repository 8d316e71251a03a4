/** Noting that somebody has seen a message. */
import { done, notDone } from '../../domain/commands.js';
import type { Message } from '../../domain/entities.js';
import type { AcknowledgeMessageInput } from '../generated/resolvers.js';
import type { Reader } from '../reader.js';
import { mutation } from './frame.js';

export const acknowledgeMessage = mutation<AcknowledgeMessageInput, null, { readonly message: Message }>({
  action: 'acknowledgeMessage',
  role: 'OPERATOR',
  subjectId: ({ messageId }) => messageId,
  async prepare({ messageId }, { reader, commands, viewer }) {
    const before = await messageOf(reader, messageId);
    if (before === null) return { errors: [{ code: 'MESSAGE_NOT_FOUND', message: GONE, path: ['messageId'] }] };
    return {
      source: before.source,
      before,
      isLocal: true,
      async perform() {
        const seen = await commands.acknowledge(before.source, messageId, viewer.name);
        return seen === null ? notDone('MESSAGE_NOT_FOUND', GONE, ['messageId']) : done(null);
      },
      async answer(_value, now) {
        const message = await messageOf(now, messageId);
        return message && { payload: { message }, after: message };
      },
    };
  },
});

const GONE = 'there is no message of this id';

async function messageOf(reader: Reader, id: string): Promise<Message | null> {
  const found = await reader.node(id);
  return found?.typeName === 'Message' ? (found as Message) : null;
}
