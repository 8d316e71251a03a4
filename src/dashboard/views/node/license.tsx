/** The page of a license, of whichever vendor. */
import { graphql } from '../../generated/index.js';
import { EnterpriseReconLicense } from './enterprise-recon-license.js';
import { KeygenLicense } from './keygen-license.js';
import { kinds } from './kinds.js';
import { NodeAnswer } from './node-answer.js';
import { SplunkLicense } from './splunk-license.js';
import { useNode } from './use-node.js';

const LicenseNodeQuery = graphql(`
  query LicenseNode($id: ID!) {
    node(id: $id) {
      __typename
      ...SplunkLicensePage
      ...EnterpriseReconLicensePage
      ...KeygenLicensePage
    }
  }
`);

/** What every license has. */
export const LicensePage = graphql(`
  fragment LicensePage on License {
    ...LicenseParts
    vendorId
    vendorFields
    createdAt
    features
    source {
      ...SourceParts
    }
    group {
      id
      displayName
    }
    quotas {
      ...QuotaOutlook
    }
  }
`);

export function LicenseNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(LicenseNodeQuery, id)} id={id} kind={kinds.License}>
      {(node) => {
        if (node.__typename === 'SplunkLicense') return <SplunkLicense license={node} />;
        if (node.__typename === 'EnterpriseReconLicense') return <EnterpriseReconLicense license={node} />;
        return node.__typename === 'KeygenLicense' ? <KeygenLicense license={node} /> : null;
      }}
    </NodeAnswer>
  );
}
