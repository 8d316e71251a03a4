/** Files that a configuration names: certificates and keys, read once, relative to the configuration's own folder. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problems } from './problems.js';

export interface ConfigFiles {
  /** Absolute. Relative paths of the configuration start here. */
  readonly baseDir: string;
  readonly readFile: (path: string) => string;
}

export function configFiles(given: Partial<ConfigFiles> = {}): ConfigFiles {
  return {
    baseDir: resolve(given.baseDir ?? '.'),
    readFile: given.readFile ?? ((path) => readFileSync(path, 'utf8')),
  };
}

/** The file's text; undefined with a problem added when it cannot be read. */
export function readNamedFile(
  files: ConfigFiles,
  name: string | undefined,
  path: readonly PropertyKey[],
  problems: Problems,
): string | undefined {
  if (name === undefined) return undefined;
  const full = resolve(files.baseDir, name);
  try {
    return files.readFile(full);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    problems.add(path, `names ${full}, which cannot be read (${code}); paths start at ${files.baseDir}`);
    return undefined;
  }
}
