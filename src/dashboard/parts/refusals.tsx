/** Why a change was not made: the vendor's or the gateway's refusal, word for word, beside the form, which keeps what was typed. */
import { Alert, List, Text } from '@mantine/core';
import type { RefusalPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { adviceOn } from './advice.js';

export const RefusalParts = graphql(`
  fragment RefusalParts on MutationError {
    code
    message
    path
  }
`);

export function Refusals({ errors }: { readonly errors: readonly RefusalPartsFragment[] }) {
  if (errors.length === 0) return null;
  return (
    <Alert color="red" variant="outline" role="alert" title={titleOf(errors)}>
      <List size="sm">
        {errors.map(({ code, message, path }) => (
          <List.Item key={`${code} ${path?.join('.')} ${message}`}>
            {message} <small>({code})</small>
            {adviceOn(code) === null ? null : <Text size="sm">{adviceOn(code)}</Text>}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** A lost answer is no refusal: it may have been done. */
function titleOf(errors: readonly RefusalPartsFragment[]): string {
  return errors.some(({ code }) => code === 'OUTCOME_UNKNOWN')
    ? 'It is not known whether this was done'
    : 'This was refused';
}

/** The refusal of one field of the input, for below that field. */
export function refusalAt(errors: readonly RefusalPartsFragment[], field: string): string | undefined {
  return errors.find(({ path }) => path?.[0] === field)?.message;
}
