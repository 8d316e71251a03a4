/** First operations, one for each thing that people come for: the tabs that GraphiQL opens with. */

export interface ExampleOperation {
  readonly query: string;
  /** JSON, as the variables' editor shows it; the ids are those of the demo. */
  readonly variables?: string;
}

/** Shows something on any gateway; the demo prints it, too. */
export const exampleQuery = `# What there is: every source, and its first licenses with what is used of them.
query Overview {
  sources {
    nodes {
      name
      kind
      status
      lastSyncedAt
    }
  }
  licenses(first: 20) {
    totalCount
    nodes {
      displayName
      status
      expiresAt
      source {
        name
      }
      quotas {
        dimension
        used
        limit
        state
      }
    }
  }
}
`;

export const exampleOperations: readonly ExampleOperation[] = [
  { query: exampleQuery },
  {
    query: `# What will go wrong next: the quotas to worry about most, and the licenses that expire first.
query GoesWrongNext {
  overview {
    quotas {
      worst(first: 5) {
        subject {
          displayName
          source {
            name
            stale
          }
        }
        dimension
        used
        limit
        state
        enforcement
        reasons
        forecast {
          projectedAtReset
          exhaustsAt
        }
      }
    }
    expiring(withinDays: 90, first: 5) {
      displayName
      expiresAt
      status
    }
  }
}
`,
  },
  {
    query: `# Page by page: give the endCursor of one page as $after of the next.
query PageOfLicenses($first: Int, $after: String, $filter: LicenseFilter) {
  licenses(first: $first, after: $after, filter: $filter, orderBy: { field: EXPIRES_AT }) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      __typename
      id
      displayName
      status
      reportedStatus
      derivedStatus
      conflicts
      expiresAt
    }
  }
}
`,
    variables: `{
  "first": 10,
  "after": null,
  "filter": { "statuses": ["ACTIVE", "EXPIRING"], "search": null }
}
`,
  },
  {
    query: `# Anything by its id, with what its vendor alone knows of it.
query ById($id: ID!) {
  node(id: $id) {
    __typename
    ... on Pool {
      displayName
      unit
      limit
      used
      vendorFields
      quotas {
        dimension
        state
        reasons
      }
      usage(resolution: DAY) {
        start
        peak
        limit
      }
    }
    ... on License {
      displayName
      status
      vendorFields
    }
    ... on Peer {
      displayName
      warningCount
      searchBlocked
    }
  }
}
`,
    variables: `{
  "id": "Pool:splunk:web"
}
`,
  },
  {
    query: `# What would be: nothing is changed.
query WhatIf($input: WhatIfInput!) {
  whatIf(input: $input) {
    quotas {
      subjectId
      dimension
      used
      limit
      state
      reasons
    }
    messages {
      severity
      category
      description
    }
    errors {
      code
      message
      path
    }
  }
}
`,
    variables: `{
  "input": {
    "sourceId": "Source:splunk",
    "pools": [{ "poolId": "Pool:splunk:web", "quota": "1GB" }]
  }
}
`,
  },
  {
    query: `# Reads a source now. A refusal is data, in errors.
mutation ReadNow($sourceId: ID!) {
  refreshSource(input: { sourceId: $sourceId }) {
    source {
      name
      status
      lastSyncedAt
    }
    errors {
      code
      message
    }
  }
}
`,
    variables: `{
  "sourceId": "Source:splunk"
}
`,
  },
  {
    query: `# Each new message that is to worry about, as it is raised.
subscription NewMessages {
  messageRaised(filter: { severities: [WARN, ERROR] }) {
    severity
    category
    description
    source {
      name
    }
    subject {
      id
    }
  }
}
`,
  },
];
