/** Reading a source again because somebody wants it now. */
import { done } from '../../domain/commands.js';
import type { MutationError } from '../../domain/mutation-error.js';
import type { RefreshSourceInput } from '../generated/resolvers.js';
import type { SourceView } from '../source-view.js';
import { readAgain } from './carry-out.js';
import { mutation } from './frame.js';
import { createRefusals } from './refusals.js';

export const refreshSource = mutation<RefreshSourceInput, null, { readonly source: SourceView }>({
  action: 'refreshSource',
  role: 'OPERATOR',
  subjectId: ({ sourceId }) => sourceId,
  async prepare({ sourceId }, { reader, commands }) {
    const refusals = createRefusals();
    const wanted = { id: sourceId, concept: 'Source', field: 'sourceId', action: 'refreshSource' } as const;
    const before = await refusals.find<SourceView>(reader, wanted);
    if (before === null) return refusals;
    return {
      source: before.name,
      before,
      isLocal: true,
      async perform() {
        await readAgain(before.name, { commands });
        return done(null);
      },
      async answer(_value, now) {
        const source = now.source(before.name);
        return source && { payload: { source }, after: source, failure: failureOf(source) };
      },
    };
  },
});

/** It was tried, and the source says how it went: why it could not be read is told as a refusal, too. */
function failureOf({ status, lastError }: SourceView): MutationError | null {
  if (status === 'OK' || status === 'PENDING') return null;
  const isRefused = status === 'AUTH_FAILED' || status === 'FORBIDDEN' || status === 'UNSUPPORTED';
  const code = isRefused ? 'UPSTREAM_REJECTED' : 'UPSTREAM_UNAVAILABLE';
  return { code, message: lastError?.message ?? status, path: null };
}
