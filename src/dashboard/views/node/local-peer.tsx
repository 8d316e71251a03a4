/** The license state of the very Splunk instance that is read. */
import { Code } from '@mantine/core';
import type { LocalPeerFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { words } from '../../parts/format.js';
import { Section } from '../../parts/section.js';
import { Names } from './names.js';
import { Count } from './origin.js';
import { momentFact } from './told-facts.js';
import { VendorFields } from './vendor-fields.js';

export const LocalPeerParts = graphql(`
  fragment LocalPeer on SplunkLocalPeer {
    peerVendorId
    peerLabel
    managerGuid
    managerUri
    isManager
    features {
      name
      state
    }
    addOns
    licenseKeys
    connectionTimeout
    sendTimeout
    receiveTimeout
    squashThreshold
    lastManagerContactAttemptAt
    lastManagerContactSuccessAt
    lastTrackerDbServiceAt
    vendorFields
  }
`);

export function LocalPeer({ peer }: { readonly peer: LocalPeerFragment }) {
  const { features, addOns, vendorFields } = peer;
  const isOn = (state: string) => state === 'ENABLED';
  return (
    <>
      <Section title="The instance itself">
        <Facts
          facts={[
            ['Server name', peer.peerLabel],
            ['License manager', peer.isManager ? 'it is one itself' : peer.managerUri],
            ["Manager's GUID", peer.managerGuid],
            momentFact('Manager last asked', peer.lastManagerContactAttemptAt),
            momentFact('Manager last reached', peer.lastManagerContactSuccessAt),
            momentFact('Tracker last serviced', peer.lastTrackerDbServiceAt),
            ['Uses licenses', <Count key="keys" label="Licenses it uses" value={peer.licenseKeys.length} />],
            ['Connection timeout', secondsOf(peer.connectionTimeout)],
            ['Send timeout', secondsOf(peer.sendTimeout)],
            ['Receive timeout', secondsOf(peer.receiveTimeout)],
            [
              'Merges sources above',
              peer.squashThreshold == null ? null : (
                <Count
                  key="squash"
                  label="Distinct sources and hosts above which Splunk merges them"
                  value={peer.squashThreshold}
                />
              ),
            ],
            ['GUID', <Code key="id">{peer.peerVendorId}</Code>],
          ]}
        />
        <Names title="Features" names={features.filter(({ state }) => isOn(state)).map(({ name }) => name)} />
        <Names
          title="Not on"
          names={features
            .filter(({ state }) => !isOn(state))
            .map(({ name, state }) => `${name} (${words(state).toLowerCase()})`)}
        />
      </Section>
      {addOns == null ? null : <VendorFields fields={addOns} title="Add-ons of the instance" />}
      <VendorFields fields={vendorFields} title="Everything else the vendor sent of the instance" />
    </>
  );
}

function secondsOf(seconds: number | null | undefined): string | null {
  return seconds == null ? null : `${seconds} s`;
}
