/** Rows in the vendor's listing order (created, then id) with secondary indexes, so that a page never sorts or scans. */

export interface Row {
  readonly id: string;
  readonly created: Date;
}

export interface Table<T extends Row, I extends string> {
  readonly size: number;
  get(id: string): T | undefined;
  /** Oldest first. */
  all(): readonly T[];
  /** The rows that the index files under `key`, oldest first. */
  by(index: I, key: string): readonly T[];
  /** Whether the index files this row under `key`. */
  holds(index: I, key: string, row: T): boolean;
  /** Throws when the id is taken. */
  insert(row: T): T;
  /** Changes a row in place and files it anew; undefined when there is no such row. */
  update(id: string, changes: Partial<Omit<T, 'id' | 'created'>>): T | undefined;
  remove(id: string): T | undefined;
}

export function createTable<T extends Row, I extends string = never>(
  indexes: Readonly<Record<I, (row: T) => readonly string[]>>,
): Table<T, I> {
  const byId = new Map<string, T>();
  const ordered: T[] = [];
  const files = new Map<I, Map<string, T[]>>();
  const names = Object.keys(indexes) as I[];
  for (const name of names) files.set(name, new Map());

  const file = (row: T): void => {
    for (const name of names) {
      const entries = files.get(name);
      for (const key of indexes[name](row)) {
        const rows = entries?.get(key);
        if (rows === undefined) entries?.set(key, [row]);
        else place(rows, row);
      }
    }
  };
  const unfile = (row: T): void => {
    for (const name of names) {
      const entries = files.get(name);
      for (const key of indexes[name](row)) {
        const rows = entries?.get(key) ?? [];
        displace(rows, row);
        if (rows.length === 0) entries?.delete(key);
      }
    }
  };

  return {
    get size() {
      return ordered.length;
    },
    get: (id) => byId.get(id),
    all: () => ordered,
    by: (index, key) => files.get(index)?.get(key) ?? [],
    holds: (index, key, row) => indexes[index](row).includes(key),
    insert(row) {
      if (byId.has(row.id)) throw new Error(`There is already a row with the id ${row.id}`);
      byId.set(row.id, row);
      place(ordered, row);
      file(row);
      return row;
    },
    update(id, changes) {
      const row = byId.get(id);
      if (row === undefined) return undefined;
      unfile(row);
      Object.assign(row, changes);
      file(row);
      return row;
    },
    remove(id) {
      const row = byId.get(id);
      if (row === undefined) return undefined;
      byId.delete(id);
      displace(ordered, row);
      unfile(row);
      return row;
    },
  };
}

/** Where the row stands, or would stand, among rows that run from oldest to newest. */
export function positionOf<T extends Row>(rows: readonly T[], row: Row): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other !== undefined && compare(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Listing order, oldest first; the id breaks ties. */
export function compare(a: Row, b: Row): number {
  const difference = a.created.getTime() - b.created.getTime();
  if (difference !== 0) return difference;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function place<T extends Row>(rows: T[], row: T): void {
  const last = rows.at(-1);
  if (last === undefined || compare(last, row) < 0) rows.push(row);
  else rows.splice(positionOf(rows, row), 0, row);
}

function displace<T extends Row>(rows: T[], row: T): void {
  const position = positionOf(rows, row);
  if (rows[position] === row) rows.splice(position, 1);
}
