/** Thrown errors with their codes. Refusals by rule are data and never come from here. */
import { GraphQLError } from 'graphql';

/** An argument that cannot be used: names it, says what is wrong and what is wanted. */
export function badUserInput(argument: string, problem: string): GraphQLError {
  return new GraphQLError(`${argument}: ${problem}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
