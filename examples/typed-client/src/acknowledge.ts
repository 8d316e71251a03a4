/** Acknowledges a message; what comes back is the message or the reasons why not, and a caller cannot take one for the other. */
import { ask } from './gateway.js';
import { graphql } from './generated/index.js';
import { refusalText } from './refusals.js';

const OpenMessages = graphql(`
  query OpenMessages {
    messages(first: 1, filter: { active: true }) {
      nodes {
        id
        description
      }
    }
  }
`);

const Acknowledge = graphql(`
  mutation Acknowledge($messageId: ID!) {
    acknowledgeMessage(input: { messageId: $messageId }) {
      message {
        acknowledgedBy
      }
      errors {
        ...Refusal
      }
    }
  }
`);

export type Acknowledged = { done: true; by: string } | { done: false; reasons: string[] };

export async function firstOpenMessage() {
  const { messages } = await ask(OpenMessages);
  return messages.nodes[0] ?? null;
}

export async function acknowledge(messageId: string): Promise<Acknowledged> {
  const { acknowledgeMessage: payload } = await ask(Acknowledge, { messageId });
  const reasons = payload?.errors.map(refusalText) ?? [];
  const by = payload?.message?.acknowledgedBy ?? null;
  return by === null || reasons.length > 0 ? { done: false, reasons } : { done: true, by };
}
