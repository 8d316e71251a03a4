/**
 * What users ask, and how one request differs from the next: each varies in something that changes the page but not the work (a cursor, ids) or
 * neither (how many messages are wanted at most, where there are fewer), so that no cache that goes by exact answers has it.
 */

export const operations = {
  page: `query Page($after: String, $messages: Int!) { licenses(first: 100, after: $after) { totalCount nodes {
    displayName status expiresAt source { name } group { name } quotas { dimension used limit ratio state }
    messages(first: $messages) { nodes { description } } } pageInfo { hasNextPage endCursor } } }`,
  overview: `query Overview($salt: ID!) { nothing: node(id: $salt) { id } overview { sources { total ok stale failing }
    licenses { total byStatus { status count } } quotas { total byState { state count }
    worst(first: 10) { dimension used limit ratio state subject { id displayName } } }
    expiring(withinDays: 30, first: 50) { id displayName expiresAt status } messages { bySeverity { severity count } } } }`,
  pool: `query Pool($id: ID!, $from: DateTime!, $to: DateTime!) { node(id: $id) { ... on Pool { displayName description unit used limit stack { displayName }
    quotas { dimension used limit ratio state } peers(first: 100) { totalCount nodes { displayName usedBytes warningCount orphan } }
    peerUsages(first: 100) { usedBytes peer { displayName } } usage(from: $from, to: $to) { start peak last limit samples } } } }`,
  nodes: `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on License { displayName status expiresAt quotas { dimension state ratio } } } }`,
  search: `query Search($search: String!, $messages: Int!) { licenses(first: 50, filter: { search: $search }) { totalCount nodes {
    id displayName status expiresAt messages(first: $messages) { totalCount } } } }`,
  entities: `query Entities($representations: [_Any!]!) { _entities(representations: $representations) {
    __typename ... on KeygenLicense { id displayName status expiresAt quotas { dimension state ratio } } } }`,
  rename: `mutation Rename($id: ID!, $name: String!) { updateLicense(input: { licenseId: $id, name: $name }) {
    license { id name status quotas { dimension used limit ratio state } } errors { code message } } }`,
};

/** Bodies for the load; `known` is what world.mjs knows of the licenses and pools that there are. */
export function varied(operation, known) {
  const query = operations[operation];
  const variables = variations[operation](known);
  return (i) => ({ query, variables: variables(i) });
}

/** The same request each time. */
export function repeated(operation, known) {
  const body = varied(operation, known)(0);
  return () => body;
}

const variations = {
  page:
    ({ cursors }) =>
    (i) => ({ after: cursors[spread(i, cursors.length)], messages: wanted(i, cursors.length) }),
  overview: () => (i) => ({ salt: `License:keygen:none-${i}` }),
  pool:
    ({ poolIds, now }) =>
    (i) => ({
      id: poolIds[spread(i, poolIds.length)],
      from: new Date(now - 30 * DAY - i).toISOString(),
      to: new Date(now + HOUR + i).toISOString(),
    }),
  nodes:
    ({ licenseIds }) =>
    (i) => ({ ids: hundred(licenseIds, i) }),
  search:
    ({ cursors }) =>
    (i) => ({
      // Ten licenses have a number that begins so.
      search: `license ${String(spread(i, Math.floor(cursors.length / 10))).padStart(5, '0')}`,
      messages: wanted(i, cursors.length),
    }),
  entities:
    ({ licenseIds }) =>
    (i) => ({
      representations: hundred(licenseIds, i).map((id) => ({ __typename: 'KeygenLicense', id })),
    }),
  rename:
    ({ licenseIds, now }) =>
    (i) => ({ id: licenseIds[spread(i, licenseIds.length)], name: `Renamed ${now} ${i}` }),
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A walk that comes by every place before it comes by one again, with neighbors far apart. */
function spread(i, length) {
  return (i * 7919) % length;
}

/** Another number each time the walk has come around; all licenses have fewer messages. */
function wanted(i, length) {
  return 10 + (Math.floor(i / length) % 40);
}

function hundred(ids, i) {
  return Array.from(
    { length: 100 },
    (_, at) => ids[spread(100 * i + at + Math.floor((100 * i) / ids.length), ids.length)],
  );
}
