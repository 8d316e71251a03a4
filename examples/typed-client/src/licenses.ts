/** All licenses, a page at a time: whoever stops listening has asked for no more than was shown. */
import { ask } from './gateway.js';
import type { LicenseFilter, LicensesQuery } from './generated/graphql.js';
import { graphql } from './generated/index.js';

const Licenses = graphql(`
  query Licenses($first: Int!, $after: String, $filter: LicenseFilter) {
    licenses(first: $first, after: $after, filter: $filter, orderBy: { field: EXPIRES_AT }) {
      totalCount
      nodes {
        id
        ...LicenseRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type LicensePage = LicensesQuery['licenses'];

export async function* licensePages(first: number, filter: LicenseFilter | null = null): AsyncGenerator<LicensePage> {
  for (let after: string | null = null; ; ) {
    const { licenses }: LicensesQuery = await ask(Licenses, { first, after, filter });
    yield licenses;
    if (!licenses.pageInfo.hasNextPage) return;
    after = licenses.pageInfo.endCursor;
  }
}
