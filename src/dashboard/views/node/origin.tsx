/** Where everything on a page comes from, so that each of its numbers can say so. */
import { createContext, type PropsWithChildren, use } from 'react';
import type { SourcePartsFragment } from '../../generated/graphql.js';
import { Figure } from '../../parts/figure.js';
import { formatBytes, formatCount } from '../../parts/format.js';

const OriginContext = createContext<SourcePartsFragment | null>(null);
export const Origin = OriginContext;

/** A value as the page's source said it; the exact one behind it. */
export function Told({
  label,
  exact,
  reasons,
  children,
}: PropsWithChildren<{ readonly label: string; readonly exact?: string; readonly reasons?: readonly string[] }>) {
  const source = use(OriginContext);
  if (source === null) throw new Error('Told stands outside of the page of an object');
  return (
    <Figure
      label={label}
      provenance={{
        source,
        observedAt: source.lastSyncedAt ?? null,
        stale: source.stale,
        ...(exact === undefined ? {} : { facts: [['Exactly', exact]] }),
        ...(reasons === undefined ? {} : { reasons }),
      }}
    >
      {children}
    </Figure>
  );
}

/** Bytes in the vendor's own base. `none`: what it means that there is no number. */
export function Bytes(props: {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly none?: string;
}) {
  const source = use(OriginContext);
  const { label, value, none = 'not known' } = props;
  return (
    <Told label={label} exact={value == null ? none : `${formatCount(value)} bytes`}>
      {value == null ? none : formatBytes(value, source?.kind ?? '')}
    </Told>
  );
}

export function Count(props: {
  readonly label: string;
  readonly value: string | number | null | undefined;
  readonly none?: string;
}) {
  const { label, value, none = 'not known' } = props;
  return <Told label={label}>{value == null ? none : formatCount(value)}</Told>;
}
