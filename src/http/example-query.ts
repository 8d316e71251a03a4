/** A first query that shows something on any gateway: what GraphiQL opens with and the demo prints. */

export const exampleQuery = `query Overview {
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
