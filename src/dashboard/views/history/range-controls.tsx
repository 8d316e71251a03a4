/** Hours or days, and from when to when, in the source's zone. */
import { Button, Group, Input, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useNow } from '../../parts/moment.js';
import { dateIn, zoneName } from '../../parts/zone.js';
import type { HistoryRange } from './range.js';

/** How far back each button goes, within what the gateway keeps. */
const BACK = {
  HOUR: [2, 7, 35],
  DAY: [30, 90, 400],
} as const;
const DAY_MS = 86_400_000;

export interface RangeControlsProps {
  readonly range: HistoryRange;
  readonly dimensions: readonly { readonly value: string; readonly label: string }[];
  readonly dimension: string;
  readonly zone: string | null;
  readonly onDimension: (dimension: string) => void;
  readonly onChange: (changes: Readonly<Record<string, string | null>>) => void;
}

export function RangeControls({ range, dimensions, dimension, zone, onDimension, onChange }: RangeControlsProps) {
  const now = useNow();
  // Of the days that end today, so many whole ones and today.
  const daysAgo = (days: number) => dateIn(now - (days - 1) * DAY_MS, zone);
  const shown = range.from === null ? (range.resolution === 'HOUR' ? null : 30) : null;
  return (
    <Stack gap="xs" w="100%">
      <Group gap="md" align="flex-end">
        {dimensions.length < 2 ? null : (
          <Select
            label="Measured"
            data={dimensions}
            value={dimension}
            allowDeselect={false}
            onChange={(value) => value !== null && onDimension(value)}
          />
        )}
        <Input.Wrapper label="By" labelElement="div">
          <SegmentedControl
            display="flex"
            aria-label="By hour or by day"
            data={[
              { value: 'DAY', label: 'Day' },
              { value: 'HOUR', label: 'Hour' },
            ]}
            value={range.resolution}
            onChange={(resolution) =>
              onChange({ resolution: resolution === 'DAY' ? null : resolution, from: null, to: null })
            }
          />
        </Input.Wrapper>
        <TextInput
          type="date"
          label={`From (${zoneName(zone)})`}
          value={range.from ?? ''}
          error={range.problem !== null}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Up to and with"
          value={range.to ?? ''}
          error={range.problem !== null}
          onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
        />
        <Button.Group aria-label="How far back">
          {BACK[range.resolution].map((days) => {
            const isShown = range.to === null && (range.from === daysAgo(days) || shown === days);
            return (
              <Button
                key={days}
                variant={isShown ? 'filled' : 'default'}
                aria-pressed={isShown}
                onClick={() => onChange({ from: daysAgo(days), to: null })}
              >
                {days} days
              </Button>
            );
          })}
        </Button.Group>
      </Group>
      {range.problem === null ? null : <Input.Error role="alert">{range.problem}</Input.Error>}
    </Stack>
  );
}
