/** Texts by their hashes, as clients make them known. What they can make the gateway hold is bounded. */

/** Characters of all texts and their ids. */
const MOST = 4_000_000;
/** What an entry takes beside them: many small ones must not weigh more than few large ones. */
const OVERHEAD = 100;
/** Of one: more than any client's operation has. */
const LONGEST = 100_000;

export interface KnownTexts {
  get(id: string): string | undefined;
  /** One that is too long is not kept. */
  add(id: string, text: string): void;
}

/** What was asked for longest ago goes first. A text is found by its own hash, so it never goes stale. */
export function createKnownTexts(): KnownTexts {
  // In the order of use, the latest last.
  const texts = new Map<string, string>();
  let size = 0;
  return {
    get(id) {
      const text = texts.get(id);
      if (text === undefined) return undefined;
      texts.delete(id);
      texts.set(id, text);
      return text;
    },
    add(id, text) {
      if (texts.has(id) || text.length > LONGEST) return;
      texts.set(id, text);
      size += weightOf(id, text);
      for (const [oldest, its] of texts) {
        if (size <= MOST) break;
        texts.delete(oldest);
        size -= weightOf(oldest, its);
      }
    },
  };
}

function weightOf(id: string, text: string): number {
  return id.length + text.length + OVERHEAD;
}
