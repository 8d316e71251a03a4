/** What counts as a word in a search: the same for what is searched and for what is searched for. */

/** Lower-cased runs of letters and digits: `My-Data/doc.pdf` has the words my, data, doc and pdf. */
export function searchWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
