/** Messages about input that cannot be used, without the input (it may be a license file or a key, and messages are logged) and without what the schema has instead. */
import { GraphQLError } from 'graphql';

const ARGUMENT = /^Argument "(\w+)" has invalid value /;
const NULL_ARGUMENT = /^Argument "\w+" of non-null type "[\w![\]]+" must not be null\.$/;

/** graphql-js' last words about variables of which fifty parts cannot be used. */
const TOO_MANY_ERRORS = 'Too many errors processing variables, error limit reached. Execution aborted.';

/** Characters of a message that are looked at and shown: it may hold whatever was sent, and some patterns are slow on long texts. */
const LONGEST_MESSAGE = 1_000;

/** Errors of graphql-js that carry no code: an argument that turns out unusable or null only as a whole, too many unusable parts. */
export function isAboutInput(message: string): boolean {
  return message === TOO_MANY_ERRORS || ARGUMENT.test(message) || NULL_ARGUMENT.test(message);
}

/** graphql-js shows the value it could not use: of a variable the whole of it, then the part that is wrong. */
export function withoutValues(message: string, error: unknown): string {
  return withoutSuggestion(valueless(message, error));
}

function valueless(message: string, error: unknown): string {
  const argument = ARGUMENT.exec(message)?.[1];
  if (argument !== undefined) return `Argument "${argument}" cannot be used.`;
  const variable = /^Variable "(\$\w+)" got invalid value /.exec(message)?.[1];
  if (variable === undefined) return withoutPart(message);
  const inner = error instanceof GraphQLError ? error.originalError?.message : undefined;
  if (inner === undefined) return `Variable "${variable}" cannot be used.`;
  const before = message.slice(0, -inner.length).slice(-LONGEST_MESSAGE);
  const place = / at "([\w.[\]]{1,200})"; $/.exec(before)?.[1];
  return `Variable "${variable}" cannot be used${place === undefined ? '' : ` at "${place}"`}: ${withoutPart(inner)}`;
}

/** `… cannot represent a non string value: {…}`, `Expected value of type "ID!", found …`, `Value "…" does not exist in …`. */
function withoutPart(message: string): string {
  return shortened(message)
    .replace(/^((?:Enum "\w+"|\w+) cannot represent [^:"{[]*): [\s\S]*$/, '$1')
    .replace(/^(?!Syntax Error)([\s\S]*?), found [\s\S]*$/, '$1')
    .replace(/^(Syntax Error: [\s\S]*?\b(?:Name|String|BlockString|Int|Float)) "[\s\S]*"/, '$1')
    .replace(/^Value "[\s\S]*" does not exist in/, 'The value does not exist in');
}

/** The first and the last of it: what is wrong stands before a value or behind it. */
function shortened(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  return `${message.slice(0, LONGEST_MESSAGE / 2)}…${message.slice(-LONGEST_MESSAGE / 2)}`;
}

/** What the schema has instead is not told; Apollo cuts it off its validation errors only. */
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean [\s\S]*$/, '');
}
