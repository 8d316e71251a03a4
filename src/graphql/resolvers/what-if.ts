/** What-ifs: everything of one source, as this operation sees it, handed to the pure function that answers. */
import type { Group, License, Pool, Stack } from '../../domain/entities.js';
import type { Notice, Quota } from '../../domain/evaluated.js';
import { parseGlobalId } from '../../domain/ids.js';
import { type WhatIfChanges, type WhatIfFacts, whatIf } from '../../quota/what-if.js';
import type { Doc } from '../../store/repo.js';
import { queryTooComplex } from '../errors.js';
import type { QueryResolvers, WhatIfInput } from '../generated/resolvers.js';
import type { Reader, SourceView } from '../reader.js';

/** Licenses and quotas of a source together: reading and evaluating more holds up everybody else for seconds. */
export const MOST_FACTS = 50_000;

export const whatIfQuery: NonNullable<QueryResolvers['whatIf']> = async (_root, { input }, { reader, policy, now }) => {
  const source = sourceOf(reader, input.sourceId);
  if (source === null) {
    const message = 'there is no source of this id';
    return { quotas: [], messages: [], errors: [{ code: 'SOURCE_NOT_FOUND', message, path: ['sourceId'] }] };
  }
  const { quotas, messages, errors } = whatIf(await factsOf(reader, source), changesOf(input), policy, now);
  return { quotas: [...quotas], messages: messages.map(messageOf), errors: [...errors] };
};

function sourceOf(reader: Reader, id: string): SourceView | null {
  const parsed = parseGlobalId(id);
  return parsed?.concept === 'Source' ? reader.source(parsed.source) : null;
}

async function factsOf(reader: Reader, { name, tally, timeZone, lastSyncedAt }: SourceView): Promise<WhatIfFacts> {
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

function changesOf({ at, pools, addLicenses, removeLicenseIds }: WhatIfInput): WhatIfChanges {
  return {
    at: at ?? null,
    pools: pools ?? [],
    newPools: [],
    addLicenses: (addLicenses ?? []).map((license) => ({ ...license, expiresAt: license.expiresAt ?? null })),
    removeLicenseIds: removeLicenseIds ?? [],
  };
}

function messageOf({ category, severity, description, about }: Notice) {
  return { category, severity, description, subjectId: about.subjectId ?? null };
}
