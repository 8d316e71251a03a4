/** Who did what to what, when, and what came of it. For admins. */
import { Text } from '@mantine/core';
import type { AuditOutcome, AuditTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Page } from '../../parts/page.js';
import { ClippedLink, None, SourceCell } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { commonFilters, options } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';
import { EntryDetails } from './entry-details.js';

const AuditTable = graphql(`
  query AuditTable($first: Int, $after: String, $filter: AuditEntryFilter, $orderBy: AuditEntryOrder) {
    auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        at
        actor
        role
        action
        subjectId
        source {
          ...TableSource
        }
        input
        before
        after
        outcome
        code
        upstreamRequestId
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Row = NonNullable<AuditTableQuery['auditEntries']>['nodes'][number];

const OUTCOMES: readonly AuditOutcome[] = ['APPLIED', 'REFUSED', 'FAILED', 'UNKNOWN'];
/** The code of a refusal that was asked for: what would change was shown, and nothing was sent. */
const DRY_RUN = 'DRY_RUN';

const STATE: Readonly<Record<AuditOutcome, string>> = {
  APPLIED: 'state-good',
  REFUSED: 'state-warn',
  FAILED: 'state-bad',
  UNKNOWN: 'state-bad',
};

const audit: TableSpec<AuditTableQuery, Row> = {
  name: 'auditEntries',
  things: 'entries',
  document: AuditTable,
  connection: (data) => data.auditEntries,
  columns: [
    { id: 'action', header: 'Action', width: 160, cell: ({ action }) => action },
    { id: 'at', header: 'When', width: 130, order: 'AT', cell: ({ at }) => <Moment at={at} /> },
    { id: 'actor', header: 'Who', width: 140, cell: ({ actor }) => actor },
    { id: 'role', header: 'Role', width: 90, hidden: true, cell: ({ role }) => words(role) },
    {
      id: 'subject',
      header: 'Of what',
      width: 240,
      cell: ({ subjectId }) => (
        <ClippedLink object={subjectId == null ? null : { id: subjectId, displayName: subjectId }} />
      ),
    },
    {
      id: 'source',
      header: 'Source',
      width: 100,
      cell: ({ source }) => (source == null ? <None /> : <SourceCell source={source} />),
    },
    {
      id: 'outcome',
      header: 'Outcome',
      width: 200,
      cell: ({ outcome, code }) => (
        <Text span size="sm" className={`state ${code === DRY_RUN ? 'state-plain' : STATE[outcome]}`}>
          {code === DRY_RUN ? 'Tried on paper' : `${words(outcome)}${code == null ? '' : ` (${code})`}`}
        </Text>
      ),
    },
    {
      id: 'change',
      header: 'What changed',
      width: 120,
      cell: (row) => <EntryDetails entry={row} label={`${row.action} by ${row.actor}`} />,
    },
  ],
  filters: [
    ...commonFilters,
    { kind: 'texts', field: 'actors', label: 'Who' },
    { kind: 'texts', field: 'actions', label: 'Action' },
    { kind: 'choices', field: 'outcomes', label: 'Outcome', options: options(OUTCOMES) },
    { kind: 'day', field: 'atAfter', label: 'From (UTC)' },
    { kind: 'day', field: 'atBefore', label: 'Before (UTC)' },
    { kind: 'thing', field: 'subjectId', label: 'Of' },
  ],
  order: { field: 'AT', direction: 'DESC' },
  none: 'Nobody has changed anything through this gateway yet.',
  // Entries have no page: all there is of them is here.
  link: () => null,
};

export default function Audit() {
  return (
    <Page title="Audit" lead="Who did or tried what through this gateway, when, and what came of it.">
      <ConnectionTable spec={audit} label="Audit entries" />
    </Page>
  );
}
