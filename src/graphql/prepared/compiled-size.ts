/** How much code an operation would become, told before it is compiled; and which must not become any. */
import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../limits/document-limits.js';

/**
 * Fields, each as often as there are types that can stand in its place. Null for what must not be compiled: what would become
 * more than `most`, and what the compiler takes for something else than graphql-js does.
 */
export function compiledSize(schema: GraphQLSchema, { document, operation, most }: Sized): number | null {
  const root = schema.getQueryType();
  if (root == null || isTakenAmiss(document)) return null;
  const size = sizeOf(operation.selectionSet, root, { schema, fragments: fragmentsOf(document), most });
  return size > most ? null : size;
}

interface Sized {
  readonly document: DocumentNode;
  /** A query. */
  readonly operation: OperationDefinitionNode;
  readonly most: number;
}

function isTakenAmiss(document: DocumentNode): boolean {
  let found = false;
  const here = () => {
    found = true;
    return BREAK;
  };
  visit(document, {
    // Text that its caller chose freely would be written into the program, with marks of its own that a string could imitate.
    StringValue: here,
    // As the default of a variable, what is too large to be a number would become null.
    FloatValue: here,
    // Of a fragment that is spread twice only the first condition would count, and fields would come in another order.
    Directive: here,
    // As the name of a field of the answer it would be no field.
    Name: ({ value }) => (value === '__proto__' ? here() : undefined),
  });
  return found;
}

interface Known {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Counting ends there. */
  readonly most: number;
}

function sizeOf(set: SelectionSetNode, type: GraphQLNamedType, known: Known): number {
  let size = 0;
  if (isAbstractType(type)) {
    // Once for each: the compiler does so, too.
    for (const possible of known.schema.getPossibleTypes(type)) {
      if (size <= known.most) size += sizeOf(set, possible, known);
    }
    return size;
  }
  for (const node of set.selections) if (size <= known.most) size += ofSelection(node, type, known);
  return size;
}

function ofSelection(node: SelectionNode, type: GraphQLNamedType, known: Known): number {
  if (node.kind === Kind.FIELD) {
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    if (node.selectionSet === undefined || field === undefined) return 1;
    return 1 + sizeOf(node.selectionSet, getNamedType(field.type), known);
  }
  const within = node.kind === Kind.FRAGMENT_SPREAD ? known.fragments.get(node.name.value) : node;
  if (within === undefined) return 0;
  const condition = within.typeCondition && known.schema.getType(within.typeCondition.name.value);
  return fits(type, condition, known) ? sizeOf(within.selectionSet, type, known) : 0;
}

function fits(type: GraphQLNamedType, condition: GraphQLNamedType | undefined, { schema }: Known): boolean {
  if (condition === undefined || condition === type) return true;
  return isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type);
}
