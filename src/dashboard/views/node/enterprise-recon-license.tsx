/** The page of an Enterprise Recon installation's license: its pools by count and bytes, its targets and its data. */
import { Alert } from '@mantine/core';
import type { EnterpriseReconLicensePageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Section } from '../../parts/section.js';
import { LicenseFrame } from './license-frame.js';
import { Bytes, Count } from './origin.js';
import { PoolRows } from './pool-rows.js';
import { TargetRows } from './target-rows.js';

export const EnterpriseReconLicensePage = graphql(`
  fragment EnterpriseReconLicensePage on EnterpriseReconLicense {
    ...LicensePage
    model
    edition
    company
    warning
    pendingBytes
    pendingScans
    pools(first: 20) {
      totalCount
      nodes {
        ...PoolRow
      }
    }
    targets(first: 20) {
      totalCount
      nodes {
        ...TargetRow
      }
    }
    dataUsages(first: 1) {
      totalCount
    }
  }
`);

export function EnterpriseReconLicense({ license }: { readonly license: EnterpriseReconLicensePageFragment }) {
  const { source, model, warning, pendingBytes, pendingScans, pools, targets, dataUsages } = license;
  const ofSource = `?sources=${encodeURIComponent(source.name)}`;
  return (
    <LicenseFrame
      license={license}
      name="Enterprise Recon license"
      facts={[
        ['Model', MODELS[model]],
        ['Edition', license.edition],
        ['Registered to', license.company],
        ['Waiting data', pendingBytes == null ? null : <Bytes key="b" label="Waiting data" value={pendingBytes} />],
        ['Waiting scans', pendingScans == null ? null : <Count key="s" label="Waiting scans" value={pendingScans} />],
        ['Locations with data', <Count key="d" label="Locations with data" value={dataUsages.totalCount} />],
      ]}
    >
      {warning == null || warning === '' ? null : (
        <Section title="The vendor warns">
          <Alert variant="outline" color="orange">
            {warning}
          </Alert>
        </Section>
      )}
      <PoolRows pools={pools} all={`/pools${ofSource}`} />
      <TargetRows title="Targets" targets={targets} all={`/targets${ofSource}`} />
    </LicenseFrame>
  );
}

const MODELS: Readonly<Record<EnterpriseReconLicensePageFragment['model'], string>> = {
  LEGACY: 'a number of targets for each type',
  SITEWIDE: 'one allowance of bytes for the whole site',
  NON_SITEWIDE: 'targets and bytes, for servers and for clients',
  NONE: 'nothing is licensed',
  UNKNOWN: 'cannot be told from what was sent',
};
