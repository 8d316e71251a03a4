/** Before and after of every quota that a change would move. */
import { Box, Table, Text } from '@mantine/core';
import type { ProjectionPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { formatAmount, formatRatio, words } from '../parts/format.js';
import { QuotaStateBadge } from '../parts/state.js';

export const ProjectionParts = graphql(`
  fragment ProjectionParts on QuotaProjection {
    subjectId
    dimension
    limit
    used
    ratio
    state
    enforcement
    subject {
      __typename
      displayName
      quotas {
        dimension
        limit
        used
        ratio
        state
        enforcement
      }
    }
  }
`);

type Numbers = Pick<ProjectionPartsFragment, 'dimension' | 'limit' | 'used' | 'ratio' | 'state' | 'enforcement'>;

export function QuotaChanges({
  quotas,
  kind,
  newName,
}: {
  readonly quotas: readonly ProjectionPartsFragment[];
  readonly kind: string;
  /** Of what is not there yet. */
  readonly newName: string;
}) {
  const moved = quotas.map((then) => ({ then, now: nowOf(then) })).filter(({ then, now }) => isMoved(then, now));
  if (moved.length === 0) {
    return <Text size="sm">No quota changes by this.</Text>;
  }
  return (
    <Box className="scroll-x" tabIndex={0} role="region" aria-label="What changes">
      <Table withRowBorders verticalSpacing="xs" miw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">Now</Table.Th>
            <Table.Th scope="col">Then</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moved.map(({ then, now }) => (
            <Table.Tr key={`${then.subjectId} ${then.dimension}`}>
              <Table.Th scope="row" fw={500}>
                {then.subject?.displayName ?? newName}
                <Text size="xs" c="dimmed">
                  {then.subject?.__typename ?? 'New'}: {words(then.dimension).toLowerCase()}
                </Text>
              </Table.Th>
              <Table.Td>{now === undefined ? 'not there' : <Standing of={now} kind={kind} />}</Table.Td>
              <Table.Td>
                <Standing of={then} kind={kind} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function Standing({ of, kind }: { readonly of: Numbers; readonly kind: string }) {
  const amount = (value: string | null | undefined) => formatAmount(value, of.dimension, kind);
  return (
    <>
      <Text size="sm" className="number">
        {amount(of.used)} of {of.state === 'UNLIMITED' ? 'no limit' : amount(of.limit)}
      </Text>
      <Text size="xs" c="dimmed" className="number" component="span" mr={6}>
        {formatRatio(of.ratio)}
      </Text>
      <QuotaStateBadge state={of.state} />
      {of.dimension === 'WARNINGS' && of.state === 'EXCEEDED' && of.enforcement === 'HARD' ? (
        <Text size="xs">search blocked</Text>
      ) : null}
    </>
  );
}

function nowOf({ subject, dimension }: ProjectionPartsFragment): Numbers | undefined {
  return subject?.quotas.find((quota) => quota.dimension === dimension);
}

function isMoved(then: Numbers, now: Numbers | undefined): boolean {
  if (now === undefined) return true;
  return (['limit', 'used', 'state', 'enforcement'] as const).some((field) => then[field] !== now[field]);
}
