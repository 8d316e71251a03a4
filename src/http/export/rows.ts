/** Reads what an export consists of, page by page, with as little in memory as a page takes. */
import type { Quota } from '../../domain/evaluated.js';
import { type ConnectionArguments, connection, LARGEST_PAGE } from '../../graphql/connection.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { mostPoints, type UsageRange } from '../../graphql/usage-range.js';
import type { Cell } from './csv.js';
import type { ExportKind } from './kinds.js';

export interface RowsPage {
  readonly rows: readonly (readonly Cell[])[];
  /** Where the next page begins; null: this is the last. */
  readonly next: string | null;
}

export interface RowsReader {
  /** What a page costs its caller, as an operation that reads the same would. */
  readonly cost: number;
  page(context: GraphqlContext, after: string | null): Promise<RowsPage>;
}

type Fields = Readonly<Record<string, unknown>>;
type Arguments = Pick<ConnectionArguments, 'filter' | 'orderBy'>;

/** `mostCost`: what a page costs at most, however few it then has. */
export function connectionRows(kind: ExportKind, args: Arguments, mostCost: number): RowsReader {
  const each = 1 + linksOf(kind).length;
  const first = sized(mostCost / each);
  return {
    cost: Math.min(first * each, mostCost),
    async page(context, after) {
      const page = connection(context.reader, kind.concept, { ...args, first, after });
      const [nodes, { hasNextPage, endCursor }] = await Promise.all([page.nodes(), page.pageInfo()]);
      const rows = await lines(context, kind, nodes as unknown as readonly Fields[]);
      return { rows, next: hasNextPage ? endCursor : null };
    },
  };
}

/** Hours or days of many quotas, the points of each in their order. */
export function usageRows(
  kind: ExportKind,
  filter: Arguments['filter'],
  range: UsageRange,
  mostCost: number,
): RowsReader {
  const each = 2 + mostPoints(range);
  const first = sized(mostCost / each);
  return {
    cost: Math.min(first * each, mostCost),
    async page(context, after) {
      const page = connection(context.reader, kind.concept, { filter: filter ?? null, first, after });
      const [nodes, { hasNextPage, endCursor }] = await Promise.all([page.nodes(), page.pageInfo()]);
      const quotas = nodes as unknown as readonly Quota[];
      const rows = await lines(
        context,
        kind,
        (await Promise.all(quotas.map((quota) => pointsOf(context, quota, range)))).flat(),
      );
      return { rows, next: hasNextPage ? endCursor : null };
    },
  };
}

/** The same of one quota. */
export function quotaUsageRows(kind: ExportKind, quotaId: string, range: UsageRange, mostCost: number): RowsReader {
  return {
    cost: Math.min(2 + mostPoints(range), mostCost),
    async page(context) {
      const quota = (await context.reader.node(quotaId)) as unknown as Quota | null;
      const points = quota === null ? [] : await pointsOf(context, quota, range);
      return { rows: await lines(context, kind, points), next: null };
    },
  };
}

function sized(most: number): number {
  return Math.max(1, Math.min(LARGEST_PAGE, Math.floor(most)));
}

async function pointsOf({ reader }: GraphqlContext, quota: Quota, range: UsageRange): Promise<readonly Fields[]> {
  const { id, source, subjectId, dimension } = quota;
  const points = await reader.usage(quota, range);
  return points.map((point) => ({ quotaId: id, source, subjectId, dimension, ...point }));
}

async function lines({ reader }: GraphqlContext, { columns, ...kind }: ExportKind, all: readonly Fields[]) {
  const links = linksOf({ columns, ...kind });
  const ids = new Set(
    all.flatMap((fields) => links.map((link) => fields[link])).filter((id) => typeof id === 'string'),
  );
  const named = await Promise.all([...ids].map(async (id) => [id, await reader.node(id)] as const));
  const names = new Map<unknown, string | null>(
    named.map(([id, node]) => [id, node !== null && 'displayName' in node ? String(node.displayName) : null]),
  );
  const nameOf = (id: unknown) => names.get(id) ?? null;
  return all.map((fields) => {
    const row = { fields, source: reader.source(String(fields.source)), nameOf };
    return columns.map(({ of }) => of(row));
  });
}

function linksOf({ columns }: ExportKind): readonly string[] {
  return columns.flatMap(({ names }) => names ?? []);
}
