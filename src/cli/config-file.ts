/** Reads a configuration file, or ends the command with everything that is wrong with it. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Config, formatProblems, parseConfig } from '../config.js';
import { type CliDeps, CommandFailure } from './deps.js';

/** The file that the command names, or the environment; null when neither does. */
export function configFileOf({ config }: { readonly config?: string | undefined }, { env }: CliDeps): string | null {
  return (config ?? env.LICENSE_GATEWAY_CONFIG) || null;
}

export function loadConfig(file: string, deps: CliDeps): Config {
  const full = resolve(deps.cwd, file);
  return configOf(readText(full), dirname(full), file, deps);
}

/** `name` is what the problems are listed under. */
export function configOf(text: string, baseDir: string, name: string, deps: CliDeps): Config {
  const result = parseConfig(text, deps.env, deps.sources, { baseDir });
  if (!result.ok) throw new CommandFailure(2, formatProblems(result.problems, name));
  return result.config;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unreadable';
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : String(code);
    throw new CommandFailure(2, `${file} cannot be read: ${why}`);
  }
}
