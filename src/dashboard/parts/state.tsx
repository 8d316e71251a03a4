/** States as badges: the word always beside the color. */
import { Badge, Tooltip } from '@mantine/core';
import type { LicenseStatus, MessageSeverity, QuotaState, SourceStatus } from '../generated/graphql.js';
import { words } from './format.js';

type Color = 'good' | 'warn' | 'bad' | 'plain';

/** Read on both schemes: outlined, in shades that contrast with the page. */
export function StateBadge({
  color,
  label,
  hint,
}: {
  readonly color: Color;
  readonly label: string;
  readonly hint?: string;
}) {
  const badge = (
    <Badge variant="outline" tt="none" className={`state state-${color}`} style={{ flexShrink: 0 }}>
      {label}
    </Badge>
  );
  return hint === undefined ? badge : <Tooltip label={hint}>{badge}</Tooltip>;
}

const QUOTA: Readonly<Record<QuotaState, Color>> = {
  UNLIMITED: 'plain',
  OK: 'good',
  UNKNOWN: 'plain',
  WARNING: 'warn',
  CRITICAL: 'bad',
  EXCEEDED: 'bad',
};

export function QuotaStateBadge({ state }: { readonly state: QuotaState }) {
  return <StateBadge color={QUOTA[state]} label={words(state)} />;
}

const LICENSE: Readonly<Record<LicenseStatus, Color>> = {
  ACTIVE: 'good',
  INACTIVE: 'plain',
  EXPIRING: 'warn',
  UNKNOWN: 'plain',
  EXCEEDED: 'bad',
  EXPIRED: 'bad',
  SUSPENDED: 'bad',
  BANNED: 'bad',
  ABSENT: 'bad',
};

export function LicenseStatusBadge({ status }: { readonly status: LicenseStatus }) {
  return <StateBadge color={LICENSE[status]} label={words(status)} />;
}

const SEVERITY: Readonly<Record<MessageSeverity, Color>> = { INFO: 'plain', WARN: 'warn', ERROR: 'bad' };

export function SeverityBadge({ severity }: { readonly severity: MessageSeverity }) {
  return <StateBadge color={SEVERITY[severity]} label={words(severity)} />;
}

/** `OK` while nothing of it is out of date; what is stale says so, whatever its last attempt said. */
export function SourceStatusBadge({ status, stale }: { readonly status: SourceStatus; readonly stale: boolean }) {
  if (status === 'OK' && stale)
    return <StateBadge color="warn" label="Stale" hint="Not read completely for three intervals." />;
  const color = status === 'OK' ? 'good' : status === 'PENDING' ? 'plain' : 'bad';
  return <StateBadge color={color} label={status === 'OK' ? 'OK' : words(status)} />;
}
