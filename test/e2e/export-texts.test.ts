/** Exports of what vendors' users may have named their things: more rows than a page has, with whatever a text can hold. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';

const splunk = thingsOf('splunk');
const NASTY = [
  "=cmd|'/c calc'!A1",
  '@SUM(1+1)*cmd|x',
  '+1',
  '-1',
  '-1+1',
  '\t=1',
  '\r\n=1',
  'Acme, Inc.',
  'said "so"',
  'two\nlines',
  'three\r\nlines\r\nhere',
  '"',
  '""',
  ',',
  "'=quoted",
  'größte Lizenz der Welt 許可証 🪪',
  '＝1+1',
  'null',
];
const MANY = 1_300;

const source = staticSource('splunk', {
  licenses: [
    ...NASTY.map((name, i) =>
      splunk.license(`nasty-${i}`, { displayName: name, name, label: name, features: [name, 'b'] }),
    ),
    ...Array.from({ length: MANY }, (_, i) =>
      splunk.license(`l-${i}`, { displayName: `License ${(i * 7919) % MANY}` }),
    ),
  ],
});
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway([source.source], { overrides: { modules: [source.module] } });
  await gateway.refresh();
});
afterAll(() => gateway?.close());

async function textOf(address: string): Promise<string> {
  const response = await fetch(`${gateway.url}/export/${address}`, {
    headers: { authorization: `Bearer ${keys.VIEWER}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

const linesOf = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: '\r\n' });

describe('texts that a spreadsheet would run, or that a line could break at', () => {
  it('are whole, and do nothing', async () => {
    const lines = linesOf(await textOf('licenses.csv?order=NAME'));
    for (const [i, name] of NASTY.entries()) {
      const line = lines.find(({ vendorId }) => vendorId === `nasty-${i}`);
      const isRun = name !== '-1' && /^'*[=+\-@\t\r\n＝]/.test(name);
      const cell = isRun ? `'${name}` : name;
      expect([line?.displayName, line?.name, line?.label]).toEqual([cell, cell, cell]);
      expect(line?.features).toBe(isRun || name === '-1' ? `'${name}; b` : `${name}; b`);
    }
    for (const cell of lines.flatMap((line) => Object.values(line))) expect(cell).not.toMatch(/^[=+@\t\r\n＝]|^-\D/);
  });

  it('end no line: every line ends in CRLF, and has as many cells as the header', async () => {
    const text = await textOf('licenses.csv');
    const rows: string[][] = parse(text, { record_delimiter: '\r\n' });
    expect(text.endsWith('\r\n')).toBe(true);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]));
    expect(rows).toHaveLength(1 + NASTY.length + MANY);
  });
});

describe('more rows than a page has', () => {
  it.each([
    ['', ''],
    ['?order=NAME.DESC', ', orderBy: { field: NAME, direction: DESC }'],
    ['?order=EXPIRES_AT', ', orderBy: { field: EXPIRES_AT }'],
    ['?search=license', ', filter: { search: "license" }'],
  ])('are all there once, in the order of the connection: licenses.csv%s', async (query, args) => {
    const ids = linesOf(await textOf(`licenses.csv${query}`)).map(({ id }) => id);
    const expected: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const more: string = after === '' ? '' : `, after: "${after}"`;
      const { licenses }: Page = await gateway.query<Page, unknown>(
        `{ licenses(first: 450${args}${more}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      expected.push(...licenses.nodes.map(({ id }) => id));
      after = licenses.pageInfo.hasNextPage ? licenses.pageInfo.endCursor : null;
    }
    expect(expected.length).toBeGreaterThanOrEqual(MANY);
    expect(ids).toEqual(expected);
  });
});

interface Page {
  readonly licenses: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

it('pays for what is read: a caller without anything left is told when to come again', async () => {
  const poor = await startGateway([source.source], {
    overrides: { modules: [source.module] },
    limits: { costPerMinute: 1_000, cost: 1_000 },
  });
  try {
    await poor.refresh();
    const get = () =>
      fetch(`${poor.url}/export/licenses.csv?search=acme`, { headers: { authorization: `Bearer ${keys.VIEWER}` } });
    const first = await get();
    expect(await first.text()).toMatch(/\r\n$/);
    const second = await get();
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await second.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  } finally {
    await poor.close();
  }
});
