/** YAML text to plain values, with every syntax error told by place and kind and never by quoting the file. */
import { LineCounter, parseDocument } from 'yaml';
import type { ConfigProblem } from './types.js';

/** The parser's own messages quote the file, where secrets may stand: these words replace them. */
const SYNTAX: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'unknown escape in a double-quoted text; write \\\\ for a backslash, or use single quotes',
  BAD_INDENT: 'the indentation does not fit, or a bracket is not closed',
  BAD_SCALAR_START: 'a text that starts with a reserved character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'two colons on one line; put quotes around a text that holds ": "',
  DUPLICATE_KEY: 'this key stands here twice; remove one',
  MISSING_CHAR: 'a closing quote, bracket, comma or colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line; is a colon missing?',
  TAB_AS_INDENT: 'tabs are not allowed as indentation; use spaces',
  UNEXPECTED_TOKEN: `unexpected character; a text with { } [ ] , or # needs quotes, and so does "\${NAME}" within { }`,
};

export type YamlResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export function parseYaml(text: string): YamlResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines, schema: 'core' });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return {
        path: `line ${line}, column ${col}`,
        message: SYNTAX[error.code] ?? `not valid YAML (${error.code})`,
      };
    });
    return { ok: false, problems: withoutRepeatsOnALine(problems) };
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    const message = 'an alias (*name) has no anchor (&name) before it; put quotes around a text that starts with *';
    return { ok: false, problems: [{ path: '', message }] };
  }
}

/** One slip makes the parser stumble several times on the same line. */
function withoutRepeatsOnALine(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, message }) => {
    const key = `${path.split(',')[0]} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
