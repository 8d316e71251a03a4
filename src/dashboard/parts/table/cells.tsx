/** What stands in the cells of several tables. */
import { Text } from '@mantine/core';
import type { QuotaPartsFragment, TableSourceFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Figure } from '../figure.js';
import { formatCount } from '../format.js';
import { ObjectLink } from '../object-link.js';
import { QuotaFigure } from '../quota.js';
import { QuotaStateBadge } from '../state.js';

export const TableSource = graphql(`
  fragment TableSource on Source {
    id
    name
    kind
    stale
    lastSyncedAt
  }
`);

/** Something named in a row that has a page of its own. */
export function ObjectCell({
  object,
}: {
  readonly object: { readonly id: string; readonly displayName: string } | null | undefined;
}) {
  return object == null ? <None /> : <ObjectLink object={object} size="sm" />;
}

/** The same of a name that may be longer than its cell: as wide as the cell, so that it lies under no neighbor. */
export function ClippedLink({ object }: Parameters<typeof ObjectCell>[0]) {
  return object == null ? <None /> : <ObjectLink object={object} size="sm" display="block" truncate />;
}

/** The source of a row; what is out of date is said to be. */
export function SourceCell({ source }: { readonly source: Pick<TableSourceFragment, 'id' | 'name' | 'stale'> }) {
  return (
    <>
      <ObjectLink object={{ id: source.id, displayName: source.name }} size="sm" />
      {source.stale ? (
        <Text span size="xs" className="state state-warn">
          {' '}
          stale
        </Text>
      ) : null}
    </>
  );
}

/** A number of a row that is no quota: as the vendor said it. */
export function NumberCell({
  label,
  value,
  shown,
  source,
  facts = [],
}: {
  readonly label: string;
  /** Exact. */
  readonly value: string | number | null | undefined;
  /** As it is read; the number itself when absent. */
  readonly shown?: string;
  readonly source: TableSourceFragment;
  readonly facts?: readonly (readonly [string, string])[];
}) {
  const exact = value == null ? 'unknown' : formatCount(value);
  return (
    <Figure
      label={label}
      provenance={{
        source,
        observedAt: source.lastSyncedAt ?? null,
        stale: source.stale,
        facts: [['Reported', exact], ...facts],
      }}
    >
      {value == null ? 'unknown' : (shown ?? exact)}
    </Figure>
  );
}

const STATES: readonly QuotaPartsFragment['state'][] = [
  'UNLIMITED',
  'OK',
  'UNKNOWN',
  'WARNING',
  'CRITICAL',
  'EXCEEDED',
];

/** Of several quotas the one to worry about most. */
export function worstQuota(quotas: readonly QuotaPartsFragment[]): QuotaPartsFragment | undefined {
  return quotas.toSorted(
    (a, b) => STATES.indexOf(b.state) - STATES.indexOf(a.state) || (b.ratio ?? 0) - (a.ratio ?? 0),
  )[0];
}

export function QuotaCell({
  quota,
  label,
}: {
  readonly quota: QuotaPartsFragment | undefined;
  readonly label: string;
}) {
  return quota === undefined ? <None /> : <QuotaFigure quota={quota} label={label} />;
}

export function StateCell({ quota }: { readonly quota: QuotaPartsFragment | undefined }) {
  return quota === undefined ? <None /> : <QuotaStateBadge state={quota.state} />;
}

/** Nothing: there is none. */
export function None() {
  return (
    <Text span size="sm" c="dimmed">
      none
    </Text>
  );
}

export function yesNo(value: boolean | null | undefined): string {
  return value == null ? 'unknown' : value ? 'yes' : 'no';
}
