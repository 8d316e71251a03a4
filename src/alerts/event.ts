/** One thing that is told: what is sent of it, and the id by which a receiver knows that it had it already. Pure. */
import { createHash } from 'node:crypto';
import type { Message } from '../domain/entities.js';
import type { Quota } from '../domain/evaluated.js';
import { parseGlobalId } from '../domain/ids.js';

export type EventType = 'message.raised' | 'message.cleared' | 'test';

/** What a message is about, as far as it is known. */
export interface About {
  readonly kind: string;
  /** Name of the subject. */
  readonly subjectName: string | null;
  readonly quota: Pick<Quota, 'dimension' | 'state' | 'used' | 'limit' | 'ratio'> | null;
}

/** Serialized, as it is signed and sent: the same bytes at every try. */
export function messageBody(type: EventType, message: Message, { kind, subjectName, quota }: About): string {
  const { id, source, category, severity, origin, description, subjectId, createdAt, active, clearedAt } = message;
  const at = type === 'message.cleared' ? (clearedAt ?? createdAt) : createdAt;
  return bodyOf(type, at, {
    id,
    source,
    kind,
    category,
    severity,
    origin,
    description,
    subject:
      subjectId === null
        ? null
        : { id: subjectId, concept: parseGlobalId(subjectId)?.concept ?? null, name: subjectName },
    quota: quota && {
      dimension: quota.dimension,
      state: quota.state,
      used: quota.used?.toString() ?? null,
      limit: quota.limit?.toString() ?? null,
      ratio: quota.ratio,
    },
    createdAt,
    active,
    clearedAt,
  });
}

export function testBody(channel: string, by: string, at: Date): string {
  return bodyOf('test', at, { channel, by, description: `${by} tests the channel ${channel} of license-gateway.` });
}

/** The same for the same event, whoever makes it and when: `which` is the how-manieth time that the message is raised. */
export function eventId(channel: string, messageId: string, type: EventType, which: number): string {
  const content = JSON.stringify([channel, messageId, type, which]);
  return `msg_${createHash('sha256').update(content).digest('base64url').slice(0, 32)}`;
}

function bodyOf(type: EventType, timestamp: Date, data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ type, timestamp, data });
}
