/** What an operation is told that took longer than it may. */
import type { Refusal } from './refusal.js';

/** 504, not 503: that would ask for the same again. */
export function tooLate(ms: number): Refusal {
  return {
    status: 504,
    code: 'TIMEOUT',
    message:
      `this took longer than ${ms / 1000} s and is waited for no more; ask for less at once. ` +
      'A change that was under way is finished all the same, and auditEntries tells how it ended',
  };
}
