/** `import`: stores what an operator fetched from a vendor that the gateway itself may not reach. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SourceFailure } from '../domain/failure.js';
import { systemClock } from '../domain/ports.js';
import { createLogger } from '../http/logger.js';
import { type ImportFile, ImportRefusedError } from '../sources/offline.js';
import type { SourceModule, SourceOptions } from '../sources/source.js';
import { openRepo } from '../store/index.js';
import { StoreUnavailableError } from '../store/repo.js';
import { ImportImpossibleError, type ImportOutcome, importSource } from '../sync/import-source.js';
import { configFileOf, loadConfig } from './config-file.js';
import { type CliDeps, CommandFailure } from './deps.js';

export interface ImportOptions {
  readonly config?: string;
  readonly observedAt?: string;
}

export async function importFiles(
  name: string,
  paths: readonly string[],
  given: ImportOptions,
  deps: CliDeps,
): Promise<void> {
  const file = configFileOf(given, deps);
  if (file === null) {
    throw new CommandFailure(2, 'import needs the configuration that names the source: give it with --config');
  }
  const observedAt = momentOf(given.observedAt);
  const config = loadConfig(file, deps);
  const options = config.sources.find((source) => source.name === name);
  const module = deps.sources.find(({ kind }) => kind === options?.kind);
  if (options === undefined || module === undefined) {
    const known = config.sources.filter(({ isImported }) => isImported).map((source) => source.name);
    throw new CommandFailure(2, `${file} has no source "${name}"; imported are ${known.join(', ') || 'none'}`);
  }
  if (options.isImported !== true) {
    throw new CommandFailure(
      2,
      `the gateway reads ${name} itself; give the source "import: true" in ${file} to import it`,
    );
  }
  const read = readAll(paths, deps);
  const outcome = await orFailure(name, async () => {
    const repo = await openRepo(config.store);
    try {
      const logger = createLogger('error', { write: deps.stderr });
      return await importSource(
        { repo, policy: config.quota, clock: systemClock, logger },
        { options, module, files: read.files, observedAt, fallbackObservedAt: read.oldest },
      );
    } finally {
      await repo.close();
    }
  });
  deps.stdout(told(options, module, outcome));
}

function momentOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  // Without an offset it would be another moment on another machine.
  const isMoment =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isMoment) {
    throw new CommandFailure(2, `--observed-at: "${text}" is no time with its offset, such as 2026-03-01T12:00:00Z`);
  }
  return new Date(text);
}

function readAll(paths: readonly string[], deps: CliDeps): { files: ImportFile[]; oldest: Date } {
  const problems: string[] = [];
  const times: number[] = [];
  const files = paths.flatMap((path) => {
    const full = resolve(deps.cwd, path);
    try {
      times.push(statSync(full).mtimeMs);
      return [{ name: path, text: textOf(readFileSync(full)) }];
    } catch (error) {
      problems.push(`${path} cannot be read: ${error instanceof Error && 'code' in error ? error.code : 'unreadable'}`);
      return [];
    }
  });
  if (problems.length > 0) throw new CommandFailure(2, problems.join('\n'));
  return { files, oldest: new Date(Math.floor(Math.min(...times))) };
}

/** PowerShell writes what a command answers as UTF-16. */
function textOf(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

async function orFailure(name: string, work: () => Promise<ImportOutcome>): Promise<ImportOutcome> {
  try {
    return await work();
  } catch (error) {
    const nothing = `nothing of ${name} was changed`;
    if (error instanceof ImportRefusedError) throw new CommandFailure(2, `${error.message}\n${nothing}`);
    if (error instanceof SourceFailure || error instanceof ImportImpossibleError) {
      throw new CommandFailure(1, `${error.message}\n${nothing}`);
    }
    if (!(error instanceof StoreUnavailableError)) throw error;
    throw new CommandFailure(
      1,
      `${error.message}\n${nothing}; with the embedded store, import while the gateway is stopped, or keep the data in MongoDB (store.mongodb)`,
    );
  }
}

function told(
  options: SourceOptions,
  module: SourceModule,
  { state, observedAt, taken, missing }: ImportOutcome,
): string {
  const count = state.tally.total.licenses ?? 0;
  const lines = [
    ...taken.map(({ file, as }) => `  ${file}: ${as}`),
    ...missing.map((part) => `  missing: ${part}`),
    `${options.name} (${module.kind}) is as the vendor said at ${observedAt.toISOString()}: ${count === 1 ? '1 license' : `${count} licenses`}.`,
  ];
  return `${lines.join('\n')}\n`;
}
