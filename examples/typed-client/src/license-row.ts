/** A component: one license as a line, its quotas below. What its parts show is theirs to ask for. */
import { type FragmentType, graphql, unmask } from './generated/index.js';
import { quotaText } from './quota-text.js';
import { day } from './scalars.js';

const LicenseRow = graphql(`
  fragment LicenseRow on License {
    __typename
    displayName
    status
    expiresAt
    source {
      name
      stale
    }
    quotas {
      ...QuotaText
    }
    ... on KeygenLicense {
      maxMachines
    }
  }
`);

export function licenseRow(license: FragmentType<typeof LicenseRow>): string {
  const row = unmask(LicenseRow, license);
  const { displayName, status, expiresAt, source, quotas } = row;
  const machines = row.__typename === 'KeygenLicense' ? `, machines: ${row.maxMachines ?? 'any number'}` : '';
  const age = source.stale ? ' (out of date)' : '';
  const head = `${source.name}${age}: ${displayName}, ${status.toLowerCase()}, expires ${day(expiresAt)}${machines}`;
  return [head, ...quotas.map((quota) => `    ${quotaText(quota)}`)].join('\n');
}
