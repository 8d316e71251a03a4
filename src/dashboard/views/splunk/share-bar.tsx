/** A stack's quota as one bar, a share for each pool, filled as far as it is used. Its numbers are the table below it. */
import { Group, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Shares } from './shares.js';
import './splunk.css';

export function ShareBar({ shares, label }: { readonly shares: Shares; readonly label: string }) {
  const { shares: parts, unallocated, overAllocated, end } = shares;
  return (
    <div>
      <div className="shares" role="img" aria-label={label}>
        {parts.map(({ id, name, width, filled, isOver }, index) => (
          <div
            key={id}
            title={name}
            className="share"
            style={{ width: `${width}%`, ...colorOf(index) }}
            data-over={isOver}
          >
            <div style={{ width: `${filled}%` }} />
          </div>
        ))}
        {overAllocated > 0n ? <div className="shares-end" style={{ left: `${end}%` }} /> : null}
      </div>
      <Group gap="md" mt={6}>
        <Legend className="share-used" text="used today" />
        <Legend className="share-free" text="given to a pool, not used" />
        {parts.some(({ isOver }) => isOver) ? <Legend className="share-over" text="over its quota" /> : null}
        {unallocated > 0n ? <Legend className="share-none" text="in no pool" /> : null}
        {overAllocated > 0n ? <Legend className="share-end" text="here the stack’s quota ends" /> : null}
      </Group>
    </div>
  );
}

/** Beside the name of a pool: which share is its. */
export function Swatch({ index }: { readonly index: number }) {
  return <span className="swatch" style={colorOf(index)} aria-hidden />;
}

function Legend({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <span className={`swatch ${className}`} aria-hidden />
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    </Group>
  );
}

/** Told apart with most color deficiencies, on light and on dark; the order of the table says the same. */
const COLORS = ['#2f81c9', '#d9822b', '#2a9d8f', '#a463c4', '#c9a227', '#d1577a', '#5b6fd6', '#6b8e23'] as const;

function colorOf(index: number): CSSProperties {
  return { '--share': COLORS[index % COLORS.length] } as CSSProperties;
}
