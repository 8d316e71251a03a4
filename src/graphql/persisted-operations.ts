/** Operations asked for by an id: those of the operator's manifest, and those that clients have made known (APQ). */
import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { AskedOperation, GraphqlContext } from './context.js';
import { createKnownTexts } from './known-texts.js';
import type { PersistedOperations } from './options.js';

/**
 * The text that a request means, by its id or as it brings it; null when it names and brings none. Throws what it is
 * refused with. `admit` throws as well, or answers whether the text is worth being known by its hash.
 */
export type TextOf = (asked: AskedOperation, admit: (text: string) => boolean) => string | null;

/**
 * With `only`, nothing runs but the manifest's documents; else a text is run as well, and one that is sent with its hash and
 * admitted is known from then on. The text found here is what runs, so that what is checked and what runs cannot differ.
 */
export function createPersistedOperations(persisted: PersistedOperations | null): TextOf {
  const documents = persisted?.documents ?? new Map<string, string>();
  const allowed = persisted?.only === true ? new Set(documents.values()) : null;
  const known = createKnownTexts();

  function textById(id: string, isAutomatic: boolean): string {
    const text = documents.get(id) ?? (allowed === null ? known.get(id) : undefined);
    if (text !== undefined) return text;
    // Apollo's protocol of automatic persisted queries has 200: clients then send the text as well.
    if (isAutomatic && allowed === null) throw refusal('PERSISTED_QUERY_NOT_FOUND', 200, 'PersistedQueryNotFound');
    throw refusal(
      'PERSISTED_QUERY_NOT_FOUND',
      400,
      'no persisted operation has this id; is the manifest that the gateway was started with the one of this client?',
    );
  }

  function find(asked: AskedOperation): Found | null {
    const id = idOf(asked);
    const text = typeof asked.query === 'string' && asked.query !== '' ? asked.query : null;
    if (id === null) {
      if (text !== null && allowed?.has(text) === false) throw notPersisted();
      return text === null ? null : { text };
    }
    if (text === null) return { text: textById(id.id, id.isAutomatic) };
    if (documents.get(id.id) === text) return { text };
    if (allowed !== null) throw notPersisted();
    if (documents.has(id.id) || sha256(text) !== id.id) {
      throw badRequest('the id that was sent is not that of the query that was sent with it; send one of them');
    }
    return { text, newId: id.id };
  }

  return (asked, admit) => {
    const found = find(asked);
    if (found === null) return null;
    const { text, newId } = found;
    if (admit(text) && newId !== undefined) known.add(newId, text);
    return text;
  };
}

/** Has Apollo run what was admitted, and nothing else. */
export const admittedDocumentPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart({ request, contextValue }) {
    const { persistedQuery: _found, ...extensions } = request.extensions ?? {};
    request.extensions = extensions;
    request.query = contextValue.document ?? '';
  },
};

/** The id of GraphQL over HTTP has its algorithm before it, that of most manifests has not. */
export function bareId(id: string): string {
  return id.replace(/^sha256:/, '');
}

interface Found {
  readonly text: string;
  /** Its hash, by which it is to be known. */
  readonly newId?: string;
}

interface AskedId {
  readonly id: string;
  /** Named as Apollo's clients do, which then send the text of an unknown one. */
  readonly isAutomatic: boolean;
}

function idOf({ documentId, extensions }: AskedOperation): AskedId | null {
  if (documentId !== undefined && documentId !== null) {
    if (typeof documentId !== 'string') throw badRequest('documentId must be a text');
    return { id: bareId(documentId), isAutomatic: false };
  }
  const given = persistedQueryOf(extensions);
  if (given === undefined || given === null) return null;
  const { version, sha256Hash } = given as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1) throw badRequest('extensions.persistedQuery.version must be 1');
  if (typeof sha256Hash !== 'string') throw badRequest('extensions.persistedQuery.sha256Hash must be a text');
  return { id: bareId(sha256Hash), isAutomatic: true };
}

/** In a GET request the extensions are JSON in a parameter. What is no such thing is refused by Apollo, in its words. */
function persistedQueryOf(extensions: unknown): unknown {
  let given = extensions;
  if (typeof given === 'string') {
    try {
      given = JSON.parse(given);
    } catch {
      return undefined;
    }
  }
  return typeof given === 'object' && given !== null && 'persistedQuery' in given ? given.persistedQuery : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function notPersisted(): GraphQLError {
  return refusal(
    'PERSISTED_QUERY_REQUIRED',
    400,
    'this gateway runs the operations of its manifest only, introspection and GraphiQL excluded: send the documentId of one, or its exact text',
  );
}

function badRequest(message: string): GraphQLError {
  return refusal('BAD_REQUEST', 400, message);
}

function refusal(code: string, status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
