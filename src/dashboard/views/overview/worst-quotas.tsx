/** The quotas to worry about most: how full they are, and when they are expected over their limit. */
import { Stack, Text } from '@mantine/core';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { ForecastLine } from '../../parts/forecast.js';
import { words } from '../../parts/format.js';
import { Answered } from '../../parts/page.js';
import { QuotaBar } from '../../parts/quota.js';
import { Section } from '../../parts/section.js';
import { More } from './more.js';

const WorstQuotasQuery = graphql(`
  query WorstQuotas {
    overview {
      quotas {
        worst(first: 6) {
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
  }
`);

export function WorstQuotas() {
  const asked = useAsk(WorstQuotasQuery, {});
  return (
    <Section title="Quotas to worry about most" aside={<More href="/quotas">All quotas</More>}>
      <Answered asked={asked} height={420}>
        {({ overview: { quotas } }) =>
          quotas.worst.length === 0 ? (
            <Text c="dimmed">There are no quotas.</Text>
          ) : (
            <Stack gap="md" component="ul" className="bare-list">
              {quotas.worst.map((quota) => {
                const label = `${quota.subject.displayName}: ${words(quota.dimension).toLowerCase()}`;
                return (
                  <li key={quota.id}>
                    <QuotaBar quota={quota} label={label} href={nodePath(quota.id)} />
                    {quota.dimension === 'WARNINGS' ? null : (
                      <ForecastLine quota={quota} forecast={quota.forecast} label={label} />
                    )}
                  </li>
                );
              })}
            </Stack>
          )
        }
      </Answered>
    </Section>
  );
}
