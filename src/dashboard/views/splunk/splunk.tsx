/** Splunk: how is what we licensed shared, who uses it, and who will be blocked? */
import { Group, Text } from '@mantine/core';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { LicenseUpload } from '../../parts/license-upload.js';
import { SourceLine } from '../../parts/source.js';
import { VendorPage } from '../../parts/vendor-page.js';
import { Groups } from './groups.js';
import { LocalPeer } from './local-peer.js';
import { Peers } from './peers.js';

const SplunkSources = graphql(`
  query SplunkSources {
    sources(first: 100, filter: { kinds: ["splunk"] }) {
      nodes {
        ...SourceParts
        ...SplunkSourceParts
        capabilities
      }
    }
  }
`);

export default function Splunk() {
  const asked = useAsk(SplunkSources, {});
  return (
    <VendorPage
      title="Splunk"
      lead="How is what we licensed shared, who uses it, and who will be blocked?"
      asked={asked}
      actions={(source) => <LicenseUpload key={source.id} source={source} />}
    >
      {(source) => (
        <>
          <Group gap="xs">
            <SourceLine source={source} />
            {source.lastError ? <Text size="sm">{source.lastError.message}</Text> : null}
          </Group>
          <Groups key={`groups ${source.id}`} source={source} />
          <Peers key={`peers ${source.id}`} source={source} />
          {source.localPeer ? <LocalPeer peer={source.localPeer} /> : null}
        </>
      )}
    </VendorPage>
  );
}
