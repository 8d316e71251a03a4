/** Operations that were asked before and have passed every check that does not depend on who asks: parsed, valid, mostly compiled. */
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, getOperationAST, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Soon } from '../../domain/soon.js';
import type { GraphqlContext } from '../context.js';
import { introspects } from '../introspection.js';
import type { AskedToPrice } from '../limits/operation-price.js';
import { compiledSize } from './compiled-size.js';

export interface PreparedOperation extends Pick<AskedToPrice, 'document' | 'operation'> {
  /** No other has it. */
  readonly id: number;
  readonly text: string;
  /** Of variables that fit. */
  run(context: GraphqlContext, variables: Readonly<Record<string, unknown>>): Soon<ExecutionResult>;
}

export interface PreparedOperations {
  find(text: string, operationName: string | null): PreparedOperation | null;
  /** Whether any operation of this text is prepared. */
  has(text: string): boolean;
  /** It is asked, and valid; `operationName` as the request says it. */
  note(asked: Asked): void;
}

export interface Asked {
  readonly text: string;
  readonly operationName: string | null;
  /** Of this text. */
  readonly document: DocumentNode;
}

export interface PreparingOptions {
  /** Prepared when it is asked for the so-manieth time: most of what is asked once is asked never again. */
  readonly prepareAt?: number;
}

const MOST_KNOWN = 1_000;
/** The most that one compiled operation is large, and that all of them are: see `compiledSize`. */
const LARGEST = 4_000;
const LARGEST_SUM = 40_000;

export function createPreparedOperations(
  schema: GraphQLSchema,
  { prepareAt = 2 }: PreparingOptions = {},
): PreparedOperations {
  const seen = new LRUCache<string, { times: number }>({ max: MOST_KNOWN });
  const prepared = new LRUCache<string, PreparedOperation>({ max: MOST_KNOWN, maxSize: LARGEST_SUM });
  let count = 0;

  function prepare({ text, operationName, document }: Asked): { made: PreparedOperation; size: number } | null {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'query' || introspects(document)) return null;
    const size = compiledSize(schema, { document, operation, most: LARGEST });
    const run =
      (size === null ? null : compiled(schema, text, operationName)) ?? interpreted(schema, document, operationName);
    return { made: { id: ++count, text, document, operation, run }, size: size ?? 1 };
  }

  return {
    find: (text, operationName) => prepared.get(keyOf(text, operationName)) ?? null,
    has: (text) => seen.has(text),
    note(asked) {
      const key = keyOf(asked.text, asked.operationName);
      const known = seen.get(key) ?? { times: 0 };
      known.times++;
      seen.set(key, known);
      if (known.times !== prepareAt) return;
      const { made, size } = prepare(asked) ?? {};
      if (made !== undefined) prepared.set(key, made, { size });
    },
  };
}

type Run = PreparedOperation['run'];

/** Some three times as fast as what graphql-js interprets; null where the compiler cannot. */
function compiled(schema: GraphQLSchema, text: string, operationName: string | null): Run | null {
  // From a document of its own: the compiler writes into it.
  const made = compileQuery(schema, parse(text), operationName ?? undefined, {
    disablingCapturingStackErrors: true,
    useExperimentalPathBasedSkipInclude: true,
  });
  if (!isCompiledQuery(made)) return null;
  return (context, variables) => made.query(undefined, context, variables) as Soon<ExecutionResult>;
}

function interpreted(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Run {
  return (contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues });
}

function keyOf(text: string, operationName: string | null): string {
  return operationName === null ? text : `${operationName} ${text}`;
}
