/** How a quota's use went and where it is heading: drawn, said in words, and as a table of the exact numbers. */
import { Collapse, Group, List, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import { forecastSentence, methodWords, rangeSentence } from './forecast-words.js';
import { formatTime } from './format.js';
import { useNow } from './moment.js';
import { Bones } from './page.js';
import type { UsageDrawingProps } from './usage-drawing.js';
import { UsageTable } from './usage-table.js';
import { courseInWords } from './usage-words.js';
import { zoneName } from './zone.js';

/** The charts' library is loaded when the first chart is shown. */
const Drawing = lazy(() => import('./usage-drawing.js'));

export interface UsageChartProps extends Omit<UsageDrawingProps, 'now' | 'summary'> {
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
}

export function UsageChart({ actions, ...drawn }: UsageChartProps) {
  const { title, points, resolution, quota, forecast } = drawn;
  const now = useNow();
  const [showsTable, { toggle }] = useDisclosure(false);
  const heading = useId();
  const zone = quota.source.timeZone ?? null;
  const summary = courseInWords(points, resolution, quota, now);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={heading}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" id={heading}>
            {title}
          </Title>
          <Group gap="md">
            <Switch label="Numbers as a table" checked={showsTable} onChange={toggle} />
            {actions}
          </Group>
        </Group>
        {points.length === 0 ? (
          <Text>Nothing was read of it in this time.</Text>
        ) : (
          <Suspense fallback={<Bones height={340} />}>
            <Drawing {...drawn} now={now} summary={summary} />
          </Suspense>
        )}
        <List size="sm" spacing={2} listStyleType="none">
          {[...summary, ...forecastInWords(quota, forecast, now)].map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          Days begin at midnight in {zoneName(zone)}, the zone in which {quota.source.name} counts them; all times here
          are in it.
        </Text>
        <Collapse expanded={showsTable}>
          {showsTable ? (
            <UsageTable title={title} points={points} resolution={resolution} quota={quota} now={now} />
          ) : null}
        </Collapse>
      </Stack>
    </Paper>
  );
}

/** What is expected, how sure that is, how it was reached and what it rests on. */
function forecastInWords(
  quota: UsageChartProps['quota'],
  forecast: UsageChartProps['forecast'],
  now: number,
): readonly string[] {
  if (forecast === null) return [];
  const day = (at: string) => formatTime(at, quota.source.timeZone ?? 'UTC').slice(0, 10);
  const { method, basis } = forecast;
  const range = rangeSentence(quota, forecast);
  return [
    `Forecast: ${forecastSentence(quota, forecast, now)}`,
    ...(range === null ? [] : [range]),
    `Reached by ${methodWords(method)}, from ${basis.samples} whole days between ${day(basis.from)} and ${day(basis.to)}.`,
  ];
}
