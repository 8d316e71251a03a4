import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

let emulators: TestEmulators;
let gateway: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  gateway = await startGateway(emulators.sources);
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
  await emulators?.close();
});

let unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => {
  unhandled = [];
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
});

it('an argument that cannot be used ends no process, when some things of a list are read and others are not', async () => {
  // Some licenses have a group, which is read; the others have none, and are at their messages at once.
  const query = '{ licenses(first: 500) { nodes { group { id } messages(after: "none") { totalCount } } } }';
  const { errors } = await gateway.ask(query);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});

it.each([
  [
    'a page within a list',
    'query ($n: Int) { pools(first: 500, orderBy: { field: NAME, direction: ASC }) { nodes { license { id } peerUsages(first: $n) { usedBytes } } } }',
    { n: null },
  ],
  [
    'the worst quotas',
    'query ($n: Int) { licenses { totalCount } overview { quotas { worst(first: $n) { id } } } }',
    { n: null },
  ],
  [
    'how fine usage is told',
    'query ($n: UsageResolution) { pools { nodes { license { id } usage(resolution: $n) { peak } } } }',
    { n: null },
  ],
  [
    'whether a field is wanted',
    'query ($v: Boolean = true) { licenses { totalCount } __typename @include(if: $v) }',
    { v: null },
  ],
])(
  'a null for what has a default is refused before anything runs, and ends no process: %s',
  async (_what, query, variables) => {
    const { errors, data } = await gateway.ask(query, variables);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('must not be null'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
    expect((await gateway.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  },
);
