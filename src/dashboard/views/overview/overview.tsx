/** Is anything wrong, what will go wrong next, and how do I know? */
import './overview.css';
import { Grid, Stack } from '@mantine/core';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { Answered, Page } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { SourceLine } from '../../parts/source.js';
import { LicenseStatusBadge, QuotaStateBadge } from '../../parts/state.js';
import { BlockedSearches } from './blocked-searches.js';
import { Counts } from './counts.js';
import { Crossings } from './crossings.js';
import { Expiries } from './expiries.js';
import { GravestMessages } from './gravest-messages.js';
import { More } from './more.js';
import { VerdictNote } from './verdict-note.js';
import { WorstQuotas } from './worst-quotas.js';

const OverviewQuery = graphql(`
  query Overview {
    overview {
      sources {
        total
        ok
        stale
        failing
      }
      licenses {
        total
        byStatus {
          status
          count
        }
      }
      quotas {
        total
        byState {
          state
          count
        }
      }
      messages {
        bySeverity {
          severity
          count
        }
      }
    }
    blocked: peers(first: 1, filter: { searchBlocked: true }) {
      totalCount
    }
    sources(first: 20) {
      totalCount
      nodes {
        ...SourceParts
      }
    }
  }
`);

export default function Overview() {
  const asked = useAsk(OverviewQuery, {});
  return (
    <Page title="Overview" lead="Is anything wrong, what will go wrong next, and how do I know?">
      <Answered asked={asked} height={90}>
        {(data) => <VerdictNote data={data} />}
      </Answered>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="md">
            <WorstQuotas />
            <Crossings />
            <Expiries />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="md">
            <Answered asked={asked} height={320}>
              {({ overview, sources }) => (
                <>
                  <Section
                    title="Sources"
                    aside={
                      <More href="/sources">
                        {sources.totalCount > sources.nodes.length ? `All ${sources.totalCount}` : 'More about them'}
                      </More>
                    }
                  >
                    <Stack gap={6} component="ul" className="bare-list">
                      {sources.nodes.map((source) => (
                        <li key={source.id}>
                          <SourceLine source={source} />
                        </li>
                      ))}
                    </Stack>
                  </Section>
                  <Section title="Quotas by state" aside={<More href="/quotas">All quotas</More>}>
                    <Counts
                      counts={[...overview.quotas.byState].reverse().map(({ state, count }) => ({
                        count,
                        badge: <QuotaStateBadge state={state} />,
                        href: `/quotas?states=${state}`,
                      }))}
                      none="There are no quotas."
                    />
                  </Section>
                  <Section title="Licenses by status" aside={<More href="/licenses">All licenses</More>}>
                    <Counts
                      counts={[...overview.licenses.byStatus].reverse().map(({ status, count }) => ({
                        count,
                        badge: <LicenseStatusBadge status={status} />,
                        href: `/licenses?statuses=${status}`,
                      }))}
                      none="There are no licenses."
                    />
                  </Section>
                </>
              )}
            </Answered>
            <GravestMessages />
            <BlockedSearches />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
