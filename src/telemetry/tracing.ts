/** Traces, as the rest of the gateway knows them. */

export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanStart {
  /** Few and short: what is particular is an attribute. */
  readonly name: string;
  /** SERVER: somebody asked us; CLIENT: we ask somebody. */
  readonly kind: 'SERVER' | 'CLIENT' | 'INTERNAL';
  readonly attributes: Attributes;
}

export interface Span {
  readonly traceId: string;
  /** `failed` names what went wrong; null: nothing did. `name`: what it is called now that more is known. */
  end(failed: string | null, attributes?: Attributes, name?: string): void;
}

/** The headers by which a caller's trace is continued (W3C Trace Context). */
export interface TraceHeaders {
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}

export interface Tracing {
  /** Beneath a span of ours, or what a caller's headers name; else a trace of its own. */
  begin(start: SpanStart, parent: Span | TraceHeaders | null): Span;
  /** Sends what is left, for a few seconds at most. */
  close(): Promise<void>;
}
