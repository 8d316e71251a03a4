/** The columns and filters of the messages. */
import { Acknowledgement } from '../../actions/acknowledge.js';
import type { MessagesTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { SeverityBadge } from '../../parts/state.js';
import { ClippedLink, SourceCell } from '../../parts/table/cells.js';
import { commonFilters, options } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';
import { Description } from './description.js';
import { SelectionBox } from './selection.js';

const MessagesTable = graphql(`
  query MessagesTable($first: Int, $after: String, $filter: MessageFilter, $orderBy: MessageOrder) {
    messages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...AcknowledgementParts
        severity
        category
        origin
        description
        createdAt
        active
        source {
          ...TableSource
        }
        subject {
          id
          ... on Quotable {
            displayName
          }
          ... on Target {
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Row = MessagesTableQuery['messages']['nodes'][number];

/** What those see who may acknowledge. */
export const messages: TableSpec<MessagesTableQuery, Row> = {
  name: 'messages',
  things: 'messages',
  document: MessagesTable,
  connection: (data) => data.messages,
  columns: [
    { id: 'message', header: 'Message', width: 150, cell: nameOf },
    {
      id: 'description',
      header: 'What happened and what to do',
      width: 300,
      cell: (row) => <Description text={row.description} label={labelOf(row)} />,
    },
    {
      id: 'select',
      header: 'Select',
      width: 85,
      cell: (row) => (row.acknowledgedAt == null ? <SelectionBox id={row.id} label={labelOf(row)} /> : null),
    },
    {
      id: 'severity',
      header: 'Severity',
      width: 110,
      order: 'SEVERITY',
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    { id: 'subject', header: 'About', width: 115, cell: ({ subject }) => <ClippedLink object={named(subject)} /> },
    { id: 'source', header: 'Source', width: 90, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'origin', header: 'Raised by', width: 100, hidden: true, cell: ({ origin }) => words(origin) },
    { id: 'active', header: 'Holds', width: 90, hidden: true, cell: ({ active }) => (active ? 'still' : 'no more') },
    {
      id: 'raised',
      header: 'Raised',
      width: 105,
      order: 'CREATED_AT',
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
    { id: 'acknowledged', header: 'Acknowledged', width: 175, cell: (row) => <Acknowledgement message={row} /> },
  ],
  filters: [
    ...commonFilters,
    { kind: 'choices', field: 'severities', label: 'Severity', options: options(['INFO', 'WARN', 'ERROR']) },
    { kind: 'texts', field: 'categories', label: 'Category' },
    {
      kind: 'choices',
      field: 'origins',
      label: 'Raised by',
      options: [
        { value: 'VENDOR', label: 'Vendor' },
        { value: 'GATEWAY', label: 'This gateway' },
      ],
    },
    { kind: 'flag', field: 'active', label: 'Holds', yes: 'Still holds', no: 'Holds no more' },
    { kind: 'flag', field: 'acknowledged', label: 'Acknowledged', yes: 'Acknowledged', no: 'Not yet' },
    { kind: 'thing', field: 'subjectId', label: 'About' },
  ],
  order: { field: 'CREATED_AT', direction: 'DESC' },
  none: 'Nothing was ever raised: neither a vendor nor the gateway had anything to say.',
};

/** What those see who may not. */
export const messagesToRead: TableSpec<MessagesTableQuery, Row> = {
  ...messages,
  columns: messages.columns.filter(({ id }) => id !== 'select'),
};

/** What vendors call their entries may be a hash; their categories are words. */
function nameOf({ category, displayName }: Row): string {
  return category === '' ? displayName : words(category);
}

function labelOf(row: Row): string {
  const subject = named(row.subject);
  return subject === null ? nameOf(row) : `${nameOf(row)} of ${subject.displayName}`;
}

function named(subject: Row['subject']) {
  if (subject == null) return null;
  return { id: subject.id, displayName: 'displayName' in subject ? subject.displayName : subject.id };
}
