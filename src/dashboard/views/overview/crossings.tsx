/** The quotas that are within their limits now and are expected over them, the next one first. */
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { ForecastLine } from '../../parts/forecast.js';
import { words } from '../../parts/format.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { More } from './more.js';
import { nextCrossings } from './next-crossings.js';

/** Of the fullest, because a forecast costs much: who stands far below its limit crosses it last. */
const CrossingsQuery = graphql(`
  query Crossings {
    quotas(
      first: 60
      filter: { states: [OK, WARNING, CRITICAL] }
      orderBy: { field: RATIO, direction: DESC }
    ) {
      nodes {
        ...QuotaParts
        subject {
          id
          displayName
        }
        forecast {
          ...ForecastParts
        }
      }
    }
  }
`);

export function Crossings() {
  const asked = useAsk(CrossingsQuery, {});
  return (
    <Section
      title="Over their limits next"
      aside={<More href="/quotas?states=CRITICAL,WARNING">Quotas near their limits</More>}
    >
      <Answered asked={asked} height={160}>
        {({ quotas }) => {
          const next = nextCrossings(quotas.nodes);
          if (next.length === 0) return <Text c="dimmed">None of the fullest is expected over its limit.</Text>;
          return (
            <Stack gap="xs" component="ul" className="bare-list">
              {next.map((quota) => {
                const label = `${quota.subject.displayName}: ${words(quota.dimension).toLowerCase()}`;
                return (
                  <li key={quota.id}>
                    <Anchor component={Link} href={nodePath(quota.id)} size="sm">
                      {label}
                    </Anchor>
                    <ForecastLine quota={quota} forecast={quota.forecast} label={label} />
                  </li>
                );
              })}
            </Stack>
          );
        }}
      </Answered>
    </Section>
  );
}
