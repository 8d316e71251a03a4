/** The configured sources: what each room needs to know of them, and which of them another configuration leaves as they are. */
import { isDeepStrictEqual } from 'node:util';
import type { KnownSource } from '../graphql/source-view.js';
import type { SourceDeps, SourceModule, SourceOptions } from '../sources/source.js';
import type { ScheduledSource } from '../sync/scheduler.js';
import { insecureNotices } from '../sync/trust.js';
import type { WebhookSource } from '../sync/webhooks.js';

export interface ConfiguredSources {
  known(): readonly KnownSource[];
  scheduled(): readonly ScheduledSource[];
  /** Those whose settings name a key to verify webhooks by. */
  webhooks(): readonly WebhookSource[];
  /** Goes on with these: where nothing of one changed, the answers hold the same object as before. Throws before anything is changed. */
  replace(sources: readonly SourceOptions[]): void;
  /** Tells whenever they were replaced. */
  onReplace(replaced: () => void): void;
}

interface Configured {
  readonly options: SourceOptions;
  readonly known: KnownSource;
  readonly scheduled: ScheduledSource;
  readonly webhook: WebhookSource | null;
}

/** A read of everything may take this many times one request's timeout, and at least ten minutes. */
const DEADLINE_TIMEOUTS = 60;
const SHORTEST_DEADLINE_MS = 600_000;

export function createConfiguredSources(
  deps: SourceDeps & { readonly modules: readonly SourceModule[] },
  sources: readonly SourceOptions[],
): ConfiguredSources {
  let current: readonly Configured[] = [];
  const told: (() => void)[] = [];
  const self: ConfiguredSources = {
    known: () => current.map(({ known }) => known),
    scheduled: () => current.map(({ scheduled }) => scheduled),
    webhooks: () => current.flatMap(({ webhook }) => webhook ?? []),
    replace(next) {
      current = next.map(
        (options) => current.find((one) => isDeepStrictEqual(one.options, options)) ?? configured(options, deps),
      );
      for (const replaced of told) replaced();
    },
    onReplace(replaced) {
      told.push(replaced);
    },
  };
  self.replace(sources);
  return self;
}

function configured(
  options: SourceOptions,
  { modules, ...deps }: SourceDeps & { readonly modules: readonly SourceModule[] },
): Configured {
  const { name, kind, syncIntervalMs, settings, isImported = false } = options;
  const module = modules.find((each) => each.kind === kind);
  if (module === undefined) throw new Error(`no module is registered for sources of kind "${kind}"`);
  const connection = module.connect(options, deps);
  const read = isImported ? null : (module.webhook?.(settings) ?? null);
  return {
    options,
    // What is imported can be asked nothing.
    known: { name, kind, syncIntervalMs, capabilities: isImported ? [] : module.capabilities },
    webhook: read === null ? null : { name, syncIntervalMs, read },
    scheduled: {
      name,
      kind,
      syncIntervalMs,
      deadlineMs: Math.max(SHORTEST_DEADLINE_MS, options.timeoutMs * DEADLINE_TIMEOUTS),
      connection,
      commands: connection.commands,
      isPolled: !isImported,
      ownRules: module.evaluateLicense?.bind(module),
      standing: isImported ? [] : insecureNotices(options),
    },
  };
}
