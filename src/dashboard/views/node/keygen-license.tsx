/** The page of a Keygen license: its verdict with the reason, its limits, its terms, what it entitles to, and its machines. */
import { Code } from '@mantine/core';
import { KeygenLicenseActions } from '../../actions/keygen/license-actions.js';
import { useMay } from '../../gateway/session.js';
import type { KeygenLicensePageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { limitFacts } from './keygen-limits.js';
import { KeygenMachines } from './keygen-machines.js';
import { LicenseFrame } from './license-frame.js';
import { Names } from './names.js';
import { Count, Told } from './origin.js';
import { momentFact, termsFact } from './told-facts.js';
import { VendorFields } from './vendor-fields.js';

export const KeygenLicensePage = graphql(`
  fragment KeygenLicensePage on KeygenLicense {
    ...LicensePage
    ...KeygenActionParts
    key
    uses
    maxUses
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxMemory
    maxDisk
    protected
    suspended
    floating
    strict
    encrypted
    scheme
    requireHeartbeat
    requireCheckIn
    version
    lastValidatedAt
    lastCheckOutAt
    lastCheckInAt
    nextCheckInAt
    updatedAt
    metadata
    machineCount
    userCount
    policy {
      id
      displayName
    }
    ownerVendorId
    productVendorId
    environmentVendorId
    entitlements {
      vendorId
      code
      name
    }
    verdict {
      valid
      code
      detail
      determinate
    }
  }
`);

export function KeygenLicense({ license }: { readonly license: KeygenLicensePageFragment }) {
  const { id, policy, entitlements, metadata, key } = license;
  const seesKey = useMay('OPERATOR');
  return (
    <LicenseFrame
      license={license}
      name="Keygen license"
      actions={<KeygenLicenseActions license={license} />}
      first={<Verdict verdict={license.verdict} />}
      facts={[
        ['Policy', policy == null ? null : <ObjectLink key="policy" object={policy} />],
        ['Key', !seesKey || key == null ? null : <Code key="key">{key}</Code>],
        termsFact({
          floating: license.floating,
          strict: license.strict,
          protected: license.protected,
          suspended: license.suspended,
          encrypted: license.encrypted,
          'must send heartbeats': license.requireHeartbeat,
          'must check in': license.requireCheckIn,
        }),
        ['Scheme', license.scheme],
        momentFact('Last validated', license.lastValidatedAt),
        ['For version', license.version],
        momentFact('Last check-out', license.lastCheckOutAt),
        momentFact('Last check-in', license.lastCheckInAt),
        momentFact('Next check-in', license.nextCheckInAt),
        momentFact('Last changed', license.updatedAt),
        ['Owner', license.ownerVendorId],
        ['Product', license.productVendorId],
        ['Environment', license.environmentVendorId],
      ]}
    >
      <Section title="Limits">
        <Facts
          facts={[
            ...limitFacts(license),
            ['Uses so far', <Count key="uses" label="Uses so far" value={license.uses} />],
            ['Machines now', <Count key="machines" label="Machines now" value={license.machineCount} />],
            ['Users now', <Count key="users" label="Users now" value={license.userCount} />],
          ]}
        />
        <Names
          title="Entitles to"
          names={entitlements.map(({ code, name }) => (name === code ? code : `${name} (${code})`))}
        />
      </Section>
      <KeygenMachines licenseId={id} />
      <VendorFields fields={metadata} title="Metadata" />
    </LicenseFrame>
  );
}

function Verdict({ verdict }: { readonly verdict: KeygenLicensePageFragment['verdict'] }) {
  return (
    <Section title="Would it be valid?">
      <Facts
        facts={[
          [
            'Verdict',
            <Told
              key="verdict"
              label="Verdict"
              exact={verdict.code ?? 'cannot be told'}
              reasons={[
                verdict.determinate
                  ? 'Computed by the gateway by the rules of Keygen, because asking it has side effects.'
                  : 'What the gateway knows does not suffice for a verdict.',
              ]}
            >
              {VERDICTS[String(verdict.valid ?? null)]}
            </Told>,
          ],
          ['Reason', verdict.detail == null ? verdict.code : `${verdict.detail} (${verdict.code})`],
        ]}
      />
    </Section>
  );
}

const VERDICTS: Readonly<Record<string, string>> = {
  true: 'Valid',
  false: 'Not valid',
  null: 'Cannot be told',
};
