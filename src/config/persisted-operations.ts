/** The manifest of persisted operations: a file that GraphQL Code Generator or Apollo's tools write, read and checked once. */
import { GraphQLError, parse } from 'graphql';
import { z } from 'zod';
import type { PersistedOperations } from '../graphql/options.js';
import { bareId } from '../graphql/persisted-operations.js';
import { type ConfigFiles, readNamedFile } from './files.js';
import { isMapping } from './mapping.js';
import type { Problems } from './problems.js';
import { flag, text } from './values.js';

const shape = { file: text, only: flag.default(false) };

const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: text, body: z.string() })),
});

/** Null without the section; undefined, with problems added, when it cannot be used. */
export function persistedOperations(
  raw: unknown,
  files: ConfigFiles,
  problems: Problems,
): PersistedOperations | null | undefined {
  if (raw === undefined || raw === null) return null;
  const path = ['graphql', 'persistedOperations'];
  const { file, only } = problems.checkFields(shape, raw, path);
  const content = readNamedFile(files, file, [...path, 'file'], problems);
  if (content === undefined || only === undefined) return undefined;
  const documents = documentsOf(content, (problem) => problems.add([...path, 'file'], problem));
  return documents === undefined ? undefined : { documents, only };
}

function documentsOf(content: string, tell: (problem: string) => void): ReadonlyMap<string, string> | undefined {
  const entries = entriesOf(content);
  if (entries === null) {
    tell(
      'names a file that is no manifest of persisted operations: it must be JSON, either {"<id>": "<document>", …} or the form that generate-persisted-query-manifest writes',
    );
    return undefined;
  }
  if (entries.length === 0) tell('names a manifest without a single operation; generate it again');
  const documents = new Map<string, string>();
  for (const [prefixed, document] of entries) {
    const id = bareId(prefixed);
    const problem = documents.has(id) ? 'stands there twice' : syntaxProblem(document);
    if (problem !== null) tell(`names a manifest whose operation ${JSON.stringify(id.slice(0, 100))} ${problem}`);
    documents.set(id, document);
  }
  return documents;
}

function entriesOf(content: string): readonly (readonly [id: string, document: string])[] | null {
  let manifest: unknown;
  try {
    manifest = JSON.parse(content);
  } catch {
    return null;
  }
  const apollo = apolloManifest.safeParse(manifest);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => [id, body]);
  if (!isMapping(manifest)) return null;
  const entries = Object.entries(manifest);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') && !('format' in manifest)
    ? entries
    : null;
}

function syntaxProblem(document: string): string | null {
  try {
    parse(document);
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    return `does not parse (line ${line}, column ${column}): ${error.message}`;
  }
}
