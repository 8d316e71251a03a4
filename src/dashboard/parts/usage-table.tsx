/** The numbers of a chart of use, the latest first, with what is missing said where it is missing. */
import { ScrollArea, Table, Text } from '@mantine/core';
import type { QuotaPartsFragment, UsageResolution } from '../generated/graphql.js';
import { formatAmount, formatCount } from './format.js';
import { gapsOf, isUnfinished, type UsagePointLike } from './usage-rows.js';
import { pointTime } from './usage-words.js';

export function UsageTable({
  title,
  points,
  resolution,
  quota: { dimension, source },
  now,
}: {
  readonly title: string;
  readonly points: readonly UsagePointLike[];
  readonly resolution: UsageResolution;
  readonly quota: Pick<QuotaPartsFragment, 'dimension' | 'source'>;
  readonly now: number;
}) {
  const zone = source.timeZone ?? 'UTC';
  const unit = resolution === 'DAY' ? 'Day' : 'Hour';
  const gaps = new Map(gapsOf(points, resolution).map((gap) => [gap.to, gap]));
  const amount = (value: string | null | undefined, missing: string) =>
    value == null ? (
      <Text span size="sm" c="dimmed">
        {missing}
      </Text>
    ) : (
      <span title={formatCount(value)}>{formatAmount(value, dimension, source.kind)}</span>
    );
  return (
    <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': `Numbers of ${title}` }}>
      <Table stickyHeader captionSide="top">
        <Table.Caption>Each number exact behind the pointer. The latest come first.</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{unit}</Table.Th>
            {['Largest', 'Last', 'Limit', 'Reads'].map((name) => (
              <Table.Th key={name} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().flatMap((point) => {
            const gap = gaps.get(Date.parse(point.start));
            const time = pointTime(point, resolution, zone);
            return [
              <Table.Tr key={point.start}>
                <Table.Th scope="row" fw={400} className="number">
                  {time}
                  {isUnfinished(point, resolution, zone, now) ? ' (not over)' : ''}
                </Table.Th>
                <Table.Td ta="right" className="number">
                  {amount(point.peak, 'unknown')}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {amount(point.last, 'unknown')}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {amount(point.limit, 'none or unknown')}
                </Table.Td>
                <Table.Td ta="right" className="number">
                  {formatCount(point.samples)}
                </Table.Td>
              </Table.Tr>,
              ...(gap === undefined
                ? []
                : [
                    <Table.Tr key={`before ${point.start}`}>
                      <Table.Td colSpan={5} c="dimmed">
                        {gap.missing === 1 ? `1 ${unit.toLowerCase()}` : `${gap.missing} ${unit.toLowerCase()}s`} not
                        read
                      </Table.Td>
                    </Table.Tr>,
                  ]),
            ];
          })}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
