/** Refuses subscriptions whose own field is there or not by a condition: without it there is nothing to tell, and graphql-js fails at that. */
import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

const CONDITIONS: ReadonlySet<string> = new Set(['skip', 'include']);

/** As the GraphQL specification has it since September 2025 (5.2.4.1). */
export function subscriptionConditionsRule(context: ValidationContext): ASTVisitor {
  const seen = new Set<string>();
  function check({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      const condition = node.directives?.find(({ name }) => CONDITIONS.has(name.value));
      if (condition !== undefined) {
        context.reportError(
          new GraphQLError(`The field of a subscription may not depend on @${condition.name.value}.`, {
            nodes: condition,
          }),
        );
      }
      if (node.kind === Kind.INLINE_FRAGMENT) check(node.selectionSet);
      if (node.kind === Kind.FRAGMENT_SPREAD && !seen.has(node.name.value)) {
        seen.add(node.name.value);
        const fragment = context.getFragment(node.name.value);
        if (fragment) check(fragment.selectionSet);
      }
    }
  }
  return {
    OperationDefinition(node) {
      if (node.operation === 'subscription') check(node.selectionSet);
    },
  };
}
