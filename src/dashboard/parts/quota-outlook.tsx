/** A quota with what happens above its limit, when it starts again and where it is heading. */
import { Stack, Text } from '@mantine/core';
import type { QuotaOutlookFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { ForecastLine } from './forecast.js';
import { formatAmount, words } from './format.js';
import { Moment } from './moment.js';
import { QuotaBar } from './quota.js';

export const QuotaOutlookParts = graphql(`
  fragment QuotaOutlook on Quota {
    ...QuotaParts
    forecast {
      ...ForecastParts
    }
  }
`);

export function QuotaOutlook({ quota }: { readonly quota: QuotaOutlookFragment }) {
  const label = words(quota.dimension);
  return (
    <Stack gap={4}>
      <QuotaBar quota={quota} label={label} />
      <Rule quota={quota} />
      {/* Warnings are not foretold. */}
      {quota.measure === 'ROLLING_WINDOW' ? null : (
        <ForecastLine quota={quota} forecast={quota.forecast} label={label} />
      )}
    </Stack>
  );
}

/** Nothing of what has no limit and never starts again. */
function Rule({ quota }: { readonly quota: QuotaOutlookFragment }) {
  const { resetsAt, measure } = quota;
  const above = aboveLimit(quota);
  if (above === null && resetsAt == null) return null;
  return (
    <Text size="sm" c="dimmed">
      {above}{' '}
      {resetsAt == null ? null : (
        <>
          {measure === 'ROLLING_WINDOW' ? 'The next one leaves the window ' : 'Starts again '}
          <Moment at={resetsAt} />.
        </>
      )}
    </Text>
  );
}

function aboveLimit({
  limit,
  state,
  enforcement,
  overageLimit,
  dimension,
  source,
}: QuotaOutlookFragment): string | null {
  if (state === 'UNLIMITED') return null;
  if (limit == null) return 'The limit is not known.';
  if (enforcement === 'HARD') return 'Above the limit the vendor refuses or blocks.';
  if (enforcement === 'INFORMATIONAL') return 'Nothing happens above the limit.';
  return overageLimit == null
    ? 'The vendor allows use above the limit and takes note.'
    : `The vendor allows up to ${formatAmount(overageLimit, dimension, source.kind)}.`;
}
