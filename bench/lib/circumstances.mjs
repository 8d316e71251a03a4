/** Under which circumstances figures came about: the machine, the commit, and the versions of what was measured. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { canPin } from './process.mjs';

const bench = new URL('../', import.meta.url);

export function circumstances() {
  return {
    at: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD'),
    isChanged: git('status', '--porcelain', '--untracked-files=no') !== '',
    node: process.version,
    cpu: `${cpus().length} x ${cpus()[0]?.model.trim()}`,
    isPinned: canPin,
    versions: versions(),
  };
}

/** Of the peers that are installed. */
export function versions() {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', bench), 'utf8'));
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, versionOf(name)]));
}

function versionOf(name) {
  try {
    return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, bench), 'utf8')).version;
  } catch {
    return null;
  }
}

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: bench, encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
