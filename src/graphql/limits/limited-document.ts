/** A document within the limits that hold for it whoever asks and with whatever variables. */
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { checkDocument } from './document-limits.js';
import { checkText } from './lexical-limits.js';
import type { OperationLimits } from './options.js';
import { checkSchemaAliases } from './schema-aliases.js';

/**
 * Throws what it is refused with; null for what is no GraphQL: that is parsed, and refused for it, once more by whoever would
 * run it. `onRead` is told how many tokens were read, of what is refused too.
 */
export function limitedDocument(
  text: string,
  limits: OperationLimits,
  onRead?: (tokens: number) => void,
): DocumentNode | null {
  checkText(text, limits.tokens, onRead);
  const document = parsed(text);
  if (document === null) return null;
  checkDocument(document, limits);
  checkSchemaAliases(document);
  return document;
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
