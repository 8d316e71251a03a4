/** Makes the context of an operation: what may run, what its caller sees, and the one moment at which it is read. */
import type { ApiKeyView } from '../auth/authenticate.js';
import { atLeast } from '../auth/roles.js';
import { visibleSources } from '../auth/scopes.js';
import type { Viewer } from '../auth/viewer.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import type { Clock, Logger } from '../domain/ports.js';
import type { Repo } from '../store/repo.js';
import type { AuditLog } from '../sync/audit-log.js';
import type { Changes } from '../sync/changes.js';
import { createAdmission } from './admission.js';
import type { AlertTester, AskedOperation, Commands, GraphqlContext, OperationRequest } from './context.js';
import { createKeptReads } from './kept-reads.js';
import { createCallerRates, type Pay } from './limits/caller-rates.js';
import type { OperationLimits } from './limits/options.js';
import { withUpstreamBudget } from './limits/upstream-budget.js';
import { whileAwaited } from './limits/while-awaited.js';
import type { GraphqlOptions } from './options.js';
import { createReader, readStates } from './reader.js';
import type { KnownSource } from './source-view.js';

export interface OperationContextDeps {
  /** Those that are configured now. */
  readonly sources: () => readonly KnownSource[];
  readonly options: Pick<GraphqlOptions, 'introspection' | 'persisted'>;
  readonly limits: OperationLimits;
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

/** Rejects with what a request is refused with before it runs. */
export type ContextOf = (request: OperationRequest) => Promise<GraphqlContext>;

export function createOperationContext(deps: OperationContextDeps): ContextOf {
  const { options, limits, policy, repo, changes, commands, audit, alerts, apiKeys, clock, logger } = deps;
  const admit = createAdmission({ options, limits });
  const rates = createCallerRates(limits);
  const kept = createKeptReads();

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

  async function contextOf({ viewer, requestId, signal }: Began, { document, pay }: Admitted): Promise<GraphqlContext> {
    const configured = deps.sources();
    const names = configured.map((source) => source.name);
    const visible = visibleSources(viewer, names);
    const now = clock.now();
    const sources = configured.filter((source) => visible.includes(source.name));
    const audited = auditedSources(viewer, visible);
    const readerOf = async (from: Repo) =>
      createReader({ repo: from, known: sources, states: await readStates(from, sources), audited, now, kept });
    const payLater: Pay = (spending) => rates.spend(viewer.name, spending);
    return {
      viewer,
      requestId,
      document,
      pay,
      signal,
      now,
      policy: policy(),
      reader: await readerOf(whileAwaited(repo, () => !signal.aborted)),
      async readNow(read) {
        let isRead = false;
        const reader = await readerOf(whileAwaited(repo, () => !isRead || !signal.aborted));
        try {
          return await read(reader);
        } finally {
          isRead = true;
        }
      },
      payLater,
      later: (until) => contextOf({ viewer, requestId, signal: until }, { document, pay: payLater }),
      subscribing: null,
      changes,
      commands: withUpstreamBudget(commands, limits.upstreamCalls),
      audit,
      alerts,
      apiKeys,
      isSource: (name) => names.includes(name),
      logger,
    };
  }

  return async ({ asked, takesEvents = false, ...request }) => ({
    ...(await contextOf(request, await admitted(asked, request.viewer))),
    subscribing: takesEvents ? { cost: 0, begun: null } : null,
  });
}

type Began = Pick<OperationRequest, 'viewer' | 'requestId' | 'signal'>;
type Admitted = Pick<GraphqlContext, 'document' | 'pay'>;

/** Entries of sources that are configured no more, and of none, are for those who see all. */
function auditedSources(viewer: Viewer, visible: readonly string[]): readonly string[] | 'ALL' {
  if (!atLeast(viewer.role, 'ADMIN')) return [];
  return viewer.sources === null ? 'ALL' : visible;
}
