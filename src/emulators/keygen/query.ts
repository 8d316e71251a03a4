/** A query string as the vendor reads it: flat names and one level of brackets, e.g. `page[size]` and `metadata[k]`. */

export interface Query {
  get(name: string): string | undefined;
  has(name: string): boolean;
  /** `name[a]=1&name[b]=2` as a map of a and b; undefined when there is no such name with brackets. */
  nested(name: string): ReadonlyMap<string, string> | undefined;
  /** The query of a link to another page: this one without credentials, with `page` replaced. */
  withPage(page: Readonly<Record<string, string>>): string;
}

const CREDENTIALS = new Set(['token', 'auth']);

export function parseQuery(text: string): Query {
  const values = new URLSearchParams(text);
  return {
    get: (name) => values.get(name) ?? undefined,
    has: (name) => values.has(name),
    nested(name) {
      const found = new Map<string, string>();
      for (const [key, value] of values) {
        if (key.startsWith(`${name}[`) && key.endsWith(']')) found.set(key.slice(name.length + 1, -1), value);
      }
      return found.size === 0 ? undefined : found;
    },
    withPage(page) {
      const kept = [...values].filter(([key]) => !CREDENTIALS.has(key) && key !== 'page' && !key.startsWith('page['));
      const paged = Object.entries(page).map(([key, value]): [string, string] => [`page[${key}]`, value]);
      // The vendor's framework writes the names of a query in alphabetical order.
      const all = [...kept, ...paged].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      return new URLSearchParams(all).toString();
    },
  };
}
