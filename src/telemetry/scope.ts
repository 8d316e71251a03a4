/** What the code under way belongs to: a request, a sync. Every line of the log says so, and spans are put beneath it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from './tracing.js';

export interface Scope {
  /** Told in every line of the log: `requestId`, `source`. */
  fields: Readonly<Record<string, string>>;
  /** What is begun now is beneath it; null: nothing is traced. */
  span: Span | null;
}

/** One for all gateways of a process: each piece of work is in a scope of its own. */
const scopes = new AsyncLocalStorage<Scope>();

export function currentScope(): Scope | undefined {
  return scopes.getStore();
}

export function withinScope<T>(scope: Scope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Once it is over nothing belongs to it any more: a timer that was set within may go on for days. */
export function endScope(scope: Scope): void {
  scope.fields = {};
  scope.span = null;
}

/** Within what is under way, with these fields added. */
export function scopeOf(fields: Scope['fields'], span: Span | null = currentScope()?.span ?? null): Scope {
  return { fields: { ...currentScope()?.fields, ...fields }, span };
}

/** What a line of the log says of where it belongs. */
export function logFields(): Record<string, string> {
  const scope = currentScope();
  if (scope === undefined) return {};
  return scope.span === null ? { ...scope.fields } : { ...scope.fields, traceId: scope.span.traceId };
}
