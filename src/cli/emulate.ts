/** `emulate`: one vendor's license server, emulated, for those who have none at hand. */
import type { EmulatorModule, RunningEmulator } from '../emulators/emulator.js';
import { type CliDeps, CommandFailure } from './deps.js';
import { failureText } from './failure-text.js';

export interface EmulateOptions {
  readonly port?: string | undefined;
  readonly scenario?: string | undefined;
  readonly tls?: boolean | undefined;
}

const HOST = '127.0.0.1';

export async function emulate(kind: string, options: EmulateOptions, deps: CliDeps): Promise<void> {
  const { module, port } = checked(kind, options, deps.emulators);
  const scenario = options.scenario ?? module.scenarios[0];
  const stopped = deps.untilStopped();
  const emulator = await started(module, port, scenario, options.tls === true);
  const lines = [
    `${kind} emulator on ${emulator.url}`,
    `  scenario     ${scenario ?? 'the only one'} (of ${module.scenarios.join(', ')})`,
    `  credentials  ${module.credentials}`,
    ...(emulator.fingerprint256 === null ? [] : [`  certificate  self-signed, SHA-256 ${emulator.fingerprint256}`]),
    'Stop with Ctrl-C.',
  ];
  deps.stdout(`${lines.join('\n')}\n`);
  await stopped;
  await emulator.close();
}

/** Every problem of the arguments at once. */
function checked(kind: string, options: EmulateOptions, emulators: readonly EmulatorModule[]) {
  const problems: string[] = [];
  const module = emulators.find((each) => each.kind === kind);
  if (module === undefined) {
    problems.push(`"${kind}" cannot be emulated; known are ${emulators.map((each) => each.kind).join(', ')}`);
  } else if (options.scenario !== undefined && !module.scenarios.includes(options.scenario)) {
    problems.push(`--scenario: ${kind} has no "${options.scenario}"; it has ${module.scenarios.join(', ')}`);
  }
  const port = options.port === undefined ? module?.defaultPort : portOf(options.port);
  if (port === null) problems.push('--port: must be a whole number from 0 (any free port) to 65535');
  if (problems.length > 0 || module === undefined || port === undefined || port === null) {
    throw new CommandFailure(2, problems.join('\n'));
  }
  return { module, port };
}

function portOf(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

async function started(
  module: EmulatorModule,
  port: number,
  scenario: string | undefined,
  tls: boolean,
): Promise<RunningEmulator> {
  try {
    return await module.start({ host: HOST, port, tls, ...(scenario === undefined ? {} : { scenario }) });
  } catch (error) {
    const why = isTaken(error)
      ? `port ${port} on ${HOST} is taken by another program; choose another with --port`
      : failureText(error, {
          server: { host: HOST, port, tls: null, trustProxy: false, cors: [], dashboard: false },
          dataDir: '',
        });
    throw new CommandFailure(1, `the ${module.kind} emulator cannot start: ${why}`);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
