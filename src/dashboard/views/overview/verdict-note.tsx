/** The answer to "is anything wrong?", above everything else, and what it rests on. */
import { Group, Paper, Text } from '@mantine/core';
import { CircleCheck, CircleHelp, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { OverviewQuery } from '../../generated/graphql.js';
import { formatCount } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { type Verdict, verdictOf } from './verdict.js';

const LOOKS = {
  good: ['state-good', CircleCheck],
  warn: ['state-warn', TriangleAlert],
  bad: ['state-bad', OctagonAlert],
  unknown: ['state-plain', CircleHelp],
} as const satisfies Record<Verdict['level'], unknown>;

export function VerdictNote({ data }: { readonly data: OverviewQuery }) {
  const { level, sentence } = verdictOf(data);
  const [look, Icon] = LOOKS[level];
  const { licenses, quotas, sources } = data.overview;
  const reads = data.sources.nodes.map(({ lastSyncedAt }) => lastSyncedAt).filter((at) => at != null);
  return (
    <Paper withBorder p="md" className={`verdict ${look}`}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Icon size={28} aria-hidden className="verdict-icon" />
        <div role="status">
          <Text size="lg" fw={600}>
            {sentence}
          </Text>
          <Text size="sm" c="dimmed">
            Told from {formatCount(licenses.total)} licenses and {formatCount(quotas.total)} quotas of{' '}
            {formatCount(sources.total)} {sources.total === 1 ? 'source' : 'sources'}
            {reads.length === 0 ? (
              '.'
            ) : (
              <>
                ; what is oldest of it was read <Moment at={reads.sort()[0]} />.
              </>
            )}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
