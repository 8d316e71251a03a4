/** The dashboard as it was built: where its files are, and the operations that it asks. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GraphqlOptions } from '../graphql/options.js';
import { bareId } from '../graphql/persisted-operations.js';

/** The same from the sources and from what was built of them. */
export const DASHBOARD = resolve(import.meta.dirname, '../../dist/dashboard');

/** Where only persisted operations run, those of the gateway's own page do, too. */
export function withDashboardOperations(options: GraphqlOptions): GraphqlOptions {
  const { persisted } = options;
  if (persisted === null) return options;
  const own = Object.entries(operations()).map(([id, text]) => [bareId(id), text] as const);
  return { ...options, persisted: { ...persisted, documents: new Map([...own, ...persisted.documents]) } };
}

/** Id → document; none when the dashboard was not built. */
function operations(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(DASHBOARD, 'operations.json'), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
