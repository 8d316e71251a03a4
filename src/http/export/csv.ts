/** Rows as RFC 4180 text, with nothing in them that a spreadsheet would run. */
import { stringify } from 'csv-stringify/sync';

/** Null and undefined are an empty cell, and so is an empty text. */
export type Cell = string | number | bigint | boolean | Date | readonly string[] | null | undefined;

/** What a spreadsheet takes for the begin of a formula, in the widths in which it can be typed, behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
/** A number is no formula, and stays one that can be summed. */
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** One line for each row, each with its line end. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(textOf)),
    // A line break of any kind ends a line for some readers.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

/**
 * A text that a spreadsheet would run has an apostrophe put before it; one that looks as if it had, one more: so that
 * whoever takes one away from each of these has exactly what was there.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return harmless(cell);
  if (cell instanceof Date) return cell.toISOString();
  return Array.isArray(cell) ? harmless(cell.join('; ')) : String(cell);
}
