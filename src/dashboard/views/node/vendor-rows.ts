/** What a vendor sent, as rows of a table: the path to each value, and the value exactly as it came. */

export interface VendorRow {
  readonly path: string;
  readonly value: string;
}

/** Objects and lists are opened; what is empty is told as such. */
export function vendorRows(fields: Readonly<Record<string, unknown>>): readonly VendorRow[] {
  return Object.entries(fields).flatMap(([name, value]) => rowsOf(name, value));
}

export interface ChangedRow {
  readonly path: string;
  /** Null where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly isChanged: boolean;
}

/** What something was like before and after, value by value. Where one of the two is not known, nothing counts as changed. */
export function changedRows(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): readonly ChangedRow[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((path) => {
    const row = { path, before: was.get(path) ?? null, after: is.get(path) ?? null };
    return { ...row, isChanged: before !== null && after !== null && row.before !== row.after };
  });
}

function valuesOf(fields: Readonly<Record<string, unknown>> | null): ReadonlyMap<string, string> {
  return new Map(vendorRows(fields ?? {}).map(({ path, value }) => [path, value]));
}

function rowsOf(path: string, value: unknown): readonly VendorRow[] {
  if (typeof value !== 'object' || value === null) return [{ path, value: textOf(value) }];
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((each, index) => [`[${index}]`, each])
    : Object.entries(value).map(([name, each]) => [`.${name}`, each]);
  if (entries.length === 0) return [{ path, value: Array.isArray(value) ? 'an empty list' : 'nothing in it' }];
  // A list of plain values reads best on one line.
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)) {
    return [{ path, value: value.map(textOf).join(', ') }];
  }
  return entries.flatMap(([name, each]) => rowsOf(`${path}${name}`, each));
}

function textOf(value: unknown): string {
  return value === '' ? '""' : String(value);
}
