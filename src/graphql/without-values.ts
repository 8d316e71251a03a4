/** Messages about input that cannot be used, without the input: it may be a license file or a key, and messages are logged. */
import { GraphQLError } from 'graphql';

/** graphql-js shows the value it could not use: of a variable the whole of it, then the part that is wrong. */
export function withoutValues(message: string, error: unknown): string {
  const variable = /^Variable "(\$\w+)" got invalid value /.exec(message)?.[1];
  if (variable === undefined) return withoutPart(message);
  const inner = error instanceof GraphQLError ? error.originalError?.message : undefined;
  if (inner === undefined) return `Variable "${variable}" cannot be used.`;
  const before = message.slice(0, -inner.length);
  const place = / at "([\w.[\]]{1,200})"; $/.exec(before)?.[1];
  return `Variable "${variable}" cannot be used${place === undefined ? '' : ` at "${place}"`}: ${withoutPart(inner)}`;
}

/** `… cannot represent a non string value: {…}`, `Expected value of type "ID!", found …`, `Value "…" does not exist in …`. */
function withoutPart(message: string): string {
  return message
    .replace(/( cannot represent [^:"{[]*): [\s\S]*$/, '$1')
    .replace(/, found [\s\S]*$/, '')
    .replace(/Value "[\s\S]*" does not exist in/, 'The value does not exist in');
}
