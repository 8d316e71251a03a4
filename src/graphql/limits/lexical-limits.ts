/** Whether a text may be parsed at all: the parser calls itself for every bracket, so words, their length and nesting are looked at first. */
import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';
import { operationTooComplex } from '../errors.js';

/** Brackets within brackets: more than any operation has, few enough for everything that walks a document by calling itself. */
const MOST_NESTING = 250;

/** Validation repeats a name in each of its errors, of which one short document can have many. */
const LONGEST_NAME = 200;

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Throws QUERY_TOO_COMPLEX; tells in any case how many tokens it has read. What is no GraphQL ends the count: whoever parses
 * it stops there, too, and says so.
 */
export function checkText(text: string, mostTokens: number, onRead: (tokens: number) => void = () => {}): void {
  const { tokens, problem } = read(text, mostTokens);
  onRead(tokens);
  if (problem !== null) throw operationTooComplex(`this document has ${problem}`);
}

interface Read {
  readonly tokens: number;
  readonly problem: string | null;
}

function read(text: string, mostTokens: number): Read {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (let token = next(lexer); token !== null; token = next(lexer)) {
    const { kind, start, end } = token;
    if (OPENING.has(kind)) nesting++;
    if (CLOSING.has(kind)) nesting--;
    if (tokens === mostTokens) return { tokens, problem: tooManyTokens(mostTokens) };
    tokens++;
    if (kind === TokenKind.NAME && end - start > LONGEST_NAME) return { tokens, problem: TOO_LONG };
    if (nesting > MOST_NESTING) return { tokens, problem: TOO_DEEP };
  }
  return { tokens, problem: null };
}

const tooManyTokens = (most: number) =>
  `more than ${most} tokens (words and marks), which is the limit; pass values as variables, or send several documents`;
const TOO_LONG = `a name of more than ${LONGEST_NAME} characters, which is the limit; give it a shorter one`;
const TOO_DEEP = `more than ${MOST_NESTING} brackets within brackets, which is the limit; ask for less within each`;

/** Null at the end, and where there is none. */
function next(lexer: Lexer): Token | null {
  try {
    const token = lexer.advance();
    return token.kind === TokenKind.EOF ? null : token;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
