/** Reads the pages of a connection that are looked at, and drops them when they are not any more. */
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRun } from '../../gateway/use-ask.js';
import { learnAll, PAGE, type Reach, start } from './reach.js';
import type { Connection, PageVariables, TableSpec } from './spec.js';

export type Question = Pick<PageVariables, 'filter' | 'orderBy'>;

/** How far one has come; starts anew when something else is asked. */
export function useReach(question: Question) {
  const asked = JSON.stringify(question);
  const [reach, setReach] = useState<Reach>(() => start(asked));
  if (reach.question === asked) return [reach, setReach] as const;
  const anew = start(asked);
  setReach(anew);
  return [anew, setReach] as const;
}

export interface Pages<Row> {
  /** By the page's number. */
  readonly loaded: ReadonlyMap<number, Connection<Row>>;
  /** The first problem among them. */
  readonly error: Error | null;
  retry(): void;
}

export function usePages<Data, Row extends { readonly id: string }>(
  spec: TableSpec<Data, Row>,
  question: Question,
  numbers: readonly number[],
  [reach, setReach]: ReturnType<typeof useReach>,
): Pages<Row> {
  const run = useRun();
  const results = useQueries({
    queries: numbers.map((number) =>
      pageQuery(run, spec, { first: PAGE, after: reach.cursors[number] ?? null, ...question }),
    ),
  });
  const loaded = new Map<number, Connection<Row>>();
  for (const [i, number] of numbers.entries()) {
    const data = results[i]?.data;
    const connection = data === undefined ? undefined : spec.connection(data);
    if (connection != null) loaded.set(number, connection);
  }
  useEffect(() => {
    setReach((before) => (before.question === reach.question ? learnAll(before, loaded) : before));
  });
  return {
    loaded,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}

/** Stands outside of the drawing: a query keeps its function, which would keep the pages of that drawing, and those the ones before. */
function pageQuery<Data, Row extends { readonly id: string }>(
  run: ReturnType<typeof useRun>,
  { document }: TableSpec<Data, Row>,
  variables: PageVariables,
) {
  return {
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }: { signal: AbortSignal }) => run(document, variables as never, signal),
    // Rows are kept while they are near, so that a long scroll takes no more memory than a short one.
    gcTime: 0,
  };
}
