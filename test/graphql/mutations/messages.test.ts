import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceFailure } from '../../../src/domain/failure.js';
import { sourceModules } from '../../../src/sources/index.js';
import { graphql } from '../../generated/index.js';
import { keys, startGateway, type TestGateway } from '../../support/gateway.js';
import { type StaticSource, staticSource } from '../../support/static-source.js';

let gateway: TestGateway;
let source: StaticSource;
let now = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  source = staticSource('down', {});
  source.says = new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nobody listens there');
  gateway = await startGateway([source.source], {
    clock: { now: () => new Date(now) },
    overrides: { modules: [...sourceModules, source.module] },
  });
  await gateway.refresh();
});
afterEach(() => gateway.close());

const messages = graphql(`
  query ActiveMessages {
    messages(filter: { active: true }) {
      nodes {
        id
        acknowledgedAt
        acknowledgedBy
      }
    }
  }
`);
const acknowledge = graphql(`
  mutation Acknowledge($id: ID!) {
    acknowledgeMessage(input: { messageId: $id }) {
      message {
        id
        active
        acknowledgedAt
        acknowledgedBy
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
const onlyMessage = async () => (await gateway.query(messages)).messages.nodes[0];

describe('acknowledging a message', () => {
  it('notes who has seen it and when, answers it as it then is, and leaves it active', async () => {
    const id = (await onlyMessage())?.id ?? '';
    now += 60_000;
    const { acknowledgeMessage } = await gateway.query(acknowledge, { id }, 'OPERATOR');
    const seen = { id, acknowledgedAt: '2026-01-01T00:01:00.000Z', acknowledgedBy: 'operator' };
    expect(acknowledgeMessage).toEqual({ message: { ...seen, active: true }, errors: [] });
    expect(await onlyMessage()).toEqual(seen);
  });

  it('survives the next read, and a second acknowledgment does not take the place of the first', async () => {
    const id = (await onlyMessage())?.id ?? '';
    await gateway.query(acknowledge, { id }, 'OPERATOR');
    now += 60_000;
    await gateway.refresh();
    await gateway.query(acknowledge, { id }, 'ADMIN');
    expect(await onlyMessage()).toMatchObject({
      acknowledgedAt: '2026-01-01T00:00:00.000Z',
      acknowledgedBy: 'operator',
    });
  });

  it('is refused, as data, for an id that is no message the caller sees', async () => {
    const id = (await onlyMessage())?.id ?? '';
    const refused = { message: null, errors: [{ code: 'MESSAGE_NOT_FOUND', path: ['messageId'] }] };
    for (const other of ['Message:down:gone', 'Source:down', 'no id at all']) {
      expect((await gateway.query(acknowledge, { id: other })).acknowledgeMessage).toMatchObject(refused);
    }
    const text =
      'mutation ($id: ID!) { acknowledgeMessage(input: { messageId: $id }) { message { id } errors { code path } } }';
    // An admin whose key sees another source only.
    expect(await gateway.ask(text, { id }, keys.scoped)).toMatchObject({ data: { acknowledgeMessage: refused } });
    expect(await onlyMessage()).toMatchObject({ acknowledgedAt: null });
  });

  it('takes an operator', async () => {
    const id = (await onlyMessage())?.id ?? '';
    const text = 'mutation ($id: ID!) { acknowledgeMessage(input: { messageId: $id }) { errors { code } } }';
    const answer = await gateway.ask(text, { id }, keys.VIEWER);
    expect(answer).toMatchObject({
      data: { acknowledgeMessage: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await onlyMessage()).toMatchObject({ acknowledgedAt: null });
  });
});

it('messages are found by whether they are acknowledged, in lists and in exports', async () => {
  const found = async (acknowledged: boolean) => {
    const { messages: page } = await gateway.query<{ messages: { totalCount: number } }, object>(
      'query ($is: Boolean) { messages(filter: { acknowledged: $is }) { totalCount } }',
      { is: acknowledged },
    );
    const response = await fetch(`${gateway.url}/export/messages.csv?acknowledged=${acknowledged}`, {
      headers: { authorization: `Bearer ${keys.VIEWER}` },
    });
    const [, ...rows] = (await response.text()).trimEnd().split('\r\n');
    return { listed: page.totalCount, exported: rows.length };
  };
  expect([await found(true), await found(false)]).toEqual([
    { listed: 0, exported: 0 },
    { listed: 1, exported: 1 },
  ]);
  await gateway.query(acknowledge, { id: (await onlyMessage())?.id ?? '' }, 'OPERATOR');
  expect([await found(true), await found(false)]).toEqual([
    { listed: 1, exported: 1 },
    { listed: 0, exported: 0 },
  ]);
});
