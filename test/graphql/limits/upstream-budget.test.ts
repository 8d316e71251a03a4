import { expect, it } from 'vitest';
import { NotBegunError } from '../../../src/domain/commands.js';
import { pendingState } from '../../../src/domain/source-state.js';
import type { Commands } from '../../../src/graphql/context.js';
import { withUpstreamBudget } from '../../../src/graphql/limits/upstream-budget.js';

function recorder() {
  const asked: string[] = [];
  const note = (what: string) => async () => {
    asked.push(what);
    return pendingState('splunk', 'splunk');
  };
  const commands: Commands = {
    acknowledge: async () => {
      asked.push('acknowledge');
      return null;
    },
    readAfresh: note('read'),
    readLicenses: note('licenses'),
    perform: async <T>() => {
      asked.push('change');
      return undefined as T;
    },
  };
  return { commands, asked };
}

it('lets an operation ask for so many changes, reads and licenses together, and for none more', async () => {
  const { commands, asked } = recorder();
  const budgeted = withUpstreamBudget(commands, 4);
  await budgeted.perform('splunk', async () => null);
  await budgeted.readLicenses('splunk', ['a', 'b']);
  await budgeted.readAfresh('splunk');
  for (const more of [
    budgeted.perform('splunk', async () => null),
    budgeted.readLicenses('splunk', ['a']),
    budgeted.readAfresh('splunk'),
  ]) {
    await expect(more).rejects.toThrow(NotBegunError);
  }
  expect(asked).toEqual(['change', 'licenses', 'read']);
});

it('counts what no vendor is asked for not at all', async () => {
  const { commands, asked } = recorder();
  await withUpstreamBudget(commands, 0).acknowledge('splunk', 'Message:splunk:a', 'ops');
  expect(asked).toEqual(['acknowledge']);
});

it('leaves what is still within when something larger was not', async () => {
  const { commands } = recorder();
  const budgeted = withUpstreamBudget(commands, 2);
  await expect(budgeted.readLicenses('splunk', ['a', 'b', 'c'])).rejects.toThrow('2 things');
  await expect(budgeted.readLicenses('splunk', ['a', 'b'])).resolves.toBeDefined();
});
