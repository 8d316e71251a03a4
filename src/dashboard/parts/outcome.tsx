/** How the attempt at a change ended, when it did not succeed: refused, or lost on the way. */
import { Alert, Text } from '@mantine/core';
import { type ProblemKind, problemOf } from '../gateway/problem.js';
import type { Attempt } from '../gateway/use-attempt.js';
import { Refusals } from './refusals.js';

export function Outcome({ attempt: { refusals, error } }: { readonly attempt: Pick<Attempt, 'refusals' | 'error'> }) {
  if (error === null) return <Refusals errors={refusals} />;
  const { kind, message } = problemOf(error);
  return (
    <Alert color="red" variant="outline" role="alert">
      <Text size="sm">{LOST[kind] ?? message}</Text>
    </Alert>
  );
}

/** A change is not sent again by itself as a question is: it may have been made. */
const LOST: Partial<Readonly<Record<ProblemKind, string>>> = {
  UNREACHABLE:
    'The gateway does not answer, so it is not known whether this was done. When it is back, look before you try again.',
  TIMEOUT:
    'The gateway took too long to answer, so it is not known whether this was done. Look before you try again; a slow source may be the reason.',
};
