/** A source: its name, how its last read went and how old what it said is. */
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../addresses.js';
import type { SourcePartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { Moment } from './moment.js';
import { SourceStatusBadge } from './state.js';

export const SourceParts = graphql(`
  fragment SourceParts on Source {
    id
    name
    kind
    status
    stale
    lastSyncedAt
    lastError {
      code
      message
    }
  }
`);

export function SourceLine({ source }: { readonly source: SourcePartsFragment }) {
  return (
    <Group gap="xs">
      <Anchor component={Link} href={nodePath(source.id)}>
        {source.name}
      </Anchor>
      <SourceStatusBadge status={source.status} stale={source.stale} />
      <Text size="sm" c="dimmed">
        read <Moment at={source.lastSyncedAt} />
      </Text>
    </Group>
  );
}
