/** The quotas of an object, the worst first, each with where it is heading. */
import { SimpleGrid } from '@mantine/core';
import type { QuotaOutlookFragment } from '../../generated/graphql.js';
import { words } from '../../parts/format.js';
import { QuotaOutlook } from '../../parts/quota-outlook.js';
import { Section } from '../../parts/section.js';
import { QuotaStateBadge } from '../../parts/state.js';
import { Told } from './origin.js';
import { worstFirst } from './sentences.js';

export function Quotas({ quotas }: { readonly quotas: readonly QuotaOutlookFragment[] }) {
  if (quotas.length === 0) return null;
  return (
    <Section title={quotas.length === 1 ? 'Quota' : 'Quotas'}>
      <SimpleGrid cols={{ base: 1, lg: quotas.length === 1 ? 1 : 2 }} spacing="xl" verticalSpacing="md">
        {worstFirst(quotas).map((quota) => (
          <QuotaOutlook key={quota.id} quota={quota} />
        ))}
      </SimpleGrid>
    </Section>
  );
}

/** The state of the worst of them. */
export function WorstState({ quotas }: { readonly quotas: readonly QuotaOutlookFragment[] }) {
  const [worst] = worstFirst(quotas);
  if (worst === undefined) return null;
  return (
    <Told label={`State: ${words(worst.dimension)}`} exact={worst.state} reasons={worst.reasons}>
      <QuotaStateBadge state={worst.state} />
    </Told>
  );
}
