/** What an operation may take, told when it is known which one runs and with which variables, before any of it does. */
import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { operationTooComplex } from '../errors.js';
import { checkArguments } from './argument-limits.js';
import type { Spending } from './caller-rates.js';
import { costOf } from './cost.js';
import { countFields } from './document-limits.js';
import type { OperationLimits } from './options.js';
import { createPriceList } from './price-list.js';
import { checkVariables } from './variable-limits.js';

/** Each is one after the other: a request to a vendor, a read of the source, an entry in the audit log. */
const MOST_CHANGES = 25;

export interface AskedToPrice {
  /** Valid. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface OperationPrices {
  /** Throws QUERY_TOO_COMPLEX or BAD_USER_INPUT; null for variables that do not fit: who would run it refuses them. */
  priceOf(asked: AskedToPrice): Spending | null;
  /** What is told of the cost in each answer: the same for everybody and at any time, so that an answer can be kept. */
  told(price: Spending): { readonly requested: number; readonly limit: number };
}

export function createOperationPrices(schema: GraphQLSchema, limits: OperationLimits): OperationPrices {
  const priceOf = createPriceList(schema);
  // What a whole minute does not hold could never run.
  const limit = Math.min(limits.cost, limits.costPerMinute);
  const mostChanges = Math.min(MOST_CHANGES, limits.changesPerMinute);
  return {
    priceOf({ document, operation, variables: given }) {
      const changes = operation.operation === 'mutation' ? countFields(operation.selectionSet, document) : 0;
      if (changes > mostChanges) {
        throw operationTooComplex(
          `this operation has ${changes} mutations, and ${mostChanges} are the most; send several`,
        );
      }
      checkVariables(given);
      // Coerced, so that a default of the operation counts. The message of each shows the whole value.
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
      if (coerced === undefined) return null;
      const cost = costOf({ schema, priceOf, document, operation, variables: coerced, onField: checkArguments });
      if (cost > limit) {
        throw operationTooComplex(
          `this operation could cost ${cost}, and ${limit} is the most; ask for smaller pages, or for less within each`,
          { cost, limit },
        );
      }
      return { cost, changes };
    },
    told: ({ cost }) => ({ requested: cost, limit }),
  };
}
