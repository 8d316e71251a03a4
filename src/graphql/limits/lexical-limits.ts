/** Whether a text may be parsed at all: the parser calls itself for every bracket, so words and nesting are counted first. */
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { operationTooComplex } from '../errors.js';

/** Brackets within brackets: more than any operation has, few enough for everything that walks a document by calling itself. */
const MOST_NESTING = 250;

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Throws QUERY_TOO_COMPLEX. What is no GraphQL ends the count: whoever parses it stops there, too, and says so. */
export function checkText(text: string, mostTokens: number): void {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (let kind = next(lexer); kind !== null; kind = next(lexer)) {
    tokens++;
    if (OPENING.has(kind)) nesting++;
    if (CLOSING.has(kind)) nesting--;
    if (tokens > mostTokens) {
      throw operationTooComplex(
        `this document has more than ${mostTokens} tokens (words and marks), which is the limit; pass values as variables, or send several documents`,
      );
    }
    if (nesting > MOST_NESTING) {
      throw operationTooComplex(
        `this document has more than ${MOST_NESTING} brackets within brackets, which is the limit; ask for less within each`,
      );
    }
  }
}

/** The next token's kind; null at the end, and where there is none. */
function next(lexer: Lexer): TokenKind | null {
  try {
    const { kind } = lexer.advance();
    return kind === TokenKind.EOF ? null : kind;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
