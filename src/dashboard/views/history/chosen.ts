/** What the address asks the history of: a thing and one of its quotas, or a quota itself. */
import type { HistorySubjectQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';

export const HistorySubject = graphql(`
  query HistorySubject($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Quotable {
        displayName
        source {
          id
          name
          kind
          timeZone
        }
        quotas {
          id
          dimension
        }
      }
      ... on Quota {
        dimension
        subject {
          id
          displayName
          source {
            id
            name
            kind
            timeZone
          }
          quotas {
            id
            dimension
          }
        }
      }
    }
  }
`);

export type Measured = Extract<NonNullable<HistorySubjectQuery['node']>, { quotas: unknown }>;
export interface ChosenQuota {
  readonly subject: Pick<Measured, 'id' | 'displayName' | 'source' | 'quotas'>;
  readonly quota: Measured['quotas'][number];
}

/** The quota of the wanted dimension, or the first; null when nothing is measured. */
export function chosenOf(data: HistorySubjectQuery | undefined, dimension: string | null): ChosenQuota | null {
  const node = data?.node;
  if (node == null) return null;
  const subject = 'subject' in node ? node.subject : 'quotas' in node ? node : null;
  if (subject === null) return null;
  const wanted = 'subject' in node && dimension === null ? node.dimension : dimension;
  const quota = subject.quotas.find((each) => each.dimension === wanted) ?? subject.quotas[0];
  return quota === undefined ? null : { subject, quota };
}
