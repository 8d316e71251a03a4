/** Filters that several tables have. */
import type { QuotaState } from '../../generated/graphql.js';
import { words } from '../format.js';
import type { Filter } from './spec.js';

/** Constants of the API as choices. */
export function options(values: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return values.map((value) => ({ value, label: words(value) }));
}

export const search: Filter = { kind: 'search', field: 'search' };
export const sources: Filter = { kind: 'sources', field: 'sources' };
export const kinds = {
  kind: 'choices',
  field: 'kinds',
  label: 'Vendor',
  options: [
    { value: 'splunk', label: 'Splunk' },
    { value: 'enterprise-recon', label: 'Enterprise Recon' },
    { value: 'keygen', label: 'Keygen' },
  ],
} as const satisfies Filter;

/** For what more than one vendor has. */
export const commonFilters: readonly Filter[] = [search, sources, kinds];

const STATES: readonly QuotaState[] = ['UNLIMITED', 'OK', 'UNKNOWN', 'WARNING', 'CRITICAL', 'EXCEEDED'];
export const quotaStates = options(STATES);
