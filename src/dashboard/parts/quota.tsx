/** A quota: its bar, its numbers with where they come from, and its state. */
import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { QuotaPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { Figure } from './figure.js';
import { formatAmount, formatRatio, words } from './format.js';
import { QuotaStateBadge } from './state.js';

export const QuotaParts = graphql(`
  fragment QuotaParts on Quota {
    id
    source {
      id
      name
      kind
      timeZone
    }
    dimension
    measure
    limit
    used
    remaining
    ratio
    state
    enforcement
    overageLimit
    resetsAt
    observedAt
    stale
    reasons
  }
`);

/** Of bars and rings; the state stands beside them in words. */
export const quotaColors: Readonly<Record<QuotaPartsFragment['state'], string>> = {
  UNLIMITED: 'gray',
  OK: 'green',
  UNKNOWN: 'gray',
  WARNING: 'orange',
  CRITICAL: 'red',
  EXCEEDED: 'red',
};

/** How much of a bar or ring is filled; what is over a limit of nothing fills it. */
export function percentOf({ ratio, state }: Pick<QuotaPartsFragment, 'ratio' | 'state'>): number {
  if (ratio == null) return state === 'EXCEEDED' ? 100 : 0;
  return Math.min(100, ratio * 100);
}

/** `label`: of whom and what, when that is not said beside it; `href`: where that is. */
export function QuotaBar({
  quota,
  label,
  href,
}: {
  readonly quota: QuotaPartsFragment;
  readonly label?: string;
  readonly href?: string;
}) {
  const name = label ?? words(quota.dimension);
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        {href === undefined ? (
          <Text size="sm">{name}</Text>
        ) : (
          <Anchor component={Link} href={href} size="sm">
            {name}
          </Anchor>
        )}
        <Group gap="xs" wrap="nowrap">
          <QuotaFigure quota={quota} label={name} />
          <QuotaStateBadge state={quota.state} />
        </Group>
      </Group>
      <Progress.Root size="md">
        <Progress.Section
          value={percentOf(quota)}
          color={quotaColors[quota.state]}
          aria-label={`${name}: ${formatRatio(quota.ratio)} of the limit`}
        />
      </Progress.Root>
    </Stack>
  );
}

/** `1.5 GB of 10 GB`, with where that comes from behind it. */
export function QuotaFigure({ quota, label }: { readonly quota: QuotaPartsFragment; readonly label: string }) {
  const { source, dimension } = quota;
  const amount = (value: string | null | undefined) => formatAmount(value, dimension, source.kind);
  return (
    <Figure
      label={label}
      provenance={{
        source,
        observedAt: quota.observedAt,
        stale: quota.stale,
        facts: [
          ['Used', quota.used ?? 'unknown'],
          ['Limit', quota.state === 'UNLIMITED' ? 'none' : (quota.limit ?? 'unknown')],
          ['Remaining', quota.remaining ?? 'unknown'],
          ['Share', formatRatio(quota.ratio)],
          ['Above the limit', words(quota.enforcement)],
        ],
        reasons: quota.reasons,
      }}
    >
      {quota.state === 'UNLIMITED'
        ? `${amount(quota.used)}, no limit`
        : `${amount(quota.used)} of ${amount(quota.limit)}`}
    </Figure>
  );
}
