/** Whether a license is valid, and why. */
import { Group, Text } from '@mantine/core';
import type { VerdictPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { StateBadge } from './state.js';

export const VerdictParts = graphql(`
  fragment VerdictParts on KeygenVerdict {
    valid
    code
    detail
    determinate
  }
`);

export function Verdict({
  verdict: { valid, code, detail, determinate },
  by,
}: {
  readonly verdict: VerdictPartsFragment;
  /** Whose it is. */
  readonly by: string;
}) {
  return (
    <Group gap="xs">
      <Text size="sm">{by}:</Text>
      {!determinate || valid == null ? (
        <StateBadge color="plain" label="Cannot be told" />
      ) : (
        <StateBadge color={valid ? 'good' : 'bad'} label={valid ? 'Valid' : 'Not valid'} />
      )}
      <Text size="sm">
        {detail
          ? sentence(detail)
          : determinate
            ? ''
            : 'What is known of the license does not suffice; have Keygen validate it.'}
        {code == null ? null : <small> ({code})</small>}
      </Text>
    </Group>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
