/** One source. */
import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import type { SourceCardPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { kindName, words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { RefreshSourceButton } from '../../parts/refresh-source.js';
import { sourceStatusTexts } from '../../parts/source-status.js';
import { SourceStatusBadge } from '../../parts/state.js';

export const SourceCardParts = graphql(`
  fragment SourceCardParts on Source {
    ...SourceParts
    ...RefreshableParts
    version
    timeZone
    lastAttemptAt
    nextSyncAt
    localPeer {
      peerVendorId
      peerLabel
      isManager
      managerUri
      lastManagerContactSuccessAt
    }
  }
`);

export function SourceCard({ source }: { readonly source: SourceCardPartsFragment }) {
  const { id, name, kind, status, stale, localPeer } = source;
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            <Anchor component={Link} href={nodePath(id)} inherit>
              {name}
            </Anchor>
          </Title>
          <SourceStatusBadge status={status} stale={stale} />
        </Group>
        <Condition source={source} />
        <Facts
          facts={[
            ['Kind', kindName(kind)],
            ['Version', source.version ?? 'not known'],
            ['Counts its days in', source.timeZone ?? 'no zone of its own'],
            ['Last asked', <Moment at={source.lastAttemptAt} key="at" />],
            ['Last read completely', <Moment at={source.lastSyncedAt} key="at" />],
            ['Asked next', source.nextSyncAt == null ? 'not planned' : <Moment at={source.nextSyncAt} key="at" />],
            ...(localPeer == null ? [] : localFacts(localPeer)),
          ]}
        />
        <Capabilities capabilities={source.capabilities} />
        <RefreshSourceButton source={source} />
      </Stack>
    </Paper>
  );
}

/** What the status means, why it is so, and what to do. */
function Condition({
  source: { status, stale, lastError, lastSyncedAt },
}: {
  readonly source: SourceCardPartsFragment;
}) {
  const { meaning, todo } = sourceStatusTexts[status];
  return (
    <Stack gap={4}>
      <Text size="sm">
        {meaning} {todo}
      </Text>
      {stale ? (
        <Text size="sm" className="state state-warn" fw={600}>
          {lastSyncedAt == null ? (
            'Nothing is shown of it: it was never read completely.'
          ) : (
            <>
              What is shown of it may be out of date: it is of <Moment at={lastSyncedAt} />.
            </>
          )}
        </Text>
      ) : null}
      {lastError == null ? null : (
        <Text size="sm">
          {status === 'OK' ? 'A part of it could not be read: ' : 'Why: '}
          {lastError.message} <small>({lastError.code})</small>
        </Text>
      )}
    </Stack>
  );
}

function localFacts(peer: NonNullable<SourceCardPartsFragment['localPeer']>) {
  const contact = peer.lastManagerContactSuccessAt;
  return [
    ['Read from', `${peer.peerLabel ?? peer.peerVendorId}, ${peer.isManager ? 'a license manager' : 'a license peer'}`],
    ...(peer.isManager
      ? []
      : ([
          ['Its manager', peer.managerUri ?? 'not known'],
          ['Last reached its manager', <Moment at={contact} key="at" />],
        ] as const)),
  ] as const;
}

function Capabilities({ capabilities }: { readonly capabilities: readonly string[] }) {
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        Can be asked to
      </Text>
      <Group gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {capabilities.map((capability) => (
          <li key={capability}>
            <Badge variant="default" tt="none" fw={500}>
              {words(capability)}
            </Badge>
          </li>
        ))}
      </Group>
    </div>
  );
}
