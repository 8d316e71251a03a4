/** A command run by a test as its process: what it writes is kept, and what the test does not give it is not there. */
import type { CliDeps } from '../../src/cli/deps.js';
import { runCli } from '../../src/cli/run.js';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCommand(
  args: readonly string[],
  given: Partial<CliDeps> & Pick<CliDeps, 'cwd'>,
): Promise<Ran> {
  const out = { stdout: '', stderr: '' };
  const deps: CliDeps = {
    version: '1.2.3',
    env: {},
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    createApp: () => Promise.reject(new Error('no gateway is started here')),
    sources: [],
    emulators: [],
    subgraphSdl: () => '',
    untilStopped: async () => {},
    onReloadRequest: () => {},
    ...given,
  };
  return { code: await runCli(args, deps), ...out };
}
