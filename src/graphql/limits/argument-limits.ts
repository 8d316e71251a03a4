/** Sizes that an operation states: pages and lists out of bounds are refused before anything of it runs. */
import { type FieldNode, type GraphQLField, getNamedType } from 'graphql';
import { type ConnectionArguments, LARGEST_PAGE, limitOf, sizeOf } from '../connection.js';
import { badUserInput } from '../errors.js';
import { type Arguments, usable } from './given-values.js';

/** What a mutation or a what-if takes is checked by what it is for; a router decides how many entities it asks for at once. */
const CHECKED_ELSEWHERE: ReadonlySet<string> = new Set(['input', 'representations']);

/** Throws BAD_USER_INPUT that names the argument and the place in the document. */
export function checkArguments(node: FieldNode, { type }: GraphQLField<unknown, unknown>, args: Arguments): void {
  usable(node, () => {
    if (getNamedType(type).name.endsWith('Connection')) limitOf(args as ConnectionArguments);
    else if (typeof args.first === 'number') sizeOf('first', args.first);
    for (const [name, value] of Object.entries(args)) if (!CHECKED_ELSEWHERE.has(name)) checkLists(name, value);
  });
}

function checkLists(path: string, value: unknown): void {
  if (Array.isArray(value)) {
    if (value.length <= LARGEST_PAGE) return;
    throw badUserInput(path, `${value.length} are too many; ask for at most ${LARGEST_PAGE}`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) checkLists(`${path}.${name}`, inner);
}
