/** Answers that stand for as long as what they show: kept by everything that they depend on, so that none is ever stale. */
import { LRUCache } from 'lru-cache';
import type { Spending } from '../limits/caller-rates.js';

export interface KeptAnswer {
  /** The body, ready to be sent. */
  readonly body: Buffer;
  readonly price: Spending;
}

export interface KeptAnswers {
  get(key: string): KeptAnswer | undefined;
  keep(key: string, answer: KeptAnswer): void;
}

const MOST_BYTES = 16 * 2 ** 20;
/** A larger one is a crawl's, who will not ask for it again. */
const LARGEST_BYTES = 2 ** 20;
/** What an entry takes beside its body and its key. */
const ENTRY_BYTES = 300;

export function createKeptAnswers(): KeptAnswers {
  const kept = new LRUCache<string, KeptAnswer>({
    maxSize: MOST_BYTES,
    maxEntrySize: LARGEST_BYTES,
    sizeCalculation: ({ body }, key) => ENTRY_BYTES + body.length + 2 * key.length,
  });
  return {
    get: (key) => kept.get(key),
    keep(key, answer) {
      kept.set(key, answer);
    },
  };
}
