/** Operations that were asked before and have passed every check that does not depend on who asks: parsed, valid, mostly compiled. */
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, getOperationAST, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Soon } from '../../domain/soon.js';
import type { GraphqlContext } from '../context.js';
import { introspects } from '../introspection.js';
import type { AskedToPrice } from '../limits/operation-price.js';
import { compiledSize } from './compiled-size.js';
import { leftOut } from './left-out.js';

export interface PreparedOperation extends Pick<AskedToPrice, 'document' | 'operation'> {
  /** No other has it. */
  readonly id: number;
  readonly text: string;
  /** Stored fields that it cannot show. */
  readonly without: ReadonlySet<string>;
  /** Of variables that fit. */
  run(context: GraphqlContext, variables: Readonly<Record<string, unknown>>): Soon<ExecutionResult>;
}

export interface PreparedOperations {
  find(text: string, operationName: string | null): PreparedOperation | null;
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
/** The longest text that is prepared, and all texts that are looked out for: each is held with all its comments. */
const LONGEST_TEXT = 20_000;
const MOST_TEXT = 4_000_000;
/** What is held of a prepared text weighs, for so many characters of it, about as much as the code of one field. */
const CHARACTERS_A_FIELD = 10;
/** The most that one compiled operation is large (see `compiledSize`), and that all that are prepared weigh. */
const LARGEST = 4_000;
const LARGEST_SUM = 40_000;

export function createPreparedOperations(
  schema: GraphQLSchema,
  { prepareAt = 2 }: PreparingOptions = {},
): PreparedOperations {
  const seen = new LRUCache<string, { times: number }>({
    max: MOST_KNOWN,
    maxSize: MOST_TEXT,
    sizeCalculation: (_known, key) => key.length,
  });
  const prepared = new LRUCache<string, PreparedOperation>({ max: MOST_KNOWN, maxSize: LARGEST_SUM });
  let count = 0;
  let jit: Jit | null = null;
  let loading: Promise<void> | null = null;

  /** Loaded when something is asked: a gateway that starts has better things to do. */
  function load(): Promise<void> {
    loading ??= import('graphql-jit').then((loaded) => {
      jit = loaded;
    });
    return loading;
  }

  function runOf(asked: Asked, isCompiled: boolean): Run {
    let run = interpreted(schema, asked);
    const compile = () => {
      if (jit !== null) run = compiled(jit, schema, asked) ?? run;
    };
    if (!isCompiled) return run;
    if (jit === null) load().then(compile, () => {});
    else compile();
    return (context, variables) => run(context, variables);
  }

  function prepare(asked: Asked): { made: PreparedOperation; size: number } | null {
    const { text, operationName, document } = asked;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'query' || introspects(document)) return null;
    const size = compiledSize(schema, { document, operation, most: LARGEST });
    const weight = (size ?? 0) + Math.ceil(text.length / CHARACTERS_A_FIELD);
    return {
      made: { id: ++count, text, document, operation, without: leftOut(document), run: runOf(asked, size !== null) },
      size: weight,
    };
  }

  return {
    find: (text, operationName) => prepared.get(keyOf(text, operationName)) ?? null,
    note(asked) {
      if (asked.text.length > LONGEST_TEXT) return;
      load().catch(() => {});
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

type Jit = typeof import('graphql-jit');
type Run = PreparedOperation['run'];

/** Some three times as fast as what graphql-js interprets; null where the compiler cannot. */
function compiled(
  { compileQuery, isCompiledQuery }: Jit,
  schema: GraphQLSchema,
  { text, operationName }: Asked,
): Run | null {
  // From a document of its own: the compiler writes into it.
  const made = compileQuery(schema, parse(text), operationName ?? undefined, {
    disablingCapturingStackErrors: true,
    useExperimentalPathBasedSkipInclude: true,
  });
  if (!isCompiledQuery(made)) return null;
  return (context, variables) => made.query(undefined, context, variables) as Soon<ExecutionResult>;
}

function interpreted(schema: GraphQLSchema, { document, operationName }: Asked): Run {
  return (contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues });
}

/** The name as JSON, which tells its own end: a request can name anything. */
function keyOf(text: string, operationName: string | null): string {
  return `${JSON.stringify(operationName)} ${text}`;
}
