import { expect, it } from 'vitest';
import { done } from '../../../src/domain/commands.js';
import type { GraphqlContext } from '../../../src/graphql/context.js';
import { mutation } from '../../../src/graphql/mutations/frame.js';

/** A change that notes how far it got, asked for by somebody who may go away. */
function change() {
  const steps: string[] = [];
  const waiting = new AbortController();
  const context = {
    viewer: { name: 'ops', role: 'ADMIN', sources: null },
    signal: waiting.signal,
    isSource: () => true,
    audit: {
      record: async () => void steps.push('recorded'),
      open: async () => {
        steps.push('opened');
        return { settle: async () => void steps.push('settled') };
      },
    },
    readNow: async (read: (reader: unknown) => unknown) => read({}),
  } as unknown as GraphqlContext;
  const ask = (leaveWhilePreparing: boolean) =>
    mutation<{ readonly id: string }, null, object>({
      action: 'refreshSource',
      role: 'ADMIN',
      subjectId: ({ id }) => id,
      async prepare() {
        steps.push('prepared');
        if (leaveWhilePreparing) waiting.abort();
        return {
          source: 'splunk',
          before: null,
          isLocal: true,
          async perform() {
            steps.push('performed');
            return done(null);
          },
          answer: async () => ({ payload: {}, after: null }),
        };
      },
    })(null, { input: { id: 'Source:splunk' } }, context);
  return { steps, waiting, ask };
}

it('a change that nobody waits for is not looked into', async () => {
  const { steps, waiting, ask } = change();
  waiting.abort();
  await expect(ask(false)).rejects.toMatchObject({ extensions: { code: 'ABANDONED' } });
  expect(steps).toEqual([]);
});

it('a change whose caller leaves while it is checked is not begun', async () => {
  const { steps, ask } = change();
  await expect(ask(true)).rejects.toMatchObject({ extensions: { code: 'ABANDONED' } });
  expect(steps).toEqual(['prepared']);
});

it('a change that somebody waits for is carried out', async () => {
  const { steps, ask } = change();
  expect(await ask(false)).toEqual({ errors: [] });
  expect(steps).toEqual(['prepared', 'opened', 'performed', 'settled']);
});
