import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Node gives everybody the CommonJS build; without this, tests would see a second graphql beside it.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes to hours: `npm run soak` runs them.
    exclude: process.env.SOAK === undefined ? ['test/soak/**'] : [],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // No file leaves anything behind in its modules, and loading them anew for each takes a quarter of the time.
    isolate: false,
    // The default leaves a core idle, which on two cores is half of them.
    maxWorkers: '100%',
    env: { TMPDIR: inMemory('/dev/shm') ?? tmpdir() },
  },
});

/** Stores wait for the disk at every write, and no test pulls the plug: where memory has room for them, that is waited for no more. */
function inMemory(directory: string): string | null {
  try {
    accessSync(directory, constants.W_OK);
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize > 4 * 1024 ** 3 ? directory : null;
  } catch {
    return null;
  }
}
