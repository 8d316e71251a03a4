/** One import: the vendor's answers from files, through the same check, evaluation and store as a live read. */
import type { Clock } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import { type ImportFile, withImportGaps } from '../sources/offline.js';
import type { SourceModule, SourceOptions } from '../sources/source.js';
import { syncSource } from './sync-source.js';
import { type SyncDeps, stateOf } from './synced-source.js';

export interface ImportRequest {
  readonly options: SourceOptions;
  readonly module: SourceModule;
  readonly files: readonly ImportFile[];
  /** When the vendor answered; null: as the answers say themselves, else `fallbackObservedAt`. */
  readonly observedAt: Date | null;
  readonly fallbackObservedAt: Date;
}

export interface ImportOutcome {
  readonly state: SourceState;
  readonly observedAt: Date;
  /** What each file was taken for. */
  readonly taken: readonly { readonly file: string; readonly as: string }[];
  /** What no file was given of. */
  readonly missing: readonly string[];
}

/** The files cannot be stored as this source's state; the message says why, and nothing was changed. */
export class ImportImpossibleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImportImpossibleError';
  }
}

/** Throws ImportRefusedError for files that are no answers, ImportImpossibleError for answers that cannot be stored. */
export async function importSource(deps: SyncDeps, request: ImportRequest): Promise<ImportOutcome> {
  const { options, module, files } = request;
  if (module.offline === undefined) {
    throw new ImportImpossibleError(`sources of kind ${module.kind} cannot be imported`);
  }
  const { http, answeredAt, taken } = module.offline(files);
  const observedAt = request.observedAt ?? answeredAt ?? request.fallbackObservedAt;
  await assertLatest(deps, options, observedAt);
  const then: Clock = { now: () => observedAt };
  const connection = module.connect(options, { clock: then, logger: deps.logger, http: () => http });
  try {
    // Read before anything is stored: files that cannot be read leave the source as it was.
    const snapshot = withImportGaps(await connection.read(new AbortController().signal));
    const source = {
      name: options.name,
      kind: options.kind,
      ownRules: module.evaluateLicense?.bind(module),
      connection: { read: async () => snapshot, close: () => connection.close() },
    };
    const missing = snapshot.gaps.map(({ part, message }) => `${part}: ${message}`);
    const { state } = await syncSource(deps, source, new AbortController().signal);
    return { state, observedAt, taken, missing };
  } finally {
    await connection.close();
  }
}

async function assertLatest(deps: SyncDeps, options: SourceOptions, observedAt: Date): Promise<void> {
  if (observedAt.getTime() > deps.clock.now().getTime()) {
    throw new ImportImpossibleError(
      `the files are of ${observedAt.toISOString()}, which is still to come: give the right time with --observed-at, or set the clock of the machine that fetched them`,
    );
  }
  const { lastSyncedAt } = await stateOf(deps.repo, options);
  if (lastSyncedAt !== null && lastSyncedAt.getTime() > observedAt.getTime()) {
    throw new ImportImpossibleError(
      `the files are of ${observedAt.toISOString()}, and what is stored of ${options.name} is of ${lastSyncedAt.toISOString()}: import newer ones, or give the right time with --observed-at`,
    );
  }
}
