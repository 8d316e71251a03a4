/** Splunk: how is what we licensed shared, who uses it, and who will be blocked? */
import { Group, NativeSelect, Text } from '@mantine/core';
import { useParam } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { LicenseUpload } from '../../parts/license-upload.js';
import { Answered, Page } from '../../parts/page.js';
import { SourceLine } from '../../parts/source.js';
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
  const [name, setName] = useParam('source');
  const sources = asked.data?.sources.nodes ?? [];
  const source = name === null ? sources[0] : sources.find((each) => each.name === name);
  return (
    <Page
      title="Splunk"
      lead="How is what we licensed shared, who uses it, and who will be blocked?"
      actions={
        <>
          {sources.length < 2 ? null : (
            <NativeSelect
              aria-label="Source"
              data={sources.map((each) => each.name)}
              value={source?.name ?? ''}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {source === undefined ? null : <LicenseUpload key={source.id} source={source} />}
        </>
      }
    >
      <Answered asked={asked} height={400}>
        {() =>
          source === undefined ? (
            <Text>
              {name === null
                ? 'No source of this kind is configured, or this key does not see it.'
                : `There is no Splunk source named “${name}”, or this key does not see it.`}
            </Text>
          ) : (
            <>
              <Group gap="xs">
                <SourceLine source={source} />
                {source.lastError ? <Text size="sm">{source.lastError.message}</Text> : null}
              </Group>
              <Groups key={`groups ${source.id}`} source={source} />
              <Peers key={`peers ${source.id}`} source={source} />
              {source.localPeer ? <LocalPeer peer={source.localPeer} /> : null}
            </>
          )
        }
      </Answered>
    </Page>
  );
}
