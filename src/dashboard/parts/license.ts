/** What is shown of a license wherever one is named. */
import { graphql } from '../generated/index.js';

export const LicenseParts = graphql(`
  fragment LicenseParts on License {
    id
    displayName
    status
    reportedStatus
    derivedStatus
    conflicts
    expiresAt
    observedAt
    source {
      id
      name
      kind
      stale
    }
  }
`);
