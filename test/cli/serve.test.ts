import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/command.js';

it('waits for the end of what runs only so long, and says that it did not', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'serve-'));
  await writeFile(join(dir, 'gateway.yaml'), 'sources: []');
  const { code, stderr } = await runCommand(['start', '--config', 'gateway.yaml'], {
    cwd: dir,
    createApp: async () => ({
      url: 'http://gw:1',
      refresh: async () => {},
      reload: async () => {},
      close: () => new Promise(() => {}),
    }),
    longestStopMs: 1,
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/stopping: .*\nstopped without waiting any longer: something that was running did not end\n$/);
  await rm(dir, { recursive: true });
});
