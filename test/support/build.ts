/** Builds `dist/` once before the tests: some of them start the product as a process of its own, some open its dashboard. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export default function build(): void {
  // Type errors do not stop it: they are told by `npm run types`, and what does not depend on them can still be tested.
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
  if (!dashboardIsBuilt()) run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
}

function run(program: string, ...args: string[]): void {
  // What users get: without it, React would be built as it is for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  spawnSync(process.execPath, [resolve(root, 'node_modules', program), ...args], { cwd: root, env, stdio: 'inherit' });
}

/** Whether it was built after everything that it is made of. */
function dashboardIsBuilt(): boolean {
  const built = statSync(resolve(root, 'dist/dashboard/index.html'), { throwIfNoEntry: false });
  if (built === undefined) return false;
  const sources = resolve(root, 'src/dashboard');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((file) => join(sources, file));
  return ['vite.config.ts', 'package-lock.json']
    .map((file) => resolve(root, file))
    .concat(files)
    .every((file) => statSync(file).mtimeMs <= built.mtimeMs);
}
