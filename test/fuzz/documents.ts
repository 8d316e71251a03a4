/** Documents: random ones from the schema, and ready ones with their words swapped, doubled or taken out. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Lexer,
  Source,
  TokenKind,
} from 'graphql';
import type { Random } from './random.js';
import { type Chooser, NASTY_TEXTS, valueFor } from './values.js';

export interface FuzzOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its root fields. */
  readonly asks: readonly string[];
}

const DEEPEST = 4;

/** An operation of one to three root fields with arguments by their types, some of them as variables. */
export function randomOperation(schema: GraphQLSchema, root: 'query' | 'mutation', chooser: Chooser): FuzzOperation {
  const { random } = chooser;
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  let aliases = 0;

  function selection(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < DEEPEST || isLeafType(getNamedType(field.type)),
    );
    const chosen = new Set(Array.from({ length: 1 + random.below(4) }, () => random.pick(fields)));
    const parts = [...chosen].map((field) => fieldText(field, depth));
    if (isAbstractType(type) && random.chance(0.5)) {
      const own = random.pick(schema.getPossibleTypes(type));
      parts.push(`... on ${own.name} ${selection(own, depth + 1)}`);
    }
    return `{ ${[...parts, '__typename'].join(' ')} }`;
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    // Small pages, in one direction: most documents would be refused otherwise, for what they cost or contradict.
    const tame = random.chance(1 - chooser.wildness);
    const args = field.args.flatMap((arg) => {
      if (tame && (arg.name === 'last' || arg.name === 'before')) return [];
      const value = tame && arg.name === 'first' ? 1 + random.below(4) : valueFor(arg.type, arg.name, chooser);
      return value === undefined ? [] : [`${arg.name}: ${argumentText(value, arg)}`];
    });
    const called = args.length > 0 ? `a${aliases++}: ${field.name}(${args.join(', ')})` : field.name;
    const included = random.chance(0.05) ? `${called} ${conditionText()}` : called;
    return isLeafType(type) ? included : `${included} ${selection(type, depth + 1)}`;
  }

  function argumentText(value: unknown, { type, defaultValue }: GraphQLArgument): string {
    if (random.chance(0.7)) return literal(value, type);
    if (!isNonNullType(type) || random.chance(0.7)) return variable(String(type), value);
    // It may stand here by its own default, or by that of the argument, and be null nevertheless.
    const own = defaultValue === undefined || random.chance(0.5) ? ` = ${literal(value, type)}` : '';
    return variable(`${type.ofType}${own}`, random.chance(0.5) ? null : value);
  }

  function conditionText(): string {
    const value = random.pick([true, false, null]);
    const type = random.chance(0.8) ? 'Boolean = true' : 'Boolean!';
    return `@${random.pick(['include', 'skip'])}(if: ${random.chance(0.3) ? value : variable(type, value)})`;
  }

  function variable(declaration: string, value: unknown): string {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${declaration}`);
    variables[name] = value;
    return `$${name}`;
  }

  const rootType = root === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (rootType == null) throw new Error(`the schema has no ${root}`);
  const fields = Object.values(rootType.getFields());
  const count = random.chance(0.7) ? 1 : 1 + random.below(3);
  const asked = Array.from({ length: count }, () => random.pick(fields));
  const body = asked.map((field) => fieldText(field, 1)).join('\n  ');
  const variablesText = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  const asks = asked.map((field) => `${root}.${field.name}`);
  return { query: `${root} Fuzz${variablesText} {\n  ${body}\n}`, variables, asks };
}

/** The document with a few of its words changed. */
export function tamperedDocument(text: string, others: readonly string[], random: Random): string {
  const words = wordsOf(text);
  const foreign = wordsOf(random.pick(others));
  for (let change = 1 + random.below(4); change > 0; change--) {
    const at = random.below(words.length);
    random.pick([
      () => words.splice(at, 1),
      () => words.splice(at, 0, words[at] ?? ''),
      () => words.splice(at, 1, random.pick(words)),
      () => words.splice(at, 0, random.pick(foreign)),
      () => words.splice(at, 1, random.pick(NASTY_TEXTS)),
      () => words.splice(at, 0, ...words.slice(at, at + random.below(20))),
      () => words.splice(at),
      () => words.splice(at, 1, (words[at] ?? '').slice(1)),
      () =>
        words.splice(at, 0, random.pick(['@skip(if: true)', '@unknown', '...', '{', '}', '(', '$x', '!', '"""', '#'])),
    ])();
    if (words.length === 0) words.push('');
  }
  return words.join(' ');
}

function wordsOf(text: string): string[] {
  const lexer = new Lexer(new Source(text));
  const words: string[] = [];
  while (lexer.advance().kind !== TokenKind.EOF) words.push(text.slice(lexer.token.start, lexer.token.end));
  return words;
}

/** A JSON value as it stands in a document; whatever does not fit its type is written by its own form. */
function literal(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (Array.isArray(value)) {
    const item = isListType(inner) ? inner.ofType : inner;
    return `[${value.map((each) => literal(each, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const known = isInputObjectType(inner) ? inner.getFields() : {};
    const fields = Object.entries(value).map(
      ([name, each]) => `${name.replace(/\W/g, '_')}: ${literal(each, known[name]?.type ?? inner)}`,
    );
    return `{${fields.join(', ')}}`;
  }
  const item = isListType(inner) ? getNamedType(inner) : inner;
  return isEnumType(item) && typeof value === 'string' && /^[A-Z_]+$/.test(value) ? value : JSON.stringify(value);
}
