/** Values for the fields and arguments of the schema by their types: fitting ones, and in wild documents all others. */
import {
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from './random.js';

/** What is really there: ids by their concept, cursors, names of sources. */
export interface Known {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly cursors: readonly string[];
  readonly sources: readonly string[];
}

export interface Chooser {
  readonly random: Random;
  readonly known: Known;
  /** How often a value is one that does not fit. */
  readonly wildness: number;
}

export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u200b\ufeff',
  '👩‍👩‍👧‍👦'.repeat(20),
  'x'.repeat(5_000),
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '$where',
  '{"$gt":""}',
  "'; DROP TABLE licenses; --",
  '<script>alert(1)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template language would take for its own
  '${7*7}{{7*7}}',
  '../../admin',
  '..%2f..%2fadmin',
  'a%0d%0aX:1',
  'a\r\nX: 1',
  '%',
  '%zz',
  '%E0%A4%A',
  'License:',
  'License::',
  ':::',
  'License:splunk:%',
  'Source:__proto__',
  'Pool:recon:constructor',
  `License:keygen:${'a'.repeat(3_000)}`,
  'NaN',
  '-0',
  '1e400',
  '٣',
];

const NUMBERS: readonly number[] = [0, -1, 1.5, 500, 501, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e21, 1e308];
const TEXTS: readonly string[] = [
  'a',
  'main',
  'enterprise',
  'web 01',
  '10.0.0.1',
  'linux',
  '1GB',
  '512MB',
  'MAX',
  '100',
];
const INSTANTS: readonly string[] = [
  '2026-01-31T09:30:00.000Z',
  '2030-01-01T00:00:00Z',
  '1970-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999Z',
];
const BAD_INSTANTS: readonly string[] = [
  'now',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01',
  '1',
];
const BIG: readonly (string | number)[] = [1, '1', '1000000', '9223372036854775807', 1024];
const BAD_BIG: readonly unknown[] = ['-1', '1.5', '9'.repeat(400), '0x10', 1e30, -1, true];

/** A JSON value for an argument or field of this type; undefined: it is left out. */
export function valueFor(type: GraphQLInputType, name: string, chooser: Chooser): unknown {
  const { random, wildness } = chooser;
  if (random.chance(wildness * 0.3)) return wildValue(chooser);
  if (isNonNullType(type)) return valueFor(type.ofType, name, { ...chooser }) ?? plainValue(type.ofType, name, chooser);
  if (random.chance(0.6)) return undefined;
  if (random.chance(0.05)) return null;
  return plainValue(type, name, chooser);
}

/** Any JSON value at all. */
export function wildValue({ random, known }: Chooser): unknown {
  return random.pick<() => unknown>([
    () => random.pick(NASTY_TEXTS),
    () => random.pick(NUMBERS),
    () => random.pick([true, false, null]),
    () => [],
    () => ({}),
    () => [[[[[[]]]]]],
    () => ({ $gt: '' }),
    () => ({ constructor: { name: 'x' }, toString: 1, hasOwnProperty: null }),
    () => tampered(random.pick(Object.values(known.ids).flat()), random),
    () => Array.from({ length: 600 }, () => random.pick(NASTY_TEXTS.slice(0, 4))),
  ])();
}

/** The text with one character changed, put in or taken out. */
export function tampered(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const put = random.chance(0.3) ? '' : random.pick(['\u0000', ':', '%', 'A', '=', '/', '\ud800', 'é', '0']);
  return text.slice(0, at) + put + text.slice(at + (random.chance(0.5) ? 1 : 0));
}

function plainValue(type: GraphQLInputType, name: string, chooser: Chooser): unknown {
  const { random } = chooser;
  if (isNonNullType(type)) return plainValue(type.ofType, name, chooser);
  if (isListType(type)) {
    return Array.from({ length: random.below(4) }, () => plainValue(type.ofType, name, chooser));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(
      fields
        .map((field) => [field.name, valueFor(field.type, field.name, chooser)] as const)
        .filter(([, value]) => value !== undefined),
    );
  }
  return scalarValue(type, name, chooser);
}

function scalarValue(type: GraphQLNamedType, name: string, { random, known, wildness }: Chooser): unknown {
  const wild = random.chance(wildness);
  switch (type.name) {
    case 'ID':
      return idFor(name, { random, known, wildness });
    case 'Int':
      return wild ? random.pick(NUMBERS) : 1 + random.below(6);
    case 'Float':
      return wild ? random.pick(NUMBERS) : random.below(100) / 7;
    case 'Boolean':
      return random.chance(0.5);
    case 'BigInt':
      return wild ? random.pick(BAD_BIG) : random.pick(BIG);
    case 'DateTime':
      return wild ? random.pick(BAD_INSTANTS) : random.pick(INSTANTS);
    case 'JSONObject':
      return wild ? { constructor: { deep: [[[{}]]] }, a: 1e308 } : { team: 'a', seats: 3 };
    default:
      return textFor(name, { random, known, wildness });
  }
}

function idFor(name: string, { random, known, wildness }: Chooser): string {
  const concept = Object.keys(known.ids).find((each) => name.toLowerCase().startsWith(each.toLowerCase()));
  const fitting = known.ids[concept ?? ''] ?? Object.values(known.ids).flat();
  const id = random.chance(1 - wildness) ? random.pick(fitting) : random.pick(Object.values(known.ids).flat());
  return random.chance(wildness) ? tampered(id, random) : id;
}

function textFor(name: string, { random, known, wildness }: Chooser): string {
  if (random.chance(wildness)) return random.pick(NASTY_TEXTS);
  if (name === 'after' || name === 'before') {
    const cursor = random.pick(known.cursors);
    return random.chance(wildness) ? tampered(cursor, random) : cursor;
  }
  if (name === 'sources' || name === 'name') return random.pick([...known.sources, ...TEXTS]);
  if (name === 'kinds') return random.pick(['splunk', 'enterprise-recon', 'keygen']);
  return random.pick(TEXTS);
}
