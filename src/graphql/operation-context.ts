/** Makes the context of an operation: what may run, what its caller sees, and the one moment at which it is read. */
import type { ApiKeyView } from '../auth/authenticate.js';
import type { Viewer } from '../auth/viewer.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import type { Clock, Logger } from '../domain/ports.js';
import { type Soon, whenThere } from '../domain/soon.js';
import type { Repo } from '../store/repo.js';
import type { AuditLog } from '../sync/audit-log.js';
import type { Changes } from '../sync/changes.js';
import type { Admit } from './admission.js';
import type { AlertTester, AskedOperation, Commands, GraphqlContext, OperationRequest } from './context.js';
import { createKeptReads } from './kept-reads.js';
import type { CallerRates, Pay } from './limits/caller-rates.js';
import type { OperationLimits } from './limits/options.js';
import { withUpstreamBudget } from './limits/upstream-budget.js';
import { whileAwaited } from './limits/while-awaited.js';
import { createReader } from './reader.js';
import { createSights, type Sight } from './sights.js';
import type { KnownSource } from './source-view.js';

export interface OperationContextDeps {
  /** Those that are configured now. */
  readonly sources: () => readonly KnownSource[];
  readonly limits: Pick<OperationLimits, 'upstreamCalls'>;
  readonly admit: Admit;
  readonly rates: CallerRates;
  /** The one in effect now. */
  readonly policy: () => QuotaPolicy;
  readonly repo: Repo;
  readonly changes: Pick<Changes, 'listen'>;
  readonly commands: Commands;
  readonly audit: AuditLog;
  readonly alerts: AlertTester;
  apiKeys(): Promise<ApiKeyView[]>;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface OperationContexts {
  /** Rejects with what a request is refused with before it runs. */
  readonly contextOf: ContextOf;
  /** What a viewer sees at this moment. */
  sightOf(viewer: Viewer): Soon<Sight>;
  /** Of an operation that is admitted and paid for, with what its viewer sees. */
  paidContextOf(request: Began, operation: Known, sight: Sight): Soon<GraphqlContext>;
}

export type ContextOf = (request: OperationRequest) => Promise<GraphqlContext>;

export function createOperationContexts(deps: OperationContextDeps): OperationContexts {
  const { sources, limits, admit, rates, policy, repo, changes, commands, audit, alerts, apiKeys, clock, logger } =
    deps;
  const kept = createKeptReads();
  const sightOf = createSights(deps);

  /** What is asked for too often is refused for that, whatever else is wrong with it: else the wrong would cost nothing. */
  async function admitted(asked: AskedOperation, viewer: Viewer): Promise<Admitted> {
    let tokens = 0;
    let pay: Pay;
    let document: string | null;
    try {
      document = admit(asked, viewer, (read) => {
        tokens = read;
      });
    } finally {
      pay = await rates.deposit(viewer.name, tokens);
    }
    return { document, pay };
  }

  function contextOf(
    { viewer, requestId, signal }: Began,
    { document, pay }: Admitted,
    { sight: seen, without }: { readonly sight?: Sight; readonly without?: ReadonlySet<string> } = {},
  ): Soon<GraphqlContext> {
    const now = clock.now();
    let lasting = true;
    const onPassing = () => {
      lasting = false;
    };
    const awaited = whileAwaited(repo, () => !signal.aborted);
    const payLater: Pay = (spending) => rates.spend(viewer.name, spending);
    return whenThere(seen ?? sightOf(viewer, awaited), (sight) => ({
      get viewer() {
        return shownViewer(viewer, onPassing);
      },
      requestId,
      document,
      pay,
      signal,
      get now() {
        onPassing();
        return now;
      },
      policy: policy(),
      reader: createReader({ ...sight, reads: awaited, now, kept, without, onPassing }),
      isLasting: () => lasting,
      async readNow(read) {
        let isRead = false;
        const reads = whileAwaited(repo, () => !isRead || !signal.aborted);
        try {
          return await read(createReader({ ...(await sightOf(viewer, reads)), reads, now, kept, onPassing }));
        } finally {
          isRead = true;
        }
      },
      payLater,
      later: async (until) => contextOf({ viewer, requestId, signal: until }, { document, pay: payLater }),
      subscribing: null,
      changes,
      commands: withUpstreamBudget(commands, limits.upstreamCalls),
      audit,
      alerts,
      apiKeys() {
        onPassing();
        return apiKeys();
      },
      isSource: (name) => sources().some((source) => source.name === name),
      logger,
    }));
  }

  return {
    async contextOf({ asked, takesEvents = false, ...request }) {
      const context = await contextOf(request, await admitted(asked, request.viewer));
      return { ...context, subscribing: takesEvents ? { cost: 0, begun: null } : null };
    },
    sightOf: (viewer) => sightOf(viewer, repo),
    paidContextOf: (request, { text, without }, sight) =>
      contextOf(request, { document: text, pay: ALREADY_PAID }, { sight, without }),
  };
}

const ALREADY_PAID: Pay = async () => {};

/** Of its caller an answer may show the role, by which it is kept; whatever else it shows, it is for this caller only. */
function shownViewer(viewer: Viewer, onPassing: () => void): Viewer {
  return {
    role: viewer.role,
    get name() {
      onPassing();
      return viewer.name;
    },
    get sources() {
      onPassing();
      return viewer.sources;
    },
  };
}

/** What is known of an operation before it runs: its text, and the stored fields that it cannot show. */
type Known = { readonly text: string; readonly without: ReadonlySet<string> };
type Began = Pick<OperationRequest, 'viewer' | 'requestId' | 'signal'>;
type Admitted = Pick<GraphqlContext, 'document' | 'pay'>;
