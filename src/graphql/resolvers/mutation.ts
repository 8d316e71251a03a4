/** The mutations: who may, what is meant, then the command; the answer is read from the store. */
import { atLeast, type Role } from '../../auth/roles.js';
import type { Message } from '../../domain/entities.js';
import type { MutationError } from '../../domain/mutation-error.js';
import type { GraphqlContext } from '../context.js';
import { forbidden } from '../errors.js';
import type { MutationResolvers } from '../generated/resolvers.js';

const NO_MESSAGE: MutationError = {
  code: 'MESSAGE_NOT_FOUND',
  message: 'there is no message of this id',
  path: ['messageId'],
};

export const mutation: MutationResolvers = {
  async acknowledgeMessage(_root, { input: { messageId } }, context) {
    requireRole(context, 'OPERATOR');
    const message = await messageOf(context, messageId);
    const done = message && (await context.commands.acknowledge(message.source, messageId, context.viewer.name));
    if (done === null) return { message: null, errors: [NO_MESSAGE] };
    // Mutations run one after the other: what is selected of this one, and what comes after, reads what it brought about.
    context.reader = await context.readNow();
    return { message: await messageOf(context, messageId), errors: [] };
  },
};

function requireRole({ viewer }: GraphqlContext, needed: Role): void {
  if (!atLeast(viewer.role, needed)) throw forbidden(needed);
}

async function messageOf({ reader }: GraphqlContext, id: string): Promise<Message | null> {
  const found = await reader.node(id);
  return found?.typeName === 'Message' ? (found as Message) : null;
}
