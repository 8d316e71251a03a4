/** Over every view: that what is shown may be out of date, whose fault that is, and what happens next. */
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { CloudOff, History } from 'lucide-react';
import { Link } from 'wouter';
import { useAway } from '../gateway/away.js';
import { useAsk } from '../gateway/use-ask.js';
import type { SourcePartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { Moment } from '../parts/moment.js';
import { sourceStatusTexts } from '../parts/source-status.js';

const SourcesHealth = graphql(`
  query SourcesHealth {
    sources(first: 500) {
      nodes {
        ...SourceParts
      }
    }
  }
`);

export function Banners() {
  const away = useAway();
  const health = useAsk(SourcesHealth, {});
  const outdated = health.data?.sources.nodes.filter(({ stale }) => stale) ?? [];
  // Always there: what comes into a live region is read out, a region that comes with it often is not.
  return (
    <Stack gap="xs" mb={away === null && outdated.length === 0 ? 0 : 'md'} role="status" aria-label="Up to date or not">
      {away === null ? null : (
        <Alert
          color="red"
          variant="outline"
          icon={<CloudOff aria-hidden />}
          title={`The gateway is ${away.problem.kind === 'BUSY' ? 'busy' : 'away'}`}
        >
          <Text size="sm">
            {away.problem.message}{' '}
            {away.shownOf === null ? null : (
              <>
                What is shown is what it said <Moment at={new Date(away.shownOf).toISOString()} />, and may be out of
                date.
              </>
            )}
          </Text>
        </Alert>
      )}
      {outdated.length === 0 ? null : (
        <Alert color="orange" variant="outline" icon={<History aria-hidden />} title={titleOf(outdated)}>
          {outdated.slice(0, MOST).map((source) => (
            <Outdated source={source} key={source.id} />
          ))}
          <Text size="sm">
            <Anchor component={Link} href="/sources" size="sm" underline="always">
              {outdated.length > MOST ? `All ${outdated.length}, and what to do` : 'What to do'}
            </Anchor>
          </Text>
        </Alert>
      )}
    </Stack>
  );
}

/** More are named on their own view. */
const MOST = 3;

function titleOf(outdated: readonly SourcePartsFragment[]): string {
  const [only] = outdated;
  return outdated.length === 1 && only !== undefined
    ? `What is shown of ${only.name} may be out of date`
    : `What is shown of ${outdated.length} sources may be out of date`;
}

function Outdated({ source: { name, status, lastSyncedAt } }: { readonly source: SourcePartsFragment }) {
  const why =
    status === 'OK' ? 'It has not been read completely for three intervals.' : sourceStatusTexts[status].meaning;
  return (
    <Text size="sm">
      <strong>{name}</strong>: {why}{' '}
      {lastSyncedAt == null ? (
        'It was never read completely.'
      ) : (
        <>
          What is shown of it was read <Moment at={lastSyncedAt} />.
        </>
      )}
    </Text>
  );
}
