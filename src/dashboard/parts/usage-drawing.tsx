/** The drawing of a chart of use. Loaded by itself: the library for it is as large as the rest of the page. */
import './usage-chart.css';
import { Group, Paper, Stack, Text } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ForecastPartsFragment, QuotaPartsFragment, UsageResolution } from '../generated/graphql.js';
import { amountTicks, timeTicks } from './chart-scale.js';
import { formatAmount, formatBytes, formatCount, isBytes } from './format.js';
import {
  isUnfinished,
  limitSteps,
  topOf,
  type UsagePointLike,
  type UsageRow,
  usageRows,
  withForecast,
} from './usage-rows.js';
import { pointTime } from './usage-words.js';
import { dateIn, wallClock } from './zone.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface UsageDrawingProps {
  readonly title: string;
  readonly points: readonly UsagePointLike[];
  readonly resolution: UsageResolution;
  readonly quota: Pick<
    QuotaPartsFragment,
    'dimension' | 'measure' | 'state' | 'source' | 'resetsAt' | 'limit' | 'remaining'
  >;
  readonly forecast: ForecastPartsFragment | null;
  readonly now: number;
  /** The same in words. */
  readonly summary: readonly string[];
}

export default function UsageDrawing({ title, points, resolution, quota, forecast, now, summary }: UsageDrawingProps) {
  const { dimension, source, resetsAt } = quota;
  const zone = source.timeZone ?? 'UTC';
  const rows = withForecast(usageRows(points, resolution), forecast, { now, resetsAt });
  const steps = limitSteps(points, resolution, zone);
  const { top, isLimitAbove } = topOf(rows, steps);
  const ticks = amountTicks(top, isBytes(dimension) ? source : null);
  const from = rows[0]?.at ?? now;
  const to = Math.max(rows.at(-1)?.at ?? now, steps.at(-1)?.to ?? 0);
  // A counter's largest and last use are mostly the same: then one line says it.
  const isOneLine = points.every(({ peak, last }) => peak === last);
  const hasForecast = rows.some(({ band }) => band !== null);
  const mark = (value: number) =>
    isBytes(dimension) ? formatBytes(BigInt(Math.round(value)), source.kind) : formatCount(Math.round(value));
  const dots = dotsOf(rows, (row) => row.point !== null && isUnfinished(row.point, resolution, zone, now));

  return (
    <Stack gap={4} className="usage-chart">
      <div role="img" aria-label={`Chart of ${title}. ${summary.join(' ')} The numbers are in the table below.`}>
        <ResponsiveContainer width="100%" height={340}>
          <ComposedChart
            data={[...rows]}
            margin={{ top: 12, right: 16, bottom: 4, left: 4 }}
            accessibilityLayer={false}
          >
            <XAxis
              type="number"
              dataKey="at"
              domain={[from, to]}
              ticks={[...timeTicks(from, to, zone)]}
              tickFormatter={(at: number) => timeMark(at, zone)}
              stroke="var(--chart-axis)"
              fontSize={12}
              tickMargin={6}
            />
            <YAxis
              domain={[0, ticks.at(-1) ?? 1]}
              ticks={[...ticks]}
              tickFormatter={mark}
              width={76}
              stroke="var(--chart-axis)"
              fontSize={12}
            />
            {timeTicks(from, to, zone).map((at) => (
              <ReferenceLine key={at} x={at} stroke="var(--chart-grid)" />
            ))}
            {ticks.slice(1).map((value) => (
              <ReferenceLine key={value} y={value} stroke="var(--chart-grid)" />
            ))}
            {hasForecast ? (
              <Area
                dataKey="band"
                stroke="var(--chart-forecast)"
                strokeWidth={1}
                fill="var(--chart-forecast)"
                fillOpacity={0.25}
                isAnimationActive={false}
                activeDot={false}
              />
            ) : null}
            {isLimitAbove
              ? null
              : steps.flatMap(({ from: start, to: end, limit }, index) => {
                  const before = steps[index - 1];
                  return [
                    <ReferenceLine
                      key={start}
                      segment={[
                        { x: start, y: limit },
                        { x: end, y: limit },
                      ]}
                      stroke="var(--chart-limit)"
                      strokeWidth={2}
                      strokeDasharray="8 4"
                    />,
                    ...(before?.to === start
                      ? [
                          <ReferenceLine
                            key={`step ${start}`}
                            segment={[
                              { x: start, y: before.limit },
                              { x: start, y: limit },
                            ]}
                            stroke="var(--chart-limit)"
                            strokeWidth={2}
                            strokeDasharray="8 4"
                          />,
                        ]
                      : []),
                  ];
                })}
            {isOneLine ? null : (
              <Line
                dataKey="last"
                stroke="var(--chart-last)"
                strokeWidth={1.5}
                strokeDasharray="2 3"
                dot={false}
                isAnimationActive={false}
              />
            )}
            <Line dataKey="peak" stroke="var(--chart-use)" strokeWidth={2} dot={dots} isAnimationActive={false} />
            {forecast?.projectedAtReset == null ? null : (
              <Line
                dataKey="projected"
                stroke="var(--chart-use)"
                strokeWidth={2}
                strokeDasharray="1 5"
                strokeLinecap="round"
                dot={false}
                isAnimationActive={false}
              />
            )}
            <Tooltip
              isAnimationActive={false}
              content={({ payload }) => {
                const row = payload?.[0]?.payload as UsageRow | undefined;
                return row === undefined ? null : (
                  <RowNote row={row} say={(value) => formatAmount(value, dimension, source.kind)}>
                    {row.point === null ? timeOf(row.at, zone) : pointTime(row.point, resolution, zone)}
                    {row.point !== null && isUnfinished(row.point, resolution, zone, now) ? ' (not over)' : ''}
                  </RowNote>
                );
              }}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <Group gap="lg" aria-hidden>
        <LegendEntry stroke="var(--chart-use)">{isOneLine ? 'Use' : 'Largest use'}</LegendEntry>
        {isOneLine ? null : (
          <LegendEntry stroke="var(--chart-last)" dash="2 3">
            Last use
          </LegendEntry>
        )}
        {steps.length === 0 ? null : (
          <LegendEntry stroke="var(--chart-limit)" dash="8 4">
            {isLimitAbove ? `Limit: ${mark(steps.at(-1)?.limit ?? 0)}, far above what is shown` : 'Limit'}
          </LegendEntry>
        )}
        {hasForecast ? (
          <LegendEntry stroke="var(--chart-forecast)" width={10}>
            Expected in 8 of 10 cases
          </LegendEntry>
        ) : null}
      </Group>
    </Stack>
  );
}

function RowNote({
  row: { point, band, projected },
  say,
  children,
}: PropsWithChildren<{ readonly row: UsageRow; readonly say: (value: string | null | undefined) => string }>) {
  const lines =
    point === null
      ? [
          ...(projected === null ? [] : [`Expected: ${say(String(Math.round(projected)))}`]),
          ...(band === null
            ? []
            : [`8 of 10 cases: ${band.map((value) => say(String(Math.round(value)))).join(' to ')}`]),
        ]
      : [
          `Largest: ${say(point.peak)}`,
          `Last: ${say(point.last)}`,
          `Limit: ${point.limit == null ? 'none or unknown' : say(point.limit)}`,
          `Reads: ${formatCount(point.samples)}`,
        ];
  return lines.length === 0 ? null : (
    <Paper withBorder shadow="md" p="xs">
      <Text size="sm" fw={600}>
        {children}
      </Text>
      {lines.map((line) => (
        <Text size="sm" key={line} className="number">
          {line}
        </Text>
      ))}
    </Paper>
  );
}

function LegendEntry({
  stroke,
  dash,
  width = 2,
  children,
}: PropsWithChildren<{ readonly stroke: string; readonly dash?: string; readonly width?: number }>) {
  return (
    <Group gap={6} wrap="nowrap">
      <svg width="28" height="12" aria-hidden="true">
        <line
          x1="0"
          x2="28"
          y1="6"
          y2="6"
          stroke={stroke}
          strokeWidth={width}
          strokeDasharray={dash}
          opacity={width > 2 ? 0.4 : 1}
        />
      </svg>
      <Text size="sm">{children}</Text>
    </Group>
  );
}

/** A dot where a line would not be seen (a point between two gaps), on all when they are few; hollow where the time is not over. */
function dotsOf(rows: readonly UsageRow[], isOpen: (row: UsageRow) => boolean) {
  const areFew = rows.length <= 62;
  return ({ cx, cy, index, payload }: { cx?: number; cy?: number; index?: number; payload?: UsageRow }) => {
    if (payload?.peak == null || cx === undefined || cy === undefined || index === undefined) return null;
    const isAlone = rows[index - 1]?.peak == null && rows[index + 1]?.peak == null;
    const open = isOpen(payload);
    if (!areFew && !isAlone && !open) return null;
    return (
      <circle
        key={payload.at}
        cx={cx}
        cy={cy}
        r={open ? 5 : 2.5}
        stroke="var(--chart-use)"
        strokeWidth={2}
        fill={open ? 'var(--mantine-color-body)' : 'var(--chart-use)'}
      />
    );
  };
}

/** `22 Nov` where a day begins, else `14:00`. */
function timeMark(at: number, zone: string): string {
  const clock = wallClock(at, zone);
  const time = clock.toISOString().slice(11, 16);
  return dateIn(at, zone) === dateIn(at - 1, zone) ? time : `${clock.getUTCDate()} ${MONTHS[clock.getUTCMonth()]}`;
}

function timeOf(at: number, zone: string): string {
  return wallClock(at, zone).toISOString().slice(0, 16).replace('T', ' ');
}
