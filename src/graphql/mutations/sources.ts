/** Reading a source again because somebody wants it now. */
import { done } from '../../domain/commands.js';
import type { MutationError } from '../../domain/mutation-error.js';
import type { RefreshSourceInput } from '../generated/resolvers.js';
import type { SourceView } from '../reader.js';
import { mutation } from './frame.js';
import { createRefusals } from './refusals.js';

interface RefreshPayload {
  readonly source: SourceView;
  readonly errors: MutationError[];
}

export const refreshSource = mutation<RefreshSourceInput, null, RefreshPayload>({
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
        await commands.readAfresh(before.name);
        return done(null);
      },
      async answer(_value, now) {
        const source = now.source(before.name);
        return source && { payload: { source, errors: failureOf(source) }, after: source };
      },
    };
  },
});

/** It was tried, and the source says how it went: why it could not be read is told as a refusal, too. */
function failureOf({ status, lastError }: SourceView): MutationError[] {
  if (status === 'OK' || status === 'PENDING') return [];
  const isRefused = status === 'AUTH_FAILED' || status === 'FORBIDDEN' || status === 'UNSUPPORTED';
  const code = isRefused ? 'UPSTREAM_REJECTED' : 'UPSTREAM_UNAVAILABLE';
  return [{ code, message: lastError?.message ?? status, path: null }];
}
