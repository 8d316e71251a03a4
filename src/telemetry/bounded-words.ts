/** Keeps the values of a label few, though callers choose them. */

/** What stands for all further ones. */
const OTHER_WORD = 'other';

/** Answers the word itself when it is one of `known` or among the first `most` others, else `other`. */
export function boundedWords(most: number, known: Iterable<string> = []): (word: string) => string {
  const always = new Set(known);
  const admitted = new Set<string>();
  return (word) => {
    if (always.has(word) || admitted.has(word)) return word;
    if (admitted.size >= most) return OTHER_WORD;
    admitted.add(word);
    return word;
  };
}
