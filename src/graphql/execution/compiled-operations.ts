/** Operations as compiled code: what is asked again and again runs some three times as fast as graphql-js would run it. */
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { GraphqlContext } from '../context.js';
import { compiledSize } from './compiled-size.js';

export interface AskedToRun {
  /** Of a valid document. */
  readonly text: string;
  readonly operationName: string | null;
  /** They fit. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphqlContext;
}

/** Null: this is for graphql-js to run, which tells every error in its own words. */
export type RunCompiled = (asked: AskedToRun) => Promise<ExecutionResult | null>;

export interface CompilingOptions {
  /** Compiled when it is asked for the so-manieth time: most of what is asked once is asked never again. */
  readonly compileAt?: number;
}

/** The most that one compiled operation is large, and that all of them are: see `compiledSize`. */
const LARGEST = 4_000;
const LARGEST_SUM = 40_000;
const MOST_KNOWN = 1_000;

interface Known {
  asked: number;
  /** Null while it is not compiled, and for what never will be. */
  compiled: CompiledQuery | null;
}

export function createCompiledOperations(schema: GraphQLSchema, { compileAt = 2 }: CompilingOptions = {}): RunCompiled {
  const known = new LRUCache<string, Known>({ max: MOST_KNOWN, maxSize: LARGEST_SUM });

  function compile({ text, operationName }: AskedToRun): { compiled: CompiledQuery | null; size: number } {
    // Of its own: the compiler writes into the document.
    const document = parse(text);
    const size = compiledSize(schema, { document, operationName, most: LARGEST });
    if (size === null || size > LARGEST) return { compiled: null, size: 1 };
    return { compiled: compiledOf(schema, document, operationName), size };
  }

  function find(asked: AskedToRun): CompiledQuery | null {
    const key = `${asked.operationName ?? ''} ${asked.text}`;
    const found = known.get(key);
    if (found !== undefined && found.asked >= compileAt) return found.compiled;
    const count = (found?.asked ?? 0) + 1;
    const { compiled, size } = count < compileAt ? { compiled: null, size: 1 } : compile(asked);
    known.set(key, { asked: count, compiled }, { size });
    return compiled;
  }

  return async (asked) => {
    const result = await find(asked)?.query(undefined, asked.context, asked.variables);
    return result === undefined || result.errors !== undefined ? null : (result as ExecutionResult);
  };
}

function compiledOf(schema: GraphQLSchema, document: DocumentNode, name: string | null): CompiledQuery | null {
  const made = compileQuery(schema, document, name ?? undefined, {
    disablingCapturingStackErrors: true,
    useExperimentalPathBasedSkipInclude: true,
  });
  return isCompiledQuery(made) ? made : null;
}
