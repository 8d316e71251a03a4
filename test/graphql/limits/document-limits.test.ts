import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../../src/graphql/admission.js';
import { costOf } from '../../../src/graphql/limits/cost.js';
import { checkDocument, countFields } from '../../../src/graphql/limits/document-limits.js';
import { createPriceList } from '../../../src/graphql/limits/price-list.js';
import { createPersistedOperations } from '../../../src/graphql/persisted-operations.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { sourceModules } from '../../../src/sources/index.js';
import { operationLimits } from '../../support/limits.js';

const viewer = { name: 'ops', role: 'VIEWER', sources: null } as const;
const admit = createAdmission({
  textOf: createPersistedOperations(null),
  options: { introspection: 'VIEWER' },
  limits: operationLimits,
});

describe('the limits as they are by default let pass', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const examples = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, text]) => text ?? '');

  it('every example of the README', () => {
    expect(examples.length).toBeGreaterThan(2);
    for (const query of examples) expect(admit({ query }, viewer)).toBe(query);
  });

  it('the whole introspection that tools ask for', () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(admit({ query }, viewer)).toBe(query);
  });

  it('an upload of nearly as much as a body may hold', () => {
    const query = `mutation { uploadLicense(input: { sourceId: "a", content: "${'A'.repeat(1_000_000)}" }) { errors { code } } }`;
    expect(admit({ query }, viewer)).toBe(query);
  });

  it('what is no GraphQL, to be refused by who would run it', () => {
    for (const query of ['{', 'query }', '{ a(b: "', '{ a } %', 'type A { b: C }', '\0', '"""']) {
      expect(admit({ query }, viewer)).toBe(query);
    }
  });

  it('a request without a document', () => {
    expect(admit({}, viewer)).toBeNull();
  });
});

describe('the same is found of a document and of what it is with its fragments written out', () => {
  const schema = createSchema(sourceModules);
  const priceOf = createPriceList(schema);
  const cost = (text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    return costOf({ schema, priceOf, document, operation, variables: {} });
  };
  const fields = (text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    return operation ? countFields(operation.selectionSet, document) : 0;
  };
  const depth = (text: string) => {
    const limits = { depth: 0, aliases: 1e9, rootFields: 1e9, repeatedFields: 1e9, directives: 1e9 };
    try {
      checkDocument(parse(text), limits);
    } catch (error) {
      return Number(/has (\d+) levels/.exec((error as Error).message)?.[1]);
    }
    return 0;
  };

  /** Selections on a page of sources, of fields and of spreads of later fragments only. */
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom('totalCount', 'edges { cursor }', 'pageInfo { endCursor }', '... { nodes { name } }'),
      fc.record({ within: fc.boolean(), skip: fc.nat(3) }),
    ),
    { minLength: 1, maxLength: 3 },
  );
  const documents = fc.array(parts, { minLength: 1, maxLength: 6 });
  type Part = string | { readonly within: boolean; readonly skip: number };

  function texts(fragments: readonly (readonly Part[])[]): { short: string; long: string } {
    const spreadOf = (i: number, spread: (j: number) => string) =>
      (fragments[i] ?? [])
        .map((part) => {
          if (typeof part === 'string') return part;
          const next = i + 1 + part.skip;
          const inner = next < fragments.length ? spread(next) : 'totalCount';
          return part.within ? `nodes { licenses(first: 2) { nodes { source { id } } } } ${inner}` : inner;
        })
        .join(' ');
    const long = (i: number): string => `... on SourceConnection { ${spreadOf(i, long)} }`;
    const defined = fragments.map((_, i) => `fragment F${i} on SourceConnection { ${spreadOf(i, (j) => `...F${j}`)} }`);
    const wrap = (inner: string) => `{ sources(first: 3) { ${inner} } b: sources(first: 7) { ${inner} } }`;
    return { short: `${wrap('...F0')} ${defined.join(' ')}`, long: wrap(long(0)) };
  }

  it.each([
    ['cost', cost],
    ['fields at the root', fields],
    ['depth', depth],
  ] as const)('%s', (_what, measure) => {
    fc.assert(
      fc.property(documents, (fragments) => {
        const { short, long } = texts(fragments);
        expect(measure(short)).toBe(measure(long));
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});
