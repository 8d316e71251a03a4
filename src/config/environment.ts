/** What the environment brings into a configuration: `${NAME}` in its texts, and the variables that override it. */
import { isMapping, type Mapping } from './mapping.js';
import type { Problems } from './problems.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const OVERRIDES: readonly { readonly variable: string; readonly path: readonly [string, string] }[] = [
  { variable: 'HOST', path: ['server', 'host'] },
  { variable: 'PORT', path: ['server', 'port'] },
  { variable: 'MONGODB_URI', path: ['store', 'mongodb'] },
  { variable: 'DATA_DIR', path: ['store', 'dataDir'] },
  { variable: 'LOG_LEVEL', path: ['log', 'level'] },
];

/**
 * The value with every `${NAME}` in its texts replaced; `$${` stands for `${` itself. Done on the parsed values, so that
 * a secret may hold any character. A missing variable is a problem, and the text that needs it is not judged further.
 */
export function substitute(value: unknown, env: Environment, problems: Problems, path: PropertyKey[] = []): unknown {
  if (typeof value === 'string') return substituteText(value, env, problems, path);
  if (Array.isArray(value)) return value.map((item, index) => substitute(item, env, problems, [...path, index]));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, substitute(item, env, problems, [...path, key])]),
  );
}

/** The mapping with HOST, PORT, MONGODB_URI, DATA_DIR and LOG_LEVEL put in; an empty variable counts as not set. */
export function override(root: Mapping, env: Environment, problems: Problems): Mapping {
  const result: Record<string, unknown> = { ...root };
  for (const { variable, path } of OVERRIDES) {
    const text = env[variable];
    const section = result[path[0]] ?? {};
    if (text === undefined || text === '' || !isMapping(section)) continue;
    result[path[0]] = { ...section, [path[1]]: text };
    problems.nameAfter(path, `environment variable ${variable}`);
  }
  return result;
}

function substituteText(text: string, env: Environment, problems: Problems, path: PropertyKey[]): string {
  return text.replace(/\$\$\{|\$\{([^}]*)(\}?)/g, (whole, name: string | undefined, closing: string) => {
    if (name === undefined) return '${';
    if (closing === '' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      problems.addUnjudged(
        path,
        `has a \${…} that names no environment variable; write $\${ for the characters themselves`,
      );
      return whole;
    }
    const value = env[name];
    if (value !== undefined) return value;
    problems.addUnjudged(path, `needs the environment variable ${name}, which is not set`);
    return whole;
  });
}
