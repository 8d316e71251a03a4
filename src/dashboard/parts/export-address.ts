/** Where a connection is exported with the filter and the order that a table shows. */

export type ExportName = 'licenses' | 'pools' | 'peers' | 'targets' | 'data-usages' | 'messages' | 'quotas' | 'usage';

export interface ExportChoice {
  readonly name: ExportName;
  /** As the connection's field takes it; of `usage` also quotaId, from, to and resolution. */
  readonly filter?: Readonly<Record<string, unknown>> | null | undefined;
  readonly orderBy?: { readonly field: string; readonly direction?: 'ASC' | 'DESC' } | null | undefined;
}

export function exportAddress({ name, filter, orderBy }: ExportChoice): string {
  const params = new URLSearchParams();
  for (const [field, value] of Object.entries(filter ?? {})) {
    // Repeated, since a word may hold a comma.
    for (const one of [value].flat())
      if (one !== null && one !== undefined && one !== '') params.append(field, String(one));
  }
  if (orderBy != null) params.set('order', `${orderBy.field}.${orderBy.direction ?? 'ASC'}`);
  const query = params.toString();
  return `/export/${name}.csv${query === '' ? '' : `?${query}`}`;
}
