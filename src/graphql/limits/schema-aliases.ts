/** Looks at the schema without aliases: these repeat a field with all that is in it, and types hold types that hold types. */
import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { operationTooComplex } from '../errors.js';
import { fragmentsOf } from './document-limits.js';

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Throws QUERY_TOO_COMPLEX for an alias within `__schema` or `__type`, through fragments too, or of `__schema`: only of several `__type` each needs one. */
export function checkSchemaAliases(document: DocumentNode): void {
  const fragments = fragmentsOf(document);
  const seen = { inside: new Set<string>(), outside: new Set<string>() };

  function check(set: SelectionSetNode | undefined, isInside: boolean): void {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) {
        const name = node.name.value;
        if (node.alias !== undefined && (isInside || name === '__schema')) throw aliased(node.alias.value);
        check(node.selectionSet, isInside || SCHEMA_FIELDS.has(name));
      } else if (node.kind === Kind.INLINE_FRAGMENT) check(node.selectionSet, isInside);
      else checkFragment(node.name.value, isInside);
    }
  }
  function checkFragment(name: string, isInside: boolean): void {
    const before = isInside ? seen.inside : seen.outside;
    if (before.has(name)) return;
    before.add(name);
    check(fragments.get(name)?.selectionSet, isInside);
  }
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) check(node.selectionSet, false);
  }
}

function aliased(alias: string) {
  return operationTooComplex(
    `this document has the alias "${alias}" for __schema, or within __schema or __type, where there may be none; ask for each field once, by its own name`,
  );
}
