/** Where to begin when nothing was chosen: what is fullest. */
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { words } from '../../parts/format.js';
import { Answered } from '../../parts/page.js';
import { QuotaFigure } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';

const WorstForHistory = graphql(`
  query WorstForHistory {
    quotas(first: 10) {
      nodes {
        ...QuotaParts
        subject {
          id
          displayName
        }
      }
    }
  }
`);

export function WorstQuotas({ onChoose }: { readonly onChoose: (subject: string, dimension: string) => void }) {
  const asked = useAsk(WorstForHistory, {});
  return (
    <Answered asked={asked}>
      {({ quotas: { nodes } }) => (
        <Stack gap="xs" maw={720}>
          <Title order={2} size="h4">
            Fullest now
          </Title>
          {nodes.length === 0 ? <Text>Nothing is measured yet.</Text> : null}
          {nodes.map((quota) => (
            <Group key={quota.id} justify="space-between" gap="xs">
              <Anchor component="button" ta="left" onClick={() => onChoose(quota.subject.id, quota.dimension)}>
                {quota.subject.displayName} · {words(quota.dimension)}
              </Anchor>
              <Group gap="xs">
                <QuotaFigure quota={quota} label={`${quota.subject.displayName}, ${words(quota.dimension)}`} />
                <QuotaStateBadge state={quota.state} />
              </Group>
            </Group>
          ))}
        </Stack>
      )}
    </Answered>
  );
}
