/** Builds `dist/` once before the tests: some of them start the product as a process of its own. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export default function build(): void {
  const root = resolve(import.meta.dirname, '../..');
  // Type errors do not stop it: they are told by `npm run types`, and what does not depend on them can still be tested.
  spawnSync(process.execPath, [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
