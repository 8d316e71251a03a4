/** What-ifs: everything of one source, as this operation sees it, handed to the pure function that answers. */
import type { Notice } from '../../domain/evaluated.js';
import { parseGlobalId } from '../../domain/ids.js';
import { type WhatIfChanges, whatIf } from '../../quota/what-if.js';
import type { QueryResolvers, WhatIfInput } from '../generated/resolvers.js';
import type { Reader } from '../reader.js';
import type { SourceView } from '../source-view.js';
import { factsOf } from '../what-if-facts.js';

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
