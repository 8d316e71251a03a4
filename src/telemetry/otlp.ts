/** Traces by OpenTelemetry, sent as OTLP over HTTP in batches. Nothing of the SDK's global state is used. */
import { type Context, isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from '../domain/ports.js';
import { withinTime } from '../domain/within-time.js';
import type { OtlpOptions } from './options.js';
import type { Span, TraceHeaders, Tracing } from './tracing.js';

const EXPORT_WITHIN_MS = 5_000;
/** Closing waits no longer for a collector that is away. */
const CLOSE_WITHIN_MS = 2_000;
/** A collector that is away is told of this often. */
const TELL_EVERY_MS = 60_000;

interface OtlpSpan extends Span {
  readonly context: Context;
}

export function createOtlpTracing(options: OtlpOptions, logger: Logger): Tracing {
  const exporter = new OTLPTraceExporter({
    url: options.url,
    headers: { ...options.headers },
    timeoutMillis: EXPORT_WITHIN_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.sampleRatio) }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: telling(exporter, logger), exportTimeoutMillis: EXPORT_WITHIN_MS }),
    ],
  });
  const tracer = provider.getTracer('license-gateway');

  return {
    begin({ name, kind, attributes }, parent): OtlpSpan {
      const above = contextOf(parent);
      const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes: { ...attributes } }, above);
      return {
        traceId: span.spanContext().traceId,
        context: trace.setSpan(above, span),
        end(failed, more = {}, renamed = name) {
          span.updateName(renamed);
          span.setAttributes({ ...more });
          if (failed !== null) {
            span.setAttribute('error.type', failed);
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end();
        },
      };
    },
    async close() {
      await withinTime(
        provider.shutdown().catch(() => {}),
        CLOSE_WITHIN_MS,
      );
    },
  };
}

function contextOf(parent: Span | TraceHeaders | null): Context {
  if (parent === null) return ROOT_CONTEXT;
  if ('context' in parent) return (parent as OtlpSpan).context;
  const remote = remoteParent(parent as TraceHeaders);
  return remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
}

/** https://www.w3.org/TR/trace-context/#traceparent-header; of a later version what this one knows. */
function remoteParent({ traceparent }: TraceHeaders) {
  const [, version, traceId, spanId, flags, rest] =
    /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || version === 'ff') return null;
  if (version === '00' && rest !== undefined) return null;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags ?? '0', 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : null;
}

/** A collector that is away costs nothing but what is lost, and a line of the log a minute. */
function telling(exporter: SpanExporter, logger: Logger): SpanExporter {
  let toldAt = Number.NEGATIVE_INFINITY;
  let lost = 0;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        // 0 is success: the SDK's own enumeration is in a package of its own.
        if (result.code !== 0) {
          lost += spans.length;
          if (performance.now() - toldAt >= TELL_EVERY_MS) {
            logger.warn({ spans: lost }, 'traces cannot be delivered; is the collector of telemetry.otlp up?');
            toldAt = performance.now();
            lost = 0;
          }
        }
        done({ code: 0 });
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
