/** The SDL files in the forms that users need. */
import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, type DocumentNode, extendSchema, parse, print, printSchema, visit } from 'graphql';
import { withListSizes } from './limits/list-sizes.js';

const folder = new URL('../../schema/', import.meta.url);

/** The subgraph's SDL, federation's directives and the sizes of lists included. */
export function subgraphSdl(): string {
  return `${print(typeDefs())}\n`;
}

export function typeDefs(): DocumentNode {
  return withListSizes(parse(files()));
}

/** Directives that mean something to a client; all others are federation's. */
const KEPT_DIRECTIVES = new Set(['deprecated', 'specifiedBy', 'oneOf']);

/** The API's SDL for clients: without federation's directives and machinery. */
export function publicSdl(): string {
  const plain = visit(parse(files()), {
    Directive: (node) => (KEPT_DIRECTIVES.has(node.name.value) ? undefined : null),
  });
  const isExtension = (node: { readonly kind: string }) => node.kind.endsWith('Extension');
  const definitions = plain.definitions.filter((node) => !isExtension(node));
  const extensions = plain.definitions.filter(isExtension);
  const schema = buildASTSchema({ ...plain, definitions });
  return `${printSchema(extendSchema(schema, { ...plain, definitions: extensions }))}\n`;
}

/** All files of `schema/`, as one text. */
function files(): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
}
