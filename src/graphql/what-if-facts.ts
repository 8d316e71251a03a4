/** Everything of one source that a what-if takes into account, as this operation sees it. */
import type { Group, License, Pool, Stack } from '../domain/entities.js';
import type { Quota } from '../domain/evaluated.js';
import type { WhatIfFacts } from '../quota/what-if.js';
import type { Doc } from '../store/repo.js';
import { queryTooComplex } from './errors.js';
import type { Reader } from './reader.js';
import type { SourceView } from './source-view.js';

/** Licenses and quotas of a source together: reading and evaluating more holds up everybody else for seconds. */
export const MOST_FACTS = 50_000;

/** Throws QUERY_TOO_COMPLEX for a source that holds more. */
export async function factsOf(
  reader: Reader,
  { name, tally, timeZone, lastSyncedAt }: SourceView,
): Promise<WhatIfFacts> {
  const size = (tally.total.licenses ?? 0) + (tally.total.quotas ?? 0);
  if (size > MOST_FACTS) {
    throw queryTooComplex(
      `${name} has ${size} licenses and quotas, and a what-if takes them all into account: ${MOST_FACTS} are the most`,
    );
  }
  const [licenses, groups, stacks, pools, quotas] = await Promise.all([
    reader.all('License', name) as Promise<readonly (Doc & License)[]>,
    reader.all('Group', name) as Promise<readonly (Doc & Group)[]>,
    reader.all('Stack', name) as Promise<readonly (Doc & Stack)[]>,
    reader.all('Pool', name) as Promise<readonly (Doc & Pool)[]>,
    reader.all('Quota', name) as Promise<readonly (Doc & Quota & { readonly displayName: string })[]>,
  ]);
  // A quota is found by the name of its subject, and so carries it; licenses need not have quotas.
  const names = new Map([
    ...quotas.map((quota): [string, string] => [quota.subjectId, quota.displayName]),
    ...licenses.map((license): [string, string] => [license.id, license.displayName]),
  ]);
  return {
    ...{ licenses, groups, stacks, pools, timeZone },
    meters: quotas.map(({ meter }) => meter),
    observedAt: lastSyncedAt,
    nameOf: (id) => names.get(id) ?? id,
  };
}
