/** Who may look at the schema: at all of it, or at nothing of it. */
import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import { atLeast, type Role } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import type { GraphqlOptions } from './options.js';

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

export type Lookers = GraphqlOptions['introspection'];

/** Whether a caller of that role may look at the schema. */
export function mayIntrospect(role: Role, lookers: Lookers): boolean {
  return lookers !== 'NOBODY' && atLeast(role, lookers);
}

/** Throws FORBIDDEN for a document that looks at the schema, wherever in it, when the caller may not. */
export function checkIntrospection(document: DocumentNode, { role }: Pick<Viewer, 'role'>, lookers: Lookers): void {
  if (mayIntrospect(role, lookers) || !introspects(document)) return;
  throw new GraphQLError(introspectionRefusal(lookers), { extensions: { code: 'FORBIDDEN', http: { status: 403 } } });
}

/** Why the schema is not shown, and what to do. */
export function introspectionRefusal(lookers: Lookers): string {
  return lookers === 'NOBODY'
    ? 'this gateway does not show its schema; whoever runs it can print it with the command `license-gateway schema`'
    : `the schema is for the role ${lookers}, or one above it; leave out __schema, __type and _service`;
}

/** Whether a document looks at the schema, wherever in it. */
export function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (!SCHEMA_FIELDS.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
