/** Refuses operations of a kind that the schema has none of: GraphQL's own rules let them pass, to fail as a fault when they run. */
import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

export function operationKindRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation) != null) return;
      context.reportError(new GraphQLError(`This API has no ${node.operation}s.`, { nodes: node }));
    },
  };
}
