/** The SDK behind traces is loaded only when there is somewhere to send them. */
import type { Logger } from '../domain/ports.js';
import type { OtlpOptions } from './options.js';
import type { Tracing } from './tracing.js';

/** Null: nothing is traced, and nothing of the SDK is loaded. */
export async function openTracing(options: OtlpOptions | null, logger: Logger): Promise<Tracing | null> {
  if (options === null) return null;
  const { createOtlpTracing } = await import('./otlp.js');
  return createOtlpTracing(options, logger);
}
