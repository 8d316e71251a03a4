/** What happened to a message since it was looked at last, told from its mark and what it is now. Pure. */
import type { Message } from '../domain/entities.js';
import { type MessageSeverity, messageSeverities } from '../domain/vocabulary.js';
import type { Mark } from './marks.js';

export interface Happened {
  /** It was raised, or raised again. */
  readonly raised: boolean;
  /** It stood, and has become graver: who was not told then may have to be told now. */
  readonly worsened: boolean;
  readonly cleared: boolean;
  /** The mark to leave; its subject's name is for the caller to say. */
  readonly mark: Omit<Mark, 'subjectName'>;
}

export function whatHappened(message: Message, mark: Mark | null): Happened {
  const { id, source, active, severity } = message;
  const clearedAt = active ? null : (message.clearedAt ?? message.createdAt);
  const stood = mark !== null && mark.clearedAt === null;
  // Raised and cleared again while nobody looked: its mark is of another clearing, or there is none.
  const raised = active ? !stood : !stood && mark?.clearedAt?.getTime() !== clearedAt?.getTime();
  const worsened = active && stood && rank(severity) > rank(mark.severity ?? 'INFO');
  return {
    raised,
    worsened,
    // Of what was not told nobody has to know that it is over.
    cleared: !active && (raised || (stood && mark.severity !== null)),
    mark: {
      id,
      source,
      clearedAt,
      times: (mark?.times ?? 0) + (raised ? 1 : 0),
      // Told once, it is not told again for becoming milder and graver by turns.
      severity: raised || worsened || mark === null ? severity : mark.severity,
    },
  };
}

/** When a source is looked at for the first time: what stands and matters is told, whatever is over is not. */
export function whatStands(message: Message): Happened {
  const { mark } = whatHappened(message, null);
  const raised = message.active && message.severity !== 'INFO';
  return { raised, worsened: false, cleared: false, mark: { ...mark, severity: raised ? mark.severity : null } };
}

function rank(severity: MessageSeverity): number {
  return messageSeverities.indexOf(severity);
}
