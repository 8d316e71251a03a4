import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CliDeps } from '../../src/cli/deps.js';
import { runCli } from '../../src/cli/run.js';

it('waits for the end of what runs only so long, and says that it did not', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'serve-'));
  await writeFile(join(dir, 'gateway.yaml'), 'sources: []');
  let stderr = '';
  const deps: CliDeps = {
    version: '1.2.3',
    env: {},
    cwd: dir,
    stdout: () => {},
    stderr: (text) => {
      stderr += text;
    },
    createApp: async () => ({
      url: 'http://gw:1',
      refresh: async () => {},
      reload: async () => {},
      close: () => new Promise(() => {}),
    }),
    sources: [],
    emulators: [],
    subgraphSdl: () => '',
    untilStopped: async () => {},
    longestStopMs: 1,
    onReloadRequest: () => {},
  };
  expect(await runCli(['start', '--config', 'gateway.yaml'], deps)).toBe(1);
  expect(stderr).toMatch(/stopping: .*\nstopped without waiting any longer: something that was running did not end\n$/);
  await rm(dir, { recursive: true });
});
