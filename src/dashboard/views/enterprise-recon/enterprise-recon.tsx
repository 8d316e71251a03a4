/** Enterprise Recon: what is licensed, what of it is left, and who uses it? */
import { NativeSelect, Text } from '@mantine/core';
import { useParam } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { LicenseUpload } from '../../parts/license-upload.js';
import { Answered, Page } from '../../parts/page.js';
import { SourceLine } from '../../parts/source.js';
import { DataUsage } from './data-usage.js';
import { Installation } from './installation.js';
import { Unlicensed } from './unlicensed.js';

const ReconSources = graphql(`
  query ReconSources {
    sources(first: 100, filter: { kinds: ["enterprise-recon"] }) {
      nodes {
        ...SourceParts
        ...UploadParts
      }
    }
  }
`);

export default function EnterpriseRecon() {
  const asked = useAsk(ReconSources, {});
  const [name, setName] = useParam('source');
  const sources = asked.data?.sources.nodes ?? [];
  const source = name === null ? sources[0] : sources.find((each) => each.name === name);
  return (
    <Page
      title="Enterprise Recon"
      lead="What is licensed, what is left of it, and where is the data that uses it up?"
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
                ? 'No Enterprise Recon source is configured, or this key does not see it.'
                : `There is no Enterprise Recon source named “${name}”, or this key does not see it.`}
            </Text>
          ) : (
            <>
              <SourceLine source={source} />
              <Installation key={`license ${source.id}`} source={source.name} />
              <DataUsage key={`usage ${source.id}`} source={source.name} />
              <Unlicensed key={`unlicensed ${source.id}`} source={source.name} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
