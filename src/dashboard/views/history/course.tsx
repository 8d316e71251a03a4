/** The use of one quota over the chosen time: the chart, what is expected in words, and the same numbers as a table. */
import { Stack } from '@mantine/core';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { ExportButton } from '../../parts/export-button.js';
import { words } from '../../parts/format.js';
import { useNow } from '../../parts/moment.js';
import { Answered } from '../../parts/page.js';
import { QuotaBar } from '../../parts/quota.js';
import { UsageChart } from '../../parts/usage-chart.js';
import type { Measured } from './chosen.js';
import type { HistoryRange } from './range.js';

const CourseQuery = graphql(`
  query Course($id: ID!, $from: DateTime, $to: DateTime, $resolution: UsageResolution!) {
    node(id: $id) {
      id
      ... on Quota {
        ...QuotaParts
        usage(from: $from, to: $to, resolution: $resolution) {
          start
          peak
          last
          limit
          samples
        }
        forecast {
          ...ForecastParts
        }
      }
    }
  }
`);

export function Course({
  quotaId,
  subject,
  range,
}: {
  readonly quotaId: string;
  readonly subject: Pick<Measured, 'displayName'>;
  readonly range: HistoryRange;
}) {
  const now = useNow();
  const { variables, problem } = range;
  const asked = useAsk(CourseQuery, { id: quotaId, ...variables }, { enabled: problem === null, keepPrevious: true });
  const reachesNow = variables.to === null || Date.parse(variables.to) > now;
  return (
    <Answered asked={asked} height={420}>
      {({ node }) =>
        node == null || !('usage' in node) ? null : (
          <Stack gap="md">
            <QuotaBar quota={node} label={`${subject.displayName}: ${words(node.dimension)} now`} />
            <UsageChart
              title={`${subject.displayName}: ${words(node.dimension)}`}
              points={node.usage}
              resolution={variables.resolution}
              quota={node}
              forecast={reachesNow ? (node.forecast ?? null) : null}
              actions={<ExportButton connection="usage" filter={{ quotaId, ...variables }} />}
            />
          </Stack>
        )
      }
    </Answered>
  );
}
