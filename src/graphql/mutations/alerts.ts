/** Trying a channel that alerts are sent to. */
import { done } from '../../domain/commands.js';
import type { MutationError } from '../../domain/mutation-error.js';
import { NO_SOURCE } from '../../store/collections.js';
import type { Sent } from '../context.js';
import type { TestAlertInput } from '../generated/resolvers.js';
import { mutation } from './frame.js';

export const testAlert = mutation<TestAlertInput, Sent, { readonly delivered: boolean }>({
  action: 'testAlert',
  role: 'OPERATOR',
  subjectId: () => null,
  async prepare({ channel }, { alerts, viewer, signal }) {
    const known = alerts.channels();
    if (!known.includes(channel)) return { errors: [unknownChannel(known)] };
    return {
      source: NO_SOURCE,
      before: null,
      isLocal: true,
      perform: async () => done(await alerts.test(channel, viewer.name, signal)),
      async answer(sent) {
        return { payload: { delivered: sent.taken }, after: null, failure: failureOf(sent) };
      },
    };
  },
});

function unknownChannel(known: readonly string[]): MutationError {
  const there = known.length === 0 ? 'none is configured' : `there are ${known.join(', ')}`;
  return { code: 'INVALID_INPUT', message: `there is no channel of this name; ${there}`, path: ['channel'] };
}

function failureOf(sent: Sent): MutationError | null {
  if (sent.taken) return null;
  const code = sent.reason === 'UNREACHABLE' ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_REJECTED';
  return { code, message: `the channel did not take the event: ${sent.message}`, path: null };
}
