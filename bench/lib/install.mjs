/** The peers, installed when a case needs them and they are missing or others than the lock file names. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bench = new URL('../', import.meta.url);

export function ensureInstalled(say) {
  if (isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))) return;
  say('installing the peers (npm ci in bench/)');
  // Without install scripts: none of the peers needs one.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: fileURLToPath(bench),
    stdio: 'inherit',
  });
}

/** `lock` is package-lock.json, `found` the like that npm leaves in node_modules; null without one. Optional packages may be for elsewhere. */
export function isInstalled(lock, found) {
  return Object.entries(lock.packages).every(
    ([path, { version, optional }]) => path === '' || optional === true || found?.packages[path]?.version === version,
  );
}

function read(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, bench), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
