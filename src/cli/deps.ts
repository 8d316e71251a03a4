/** What the commands need from the process around them, so that a test can be that process. */
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { EmulatorModule } from '../emulators/emulator.js';
import type { SourceModule } from '../sources/source.js';
import type { Repo } from '../store/repo.js';

export interface CliDeps {
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths of the command line start. Absolute. */
  readonly cwd: string;
  /** Each writes one text to standard output or standard error, as it is. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly createApp: CreateApp;
  readonly sources: readonly SourceModule[];
  readonly emulators: readonly EmulatorModule[];
  readonly subgraphSdl: () => string;
  /** Resolves when the process is asked to stop. From the first call on, a second request kills it. */
  readonly untilStopped: () => Promise<void>;
  /** How long the end of a gateway may take before it is ended all the same; default one minute. */
  readonly longestStopMs?: number;
  /** Calls the listener whenever the process is asked to read its configuration again. */
  readonly onReloadRequest: (listener: () => void) => void;
}

export type CreateApp = (
  config: Config,
  overrides: {
    readonly logger: Logger;
    readonly onProgress: (line: string) => void;
    /** In place of the store that the configuration names; closed with the app, or when it cannot start. */
    readonly repo?: Repo;
    /** Ends the waiting for a store that is away; it rejects then. */
    readonly signal?: AbortSignal;
  },
) => Promise<RunningApp>;

export interface RunningApp {
  readonly url: string;
  /** Reads one source now, or joins the read under way; resolves when what it said is stored. */
  refresh(source: string): Promise<void>;
  /** Goes on by what of this configuration can be taken over at once; resolves when what it replaces has ended. */
  reload(config: Config): Promise<void>;
  close(): Promise<void>;
}

/** Ends a command: its message goes to standard error, without a stack. 2: the user's input is wrong; 1: anything else. */
export class CommandFailure extends Error {
  readonly exitCode: 1 | 2;

  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}
