/**
 * What an operation gives to its fields and directives, told before anything runs as the executor will take it: that throws
 * where it finds a value unusable, and within a list nothing catches what it throws.
 */
import {
  type ASTNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  type SelectionNode,
} from 'graphql';

export type Arguments = Readonly<Record<string, unknown>>;

/** Throws BAD_USER_INPUT: a variable may be null where the argument, for having a default, may not. */
export function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Arguments,
): Arguments {
  return usable(node, () => getArgumentValues(definition, node, variables));
}

/** Throws BAD_USER_INPUT for a `@skip` or `@include` that says neither yes nor no. */
export function checkConditions(node: SelectionNode, variables: Arguments): void {
  if (node.directives === undefined || node.directives.length === 0) return;
  usable(node, () => {
    getDirectiveValues(GraphQLSkipDirective, node, variables);
    getDirectiveValues(GraphQLIncludeDirective, node, variables);
  });
}

/** What `read` answers; what it throws about input, as BAD_USER_INPUT with the place in the document. */
export function usable<T>(node: ASTNode, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, nodes = node, extensions } = error;
    throw new GraphQLError(message, {
      nodes,
      extensions: { code: 'BAD_USER_INPUT', ...extensions, http: { status: 400 } },
    });
  }
}
