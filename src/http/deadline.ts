/** The time that one operation may take before nobody waits for it any more. */
import type { Refusal } from './refusal.js';

/**
 * Answers what the work answers, or `LATE` when that takes longer; `abort` is called then, so that what can stop does.
 * What cannot goes on unheard: a change that was sent has to be finished and recorded.
 */
export async function withinTime<T>(work: Promise<T>, ms: number, abort: () => void): Promise<T | 'LATE'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'LATE'>((resolve) => {
    timer = setTimeout(() => {
      abort();
      resolve('LATE');
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

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
