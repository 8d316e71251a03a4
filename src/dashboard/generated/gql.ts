/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  subscription SourceSynced {\n    sourceSynced {\n      id\n    }\n  }\n": typeof types.SourceSyncedDocument,
    "\n  subscription MessageRaised {\n    messageRaised(filter: { severities: [WARN, ERROR] }) {\n      id\n      severity\n      category\n      description\n      source {\n        name\n      }\n    }\n  }\n": typeof types.MessageRaisedDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      sources\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment ForecastParts on Forecast {\n    method\n    projectedAtReset\n    exhaustsAt\n    low\n    high\n    basis {\n      from\n      to\n      samples\n    }\n  }\n": typeof types.ForecastPartsFragmentDoc,
    "\n  fragment LicenseParts on License {\n    id\n    displayName\n    status\n    reportedStatus\n    derivedStatus\n    conflicts\n    expiresAt\n    observedAt\n    source {\n      id\n      name\n      kind\n      stale\n    }\n  }\n": typeof types.LicensePartsFragmentDoc,
    "\n  fragment QuotaParts on Quota {\n    id\n    source {\n      id\n      name\n      kind\n      timeZone\n    }\n    dimension\n    measure\n    limit\n    used\n    remaining\n    ratio\n    state\n    enforcement\n    overageLimit\n    resetsAt\n    observedAt\n    stale\n    reasons\n  }\n": typeof types.QuotaPartsFragmentDoc,
    "\n  fragment RefreshableParts on Source {\n    id\n    name\n    capabilities\n  }\n": typeof types.RefreshablePartsFragmentDoc,
    "\n  mutation RefreshSource($sourceId: ID!) {\n    refreshSource(input: { sourceId: $sourceId }) {\n      source {\n        ...SourceParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": typeof types.RefreshSourceDocument,
    "\n  fragment RefusalParts on MutationError {\n    code\n    message\n    path\n  }\n": typeof types.RefusalPartsFragmentDoc,
    "\n  fragment SourceParts on Source {\n    id\n    name\n    kind\n    status\n    stale\n    lastSyncedAt\n    lastError {\n      code\n      message\n    }\n  }\n": typeof types.SourcePartsFragmentDoc,
    "\n  query SourceNames {\n    sources(first: 500) {\n      nodes {\n        name\n      }\n    }\n  }\n": typeof types.SourceNamesDocument,
    "\n  query FilterThing($id: ID!) {\n    node(id: $id) {\n      ... on Quotable {\n        displayName\n      }\n      ... on Target {\n        displayName\n      }\n      ... on Source {\n        displayName\n      }\n      ... on KeygenPolicy {\n        displayName\n      }\n    }\n  }\n": typeof types.FilterThingDocument,
    "\n  query SourcesHealth {\n    sources(first: 500) {\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n": typeof types.SourcesHealthDocument,
    "\n  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {\n    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LicenseParts\n        vendorId\n        createdAt\n        features\n        group {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.LicensesTableDocument,
};
const documents: Documents = {
    "\n  subscription SourceSynced {\n    sourceSynced {\n      id\n    }\n  }\n": types.SourceSyncedDocument,
    "\n  subscription MessageRaised {\n    messageRaised(filter: { severities: [WARN, ERROR] }) {\n      id\n      severity\n      category\n      description\n      source {\n        name\n      }\n    }\n  }\n": types.MessageRaisedDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      sources\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment ForecastParts on Forecast {\n    method\n    projectedAtReset\n    exhaustsAt\n    low\n    high\n    basis {\n      from\n      to\n      samples\n    }\n  }\n": types.ForecastPartsFragmentDoc,
    "\n  fragment LicenseParts on License {\n    id\n    displayName\n    status\n    reportedStatus\n    derivedStatus\n    conflicts\n    expiresAt\n    observedAt\n    source {\n      id\n      name\n      kind\n      stale\n    }\n  }\n": types.LicensePartsFragmentDoc,
    "\n  fragment QuotaParts on Quota {\n    id\n    source {\n      id\n      name\n      kind\n      timeZone\n    }\n    dimension\n    measure\n    limit\n    used\n    remaining\n    ratio\n    state\n    enforcement\n    overageLimit\n    resetsAt\n    observedAt\n    stale\n    reasons\n  }\n": types.QuotaPartsFragmentDoc,
    "\n  fragment RefreshableParts on Source {\n    id\n    name\n    capabilities\n  }\n": types.RefreshablePartsFragmentDoc,
    "\n  mutation RefreshSource($sourceId: ID!) {\n    refreshSource(input: { sourceId: $sourceId }) {\n      source {\n        ...SourceParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n": types.RefreshSourceDocument,
    "\n  fragment RefusalParts on MutationError {\n    code\n    message\n    path\n  }\n": types.RefusalPartsFragmentDoc,
    "\n  fragment SourceParts on Source {\n    id\n    name\n    kind\n    status\n    stale\n    lastSyncedAt\n    lastError {\n      code\n      message\n    }\n  }\n": types.SourcePartsFragmentDoc,
    "\n  query SourceNames {\n    sources(first: 500) {\n      nodes {\n        name\n      }\n    }\n  }\n": types.SourceNamesDocument,
    "\n  query FilterThing($id: ID!) {\n    node(id: $id) {\n      ... on Quotable {\n        displayName\n      }\n      ... on Target {\n        displayName\n      }\n      ... on Source {\n        displayName\n      }\n      ... on KeygenPolicy {\n        displayName\n      }\n    }\n  }\n": types.FilterThingDocument,
    "\n  query SourcesHealth {\n    sources(first: 500) {\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n": types.SourcesHealthDocument,
    "\n  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {\n    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LicenseParts\n        vendorId\n        createdAt\n        features\n        group {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.LicensesTableDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SourceSynced {\n    sourceSynced {\n      id\n    }\n  }\n"): typeof import('./graphql.js').SourceSyncedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MessageRaised {\n    messageRaised(filter: { severities: [WARN, ERROR] }) {\n      id\n      severity\n      category\n      description\n      source {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').MessageRaisedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      name\n      role\n      sources\n    }\n  }\n"): typeof import('./graphql.js').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ForecastParts on Forecast {\n    method\n    projectedAtReset\n    exhaustsAt\n    low\n    high\n    basis {\n      from\n      to\n      samples\n    }\n  }\n"): typeof import('./graphql.js').ForecastPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LicenseParts on License {\n    id\n    displayName\n    status\n    reportedStatus\n    derivedStatus\n    conflicts\n    expiresAt\n    observedAt\n    source {\n      id\n      name\n      kind\n      stale\n    }\n  }\n"): typeof import('./graphql.js').LicensePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuotaParts on Quota {\n    id\n    source {\n      id\n      name\n      kind\n      timeZone\n    }\n    dimension\n    measure\n    limit\n    used\n    remaining\n    ratio\n    state\n    enforcement\n    overageLimit\n    resetsAt\n    observedAt\n    stale\n    reasons\n  }\n"): typeof import('./graphql.js').QuotaPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RefreshableParts on Source {\n    id\n    name\n    capabilities\n  }\n"): typeof import('./graphql.js').RefreshablePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSource($sourceId: ID!) {\n    refreshSource(input: { sourceId: $sourceId }) {\n      source {\n        ...SourceParts\n      }\n      errors {\n        ...RefusalParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').RefreshSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RefusalParts on MutationError {\n    code\n    message\n    path\n  }\n"): typeof import('./graphql.js').RefusalPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceParts on Source {\n    id\n    name\n    kind\n    status\n    stale\n    lastSyncedAt\n    lastError {\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.js').SourcePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceNames {\n    sources(first: 500) {\n      nodes {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').SourceNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterThing($id: ID!) {\n    node(id: $id) {\n      ... on Quotable {\n        displayName\n      }\n      ... on Target {\n        displayName\n      }\n      ... on Source {\n        displayName\n      }\n      ... on KeygenPolicy {\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql.js').FilterThingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourcesHealth {\n    sources(first: 500) {\n      nodes {\n        ...SourceParts\n      }\n    }\n  }\n"): typeof import('./graphql.js').SourcesHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {\n    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n      nodes {\n        ...LicenseParts\n        vendorId\n        createdAt\n        features\n        group {\n          id\n          displayName\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').LicensesTableDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
