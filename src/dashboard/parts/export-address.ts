/** Where a connection is exported with the filter and the order that a table shows. */

/** By the API's name of the connection; `usage` is that of quotas. */
const NAMES = {
  licenses: 'licenses',
  pools: 'pools',
  peers: 'peers',
  targets: 'targets',
  dataUsages: 'data-usages',
  messages: 'messages',
  quotas: 'quotas',
  usage: 'usage',
} as const;

export type Exported = keyof typeof NAMES;

export interface ExportChoice {
  readonly connection: Exported;
  /** As the connection's field takes it; of `usage` also quotaId, from, to and resolution. */
  readonly filter?: Readonly<Record<string, unknown>> | null | undefined;
  readonly orderBy?: { readonly field: string; readonly direction?: 'ASC' | 'DESC' } | null | undefined;
}

/** Not every connection is. */
export function isExported(connection: string): connection is Exported {
  return Object.hasOwn(NAMES, connection);
}

export function exportAddress({ connection, filter, orderBy }: ExportChoice): string {
  const params = new URLSearchParams();
  for (const [field, value] of Object.entries(filter ?? {})) {
    for (const one of [value].flat())
      if (one !== null && one !== undefined && one !== '') params.append(field, String(one));
  }
  if (orderBy != null) params.set('order', `${orderBy.field}.${orderBy.direction ?? 'ASC'}`);
  const query = params.toString();
  return `/export/${NAMES[connection]}.csv${query === '' ? '' : `?${query}`}`;
}
