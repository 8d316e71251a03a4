/** How many are in which state; each number leads to those it counts. */
import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatCount } from '../../parts/format.js';

export interface Count {
  readonly count: number;
  readonly badge: ReactNode;
  readonly href: string;
}

export function Counts({ counts, none }: { readonly counts: readonly Count[]; readonly none: string }) {
  if (counts.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <Group gap="md" component="ul" className="bare-list">
      {counts.map(({ count, badge, href }) => (
        <li key={href}>
          <Anchor component={Link} href={href} underline="never" className="count">
            <span className="number">{formatCount(count)}</span>
            {badge}
          </Anchor>
        </li>
      ))}
    </Group>
  );
}
