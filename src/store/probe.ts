/** Whether the store can be used, asked so that any number of probes cost it one short question a second. */
import type { Repo } from './repo.js';

const FRESH_MS = 1_000;
/** A probe's own patience is a few seconds. */
const PATIENCE_MS = 2_000;

/** Resolves with what is wrong in words that name no host; null: nothing. */
export function createStoreProbe(repo: Pick<Repo, 'ping'>): () => Promise<string | null> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<string | null> = Promise.resolve(null);
  return () => {
    if (performance.now() - asked >= FRESH_MS) {
      asked = performance.now();
      answer = ask(repo);
    }
    return answer;
  };
}

async function ask(repo: Pick<Repo, 'ping'>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'does not answer').unref();
  });
  const said = repo.ping().then(
    () => null,
    () => 'cannot be reached',
  );
  try {
    return await Promise.race([said, late]);
  } finally {
    clearTimeout(timer);
  }
}
