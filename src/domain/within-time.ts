/** Waiting that has an end. */

/**
 * Answers what the work answers, or `LATE` when that takes longer; `abort` is called then, so that what can stop does.
 * What cannot goes on unheard: a change that was sent has to be finished and recorded.
 */
export async function withinTime<T>(work: Promise<T>, ms: number, abort = () => {}): Promise<T | 'LATE'> {
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
