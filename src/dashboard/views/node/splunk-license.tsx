/** The page of a Splunk license: what it adds to its stack, what it allows, and what belongs to it. */
import { Code } from '@mantine/core';
import { DeleteLicenseButton } from '../../actions/delete-license.js';
import type { SplunkLicensePageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ObjectLink } from '../../parts/object-link.js';
import { LicenseFrame } from './license-frame.js';
import { Bytes, Count } from './origin.js';
import { VendorFields } from './vendor-fields.js';

export const SplunkLicensePage = graphql(`
  fragment SplunkLicensePage on SplunkLicense {
    ...LicensePage
    ...LicenseActionParts
    label
    type
    stack {
      id
      displayName
    }
    licenseHash
    guid
    subgroupId
    quotaBytes
    isUnlimited
    maxViolations
    windowPeriod
    sourcetypes
    disabledFeatures
    addOns
    notes
  }
`);

export function SplunkLicense({ license }: { readonly license: SplunkLicensePageFragment }) {
  const { stack, quotaBytes, isUnlimited, maxViolations, windowPeriod, addOns } = license;
  const days = windowPeriod == null ? '' : ` in ${windowPeriod} days`;
  return (
    <LicenseFrame
      license={license}
      name="Splunk license"
      actions={<DeleteLicenseButton license={license} />}
      facts={[
        ['Stack', stack == null ? null : <ObjectLink key="stack" object={stack} />],
        ['Type', license.type],
        ['Subgroup', license.subgroupId],
        [
          'Adds a day',
          <Bytes key="quota" label="Adds a day" value={quotaBytes} none={isUnlimited ? 'no limit' : 'not known'} />,
        ],
        [
          'Search is blocked at',
          maxViolations == null ? null : (
            <span key="violations">
              <Count label="Warnings at which search is blocked" value={maxViolations} /> warnings{days}
            </span>
          ),
        ],
        ['Sourcetypes', license.sourcetypes.join(', ') || 'all of them'],
        ['Turned off', license.disabledFeatures.join(', ')],
        ['Notes', license.notes],
        ['GUID', license.guid],
        ['Hash', license.licenseHash === license.vendorId ? null : <Code key="hash">{license.licenseHash}</Code>],
      ]}
    >
      {addOns == null ? null : <VendorFields fields={addOns} title="Add-ons that come with it" />}
    </LicenseFrame>
  );
}
