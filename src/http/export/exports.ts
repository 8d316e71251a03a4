/** Begins exports: what is asked for is checked and its first page read, so that what cannot be had is refused before a row is sent. */
import { setTimeout } from 'node:timers/promises';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import { parseGlobalId } from '../../domain/ids.js';
import { withinTime } from '../../domain/within-time.js';
import { connection } from '../../graphql/connection.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { badUserInput } from '../../graphql/errors.js';
import { createCallersTurns } from '../../graphql/limits/callers-turns.js';
import type { OperationLimits } from '../../graphql/limits/options.js';
import { createRunningCost } from '../../graphql/limits/running-cost.js';
import type { ContextOf } from '../../graphql/operation-context.js';
import { type UsageArguments, usageRange } from '../../graphql/usage-range.js';
import { tooLate } from '../deadline.js';
import { refused } from '../operation-errors.js';
import { csvLines } from './csv.js';
import { type ExportKind, exportKinds } from './kinds.js';
import { manualOf } from './manual.js';
import { type Asked, createParameters, type QueryString } from './parameters.js';
import { connectionRows, quotaUsageRows, type RowsPage, type RowsReader, usageRows } from './rows.js';

export interface ExportRequest {
  readonly kind: ExportKind;
  readonly query: QueryString;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

export interface Export {
  readonly fileName: string;
  /** The file, in pieces that are read one by one as they are taken. Rejects for what could not be read. */
  readonly pieces: AsyncGenerator<string, void>;
}

export interface Exports {
  /** Rejects with a GraphQLError that says what is wrong with what was asked for, or why it cannot be had now. */
  begin(request: ExportRequest): Promise<Export>;
  /** What there is and what it takes, as Markdown. */
  manual(): string;
}

export interface ExportsDeps {
  readonly schema: GraphQLSchema;
  readonly contextOf: ContextOf;
  /** Every kind of source that there can be. */
  readonly sourceKinds: readonly string[];
  readonly limits: Pick<OperationLimits, 'cost' | 'costPerMinute'>;
  /** The longest that a page may take to be read. */
  readonly pageWithinMs: number;
}

/** What a page costs at most. */
const PAGE_COST = 5_000;
/** Sooner than versions go that were superseded meanwhile (sync/replace.ts), by more than a page takes. */
const PINNED_MS = 60_000;

export function createExports({ schema, contextOf, sourceKinds, limits, pageWithinMs }: ExportsDeps): Exports {
  const mostCost = Math.min(PAGE_COST, limits.cost, limits.costPerMinute);
  // Of each caller one page is read at a time, of all of them two: queries pass in between.
  const turns = createCallersTurns({
    small: 0,
    mostOfOne: 1,
    all: createRunningCost(2 * PAGE_COST, Number.POSITIVE_INFINITY),
  });
  const parameters = new Map<ExportKind, ReturnType<typeof createParameters>>();

  function parametersOf(kind: ExportKind) {
    const known = parameters.get(kind) ?? createParameters(schema, kind);
    parameters.set(kind, known);
    return known;
  }

  /** What costs more than its caller has left waits for the next minute, once the export runs. */
  async function pay(context: GraphqlContext, cost: number, mayWait: boolean): Promise<void> {
    for (;;) {
      try {
        await context.payLater({ cost, changes: 0 });
        return;
      } catch (error) {
        const seconds = error instanceof GraphQLError ? error.extensions.retryAfter : undefined;
        if (!mayWait || typeof seconds !== 'number') throw error;
        await setTimeout(seconds * 1000, undefined, { signal: context.signal });
      }
    }
  }

  async function* pagesOf(begun: GraphqlContext, rows: RowsReader) {
    const { viewer, signal } = begun;
    let context = begun;
    let pinnedAt = performance.now();
    let after: string | null = null;
    let isFirst = true;
    do {
      await pay(context, rows.cost, !isFirst);
      const leave = await turns.enter(viewer.name, rows.cost, signal);
      let text: string;
      try {
        if (performance.now() - pinnedAt > PINNED_MS) {
          pinnedAt = performance.now();
          context = await context.later(signal);
        }
        const page: RowsPage | 'LATE' = await withinTime(rows.page(context, after), pageWithinMs);
        if (page === 'LATE') throw refused(tooLate(pageWithinMs));
        after = page.next;
        text = csvLines(page.rows);
      } finally {
        // Not held while the caller takes what was read.
        leave();
      }
      isFirst = false;
      yield text;
    } while (after !== null);
  }

  return {
    manual: () => manualOf(exportKinds, (kind) => parametersOf(kind).all),
    async begin({ kind, query, viewer, requestId, signal }) {
      const asked = parametersOf(kind).read(query);
      const context = await contextOf({ viewer, requestId, signal, asked: {} });
      const rows = rowsOf(kind, asked, context, mostCost);
      await checkNames(context, asked, sourceKinds);
      const pages = pagesOf(context, rows);
      const first = await pages.next();
      return {
        fileName: `license-gateway-${kind.name}-${stamp(context.now)}.csv`,
        pieces: (async function* () {
          yield csvLines([kind.columns.map(({ name }) => name)]);
          if (!first.done) yield first.value;
          yield* pages;
        })(),
      };
    },
  };
}

function rowsOf(kind: ExportKind, asked: Asked, context: GraphqlContext, mostCost: number): RowsReader {
  const { filter, orderBy, own } = asked;
  // Throws for what the filter does not take; reads nothing yet.
  connection(context.reader, kind.concept, { filter });
  if (kind.order !== null) return connectionRows(kind, { filter, orderBy }, mostCost);
  const range = usageRange({ resolution: 'DAY', ...own } as UsageArguments, context.now);
  if (own.quotaId === undefined) return usageRows(kind, filter, range, mostCost);
  if (Object.keys(filter).length > 0) throw badUserInput('quotaId', 'it names one quota; leave the filters out, or it');
  return quotaUsageRows(kind, String(own.quotaId), range, mostCost);
}

/** A name that is nobody's is a slip of the pen: an empty file would hide it. */
async function checkNames({ reader }: GraphqlContext, { filter, ids }: Asked, sourceKinds: readonly string[]) {
  const { sources = [], kinds = [] } = filter as { sources?: readonly string[]; kinds?: readonly string[] };
  const names = reader.sources.map(({ name }) => name);
  if (sources.some((name) => !names.includes(name)))
    throw badUserInput(
      'sources',
      `one of these is no source that this key sees; it sees ${names.join(', ') || 'none'}`,
    );
  if (kinds.some((kind) => !sourceKinds.includes(kind)))
    throw badUserInput('kinds', `one of these is no kind of source; there are ${sourceKinds.join(', ')}`);
  for (const { name, id } of ids) {
    if (name === 'quotaId' && parseGlobalId(id)?.concept !== 'Quota')
      throw badUserInput(name, 'this is not the id of a Quota');
    if ((await reader.node(id)) === null) throw badUserInput(name, 'there is nothing with this id that this key sees');
  }
}

/** As a file name may have it everywhere: 2026-01-31T09-30-00Z. */
function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
