/** Counts, times and traces what happens: the one implementation of the port, and what HTTP and GraphQL tell beside it. */
import type { Measured, Telemetry } from '../domain/ports.js';
import { boundedWords } from './bounded-words.js';
import { breakerValues, createMetrics, type Metrics } from './metrics.js';
import { boundedOutcome, isFine, outcomeOfError } from './outcome.js';
import { currentScope, endScope, type Scope, scopeOf, withinScope } from './scope.js';
import type { Span, SpanStart, TraceHeaders, Tracing } from './tracing.js';

export interface GatewayTelemetry extends Telemetry {
  readonly metrics: Metrics;
  /**
   * An operation has begun; what it does belongs to it until the answer is called with how it ended, or null: it begins once
   * more, in another way, and is counted there.
   */
  operation(type: string, name: string): (outcome: string | null) => void;
  /** An error that a client is answered with. */
  error(code: string): void;
  /** A request has come; what is done for it is to be done within the scope. */
  request(request: IncomingRequest): RequestScope;
  /** Sends what is left. */
  close(): Promise<void>;
}

export interface IncomingRequest extends TraceHeaders {
  readonly requestId: string;
  readonly method: string;
}

export interface RequestScope {
  readonly scope: Scope;
  /** `route` is the pattern of the path; without `seconds` it is not timed. */
  end(answer: { readonly route: string; readonly status: number; readonly seconds: number | null }): void;
}

/** What stands for an operation that was refused before it was known which one it is. */
export const REFUSED = { type: 'unknown', name: 'refused' } as const;
export const ANONYMOUS = 'anonymous';

/** Names are the callers' to choose: so many are told apart, and those of persisted operations. */
const MOST_NAMES = 200;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export interface TelemetryDeps {
  readonly tracing: Tracing | null;
  /** Operations that are told apart whatever else is asked. */
  readonly knownOperations?: Iterable<string>;
}

export function createTelemetry({ tracing, knownOperations = [] }: TelemetryDeps): GatewayTelemetry {
  const metrics = createMetrics();
  const nameOf = boundedWords(MOST_NAMES, [...knownOperations, REFUSED.name, ANONYMOUS]);

  function note(what: Measured, outcome: string, seconds: number): void {
    if (what.kind === 'sync') metrics.syncSeconds.observe({ source: what.source, outcome }, seconds);
    else if (what.kind === 'upstream') {
      metrics.upstreamSeconds.observe({ source: what.source, method: what.method, outcome }, seconds);
    } else if (what.kind === 'store') {
      metrics.storeSeconds.observe({ collection: what.collection, operation: what.operation, outcome }, seconds);
    } else {
      const operation = nameOf(what.name);
      metrics.operations.inc({ operation, type: what.type, outcome });
      metrics.operationSeconds.observe({ operation, type: what.type }, seconds);
    }
  }

  /** Begins, and answers how to end it. */
  function begin(what: Measured): { readonly span: Span | null; end(outcome: string | null): void } {
    const startedAt = performance.now();
    // A sync is for everybody who waits for it, and for no one of them.
    const above = what.kind === 'sync' ? null : (currentScope()?.span ?? null);
    const span = tracing?.begin(spanOf(what), above) ?? null;
    return {
      span,
      end(told) {
        if (told === null) {
          span?.end(null);
          return;
        }
        const outcome = boundedOutcome(told);
        note(what, outcome, (performance.now() - startedAt) / 1000);
        span?.end(isFine(outcome) ? null : outcome);
      },
    };
  }

  return {
    metrics,
    async measure(what, work, outcomeOf = () => 'ok') {
      const { span, end } = begin(what);
      // Calls of the store are many, and log nothing: without traces they need no scope of their own.
      const needsScope = span !== null || 'source' in what;
      const scope = needsScope ? scopeWithin(what, span) : null;
      try {
        const result = await (scope === null ? work() : withinScope(scope, work));
        end(outcomeOf(result));
        return result;
      } catch (error) {
        end(outcomeOfError(error));
        throw error;
      } finally {
        if (scope !== null) endScope(scope);
      }
    },
    breaker(source, state) {
      metrics.breaker.set({ source }, breakerValues[state]);
    },
    operation(type, name) {
      const scope = currentScope();
      const above = scope?.span ?? null;
      const { span, end } = begin({ kind: 'operation', type, name });
      // Whoever runs the operation cannot be called from here: it is put into the scope that it runs in.
      if (scope !== undefined) scope.span = span;
      return (outcome) => {
        if (scope !== undefined) scope.span = above;
        end(outcome);
      };
    },
    error(code) {
      metrics.errors.inc({ code: boundedOutcome(code) });
    },
    request({ requestId, method, ...headers }) {
      const start: SpanStart = { name: method, kind: 'SERVER', attributes: { 'http.request.method': method } };
      const span = tracing?.begin(start, headers) ?? null;
      return {
        scope: scopeOf({ requestId }, span),
        end({ route, status, seconds }) {
          const labels = { route, method: METHODS.has(method) ? method : 'other', status: String(status) };
          if (seconds !== null) metrics.httpRequests.observe(labels, seconds);
          const told = { 'http.route': route, 'http.response.status_code': status };
          span?.end(status >= 500 ? String(status) : null, told, `${labels.method} ${route}`);
        },
      };
    },
    async close() {
      await tracing?.close();
    },
  };
}

function scopeWithin(what: Measured, span: Span | null): Scope {
  if (what.kind === 'sync') return { fields: { source: what.source }, span };
  return scopeOf('source' in what ? { source: what.source } : {}, span);
}

/** By the conventions of OpenTelemetry. Texts of users stand in none of it: a document may hold a secret. */
function spanOf(what: Measured): SpanStart {
  switch (what.kind) {
    case 'sync':
      return { name: 'sync', kind: 'INTERNAL', attributes: { 'license_gateway.source': what.source } };
    case 'upstream':
      return {
        name: what.method,
        kind: 'CLIENT',
        attributes: { 'http.request.method': what.method, 'license_gateway.source': what.source },
      };
    case 'store':
      return {
        name: `${what.operation} ${what.collection}`,
        kind: 'CLIENT',
        attributes: { 'db.operation.name': what.operation, 'db.collection.name': what.collection },
      };
    case 'operation':
      return {
        name: what.type,
        kind: 'INTERNAL',
        attributes: { 'graphql.operation.type': what.type, 'graphql.operation.name': what.name.slice(0, 100) },
      };
  }
}
