/** What can be exported and how, in words: made from the tables that the exports themselves are made from. */
import type { ExportKind } from './kinds.js';

/** As Markdown. `parametersOf`: by the names in which an address has them, with what each takes. */
export function manualOf(
  kinds: readonly ExportKind[],
  parametersOf: (kind: ExportKind) => readonly (readonly [name: string, takes: string])[],
): string {
  const sections = kinds.map((kind) =>
    [
      `## /export/${kind.name}.csv`,
      'Parameters:',
      parametersOf(kind)
        .map(([name, takes]) => `- \`${name}\`: ${takes}`)
        .join('\n'),
      'Columns:',
      kind.columns.map(({ name, tells }) => `- \`${name}\`: ${tells}`).join('\n'),
    ].join('\n\n'),
  );
  return `${['# Exports', INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `Each is a CSV file (RFC 4180, UTF-8, lines end in CRLF) with one header line. Columns keep their names and their order; new ones
are added at the end. Numbers, instants and words are written as in the API, lists with "; " between their members, and what is
null is empty. A text that a spreadsheet would run as a formula has an apostrophe put before it. A file that is not complete has
no end: its transfer is cut.`;
