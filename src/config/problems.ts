/** Collects everything that is wrong with a configuration, each with its path and in words a person can act on. */
import { z } from 'zod';
import { isMapping } from './mapping.js';
import type { ConfigProblem } from './types.js';

type Path = readonly PropertyKey[];

/** Each field's value, or undefined when it is absent or wrong (which is then a problem already). */
export type Checked<Shape extends z.core.$ZodLooseShape> = { [K in keyof Shape]: z.output<Shape[K]> | undefined };

export interface Problems {
  readonly list: readonly ConfigProblem[];
  add(path: Path, message: string): void;
  /** Adds, and keeps quiet about whatever else is found at that path. */
  addUnjudged(path: Path, message: string): void;
  /** From now on the path is called by this name. */
  nameAfter(path: Path, name: string): void;
  /** The schema's output, or undefined with the problems added. */
  check<T>(schema: z.ZodType<T>, value: unknown, path: Path): T | undefined;
  /** Checks a mapping field by field, so that one bad field hides no other; unknown keys are problems. Null is `{}`. */
  checkFields<Shape extends z.core.$ZodLooseShape>(shape: Shape, value: unknown, path: Path): Checked<Shape>;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text (put it in quotes)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (name: value)',
  record: 'a mapping (name: value)',
};

export function createProblems(): Problems {
  const list: ConfigProblem[] = [];
  const names = new Map<string, string>();
  const unjudged: string[] = [];

  function add(path: Path, message: string) {
    const text = pathText(path);
    if (unjudged.some((known) => text === known || text.startsWith(`${known}.`) || text.startsWith(`${known}[`)))
      return;
    const problem = { path: names.get(text) ?? text, message };
    if (!list.some((known) => known.path === problem.path && known.message === message)) list.push(problem);
  }

  function addUnjudged(path: Path, message: string) {
    const text = pathText(path);
    if (!unjudged.includes(text)) list.push({ path: text, message });
    unjudged.push(text);
  }

  function check<T>(schema: z.ZodType<T>, value: unknown, path: Path): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) addIssue(issue, schema, value, path);
    return undefined;
  }

  function addIssue(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, path: Path) {
    if (issue.code !== 'unrecognized_keys') return add([...path, ...issue.path], wording(issue, value));
    const known = knownKeys(schema, issue.path);
    for (const key of issue.keys) add([...path, ...issue.path, key], unknownKey(known));
  }

  function checkFields<Shape extends z.core.$ZodLooseShape>(shape: Shape, value: unknown, path: Path): Checked<Shape> {
    const mapping = value ?? {};
    const checked: Record<string, unknown> = {};
    if (isMapping(mapping)) {
      for (const [key, schema] of Object.entries(shape)) {
        checked[key] = check(schema as z.ZodType, mapping[key], [...path, key]);
      }
      for (const key of Object.keys(mapping)) {
        if (!Object.hasOwn(shape, key)) add([...path, key], unknownKey(Object.keys(shape)));
      }
    } else {
      add(path, `must be ${TYPE_NAMES.object}`);
    }
    // The loop above fills exactly the shape's keys; the compiler cannot see that through Object.entries.
    return checked as Checked<Shape>;
  }

  const nameAfter = (path: Path, name: string) => void names.set(pathText(path), name);
  return { list, add, addUnjudged, nameAfter, check, checkFields };
}

/** `sources[1].auth.password` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function unknownKey(known: readonly string[]): string {
  return known.length === 0
    ? 'is not a known setting; remove it'
    : `is not a known setting; known are ${known.join(', ')}`;
}

/** Never quotes the value: it may be a secret in the wrong place. */
function wording(issue: z.core.$ZodIssue, value: unknown): string {
  const isMissing = at(value, issue.path) === undefined;
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input: expected')) {
    const type = TYPE_NAMES[issue.expected] ?? issue.expected;
    return isMissing ? `is missing; it must be ${type}` : `must be ${type}`;
  }
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid ')) {
    return `${isMissing ? 'is missing; it ' : ''}must be one of ${issue.values.map(String).join(', ')}`;
  }
  return isMissing && issue.message.startsWith('must ') ? `is missing; it ${issue.message}` : issue.message;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, part) => {
    if (Array.isArray(here)) return here[Number(part)];
    return isMapping(here) ? here[String(part)] : undefined;
  }, value);
}

function knownKeys(schema: unknown, path: Path): readonly string[] {
  let here: unknown = schema;
  for (const part of [...path, null]) {
    while (
      here instanceof z.ZodDefault ||
      here instanceof z.ZodOptional ||
      here instanceof z.ZodNullable ||
      here instanceof z.ZodPrefault
    ) {
      here = here.unwrap();
    }
    if (part === null) break;
    if (here instanceof z.ZodArray) here = here.element;
    else if (here instanceof z.ZodObject) here = here.shape[String(part)];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}
