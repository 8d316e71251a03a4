/** Where the use of a quota is heading, in words, with how that is known a click away. */
import { Text } from '@mantine/core';
import type { ForecastPartsFragment, QuotaPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { Figure } from './figure.js';
import { forecastSentence, methodWords, rangeSentence } from './forecast-words.js';
import { formatTime } from './format.js';
import { useNow } from './moment.js';

export const ForecastParts = graphql(`
  fragment ForecastParts on Forecast {
    method
    projectedAtReset
    exhaustsAt
    low
    high
    basis {
      from
      to
      samples
    }
  }
`);

/** `label`: of whom and what. */
export function ForecastLine({
  quota,
  forecast,
  label,
}: {
  readonly quota: QuotaPartsFragment;
  readonly forecast: ForecastPartsFragment | null | undefined;
  readonly label: string;
}) {
  const now = useNow();
  if (forecast == null) {
    return (
      <Text size="sm" c="dimmed">
        No forecast: it takes seven days of history, and a use that is known.
      </Text>
    );
  }
  const { source, observedAt, stale } = quota;
  const { method, exhaustsAt, basis } = forecast;
  const range = rangeSentence(quota, forecast);
  const time = (at: string) => formatTime(at, source.timeZone);
  return (
    <Text size="sm" c="dimmed" component="div">
      <Figure
        label={`Forecast: ${label}`}
        wraps
        provenance={{
          source,
          observedAt,
          stale,
          facts: [
            ['Reached by', methodWords(method)],
            ['Rests on', `${basis.samples} days, ${time(basis.from).slice(0, 10)} to ${time(basis.to).slice(0, 10)}`],
            ...(exhaustsAt == null || quota.state === 'EXCEEDED'
              ? []
              : [['Crosses the limit', time(exhaustsAt)] as const]),
          ],
          reasons: range === null ? [] : [range],
        }}
      >
        {forecastSentence(quota, forecast, now)}
      </Figure>
    </Text>
  );
}
