/** Keygen: which license, how is it, and what can be done about it? */
import { Grid, Text } from '@mantine/core';
import { CreateLicenseButton } from '../../actions/keygen/create-license.js';
import { useParam } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { SourceLine } from '../../parts/source.js';
import { VendorPage } from '../../parts/vendor-page.js';
import { LicenseChoice } from './license-choice.js';
import { LicensePanel } from './license-panel.js';

const KeygenSources = graphql(`
  query KeygenSources {
    sources(first: 100, filter: { kinds: ["keygen"] }) {
      nodes {
        ...SourceParts
        ...UploadParts
      }
    }
  }
`);

export default function Keygen() {
  const asked = useAsk(KeygenSources, {});
  const [license, setLicense] = useParam('license');
  return (
    <VendorPage
      title="Keygen"
      lead="How is a license, why is it so, and what can be done about it?"
      asked={asked}
      ofSource={['license']}
      actions={(source) => <CreateLicenseButton key={source.id} source={source} onCreated={setLicense} />}
    >
      {(source) => (
        <>
          <SourceLine source={source} />
          <Grid>
            <Grid.Col span={{ base: 12, md: 4, xl: 3 }}>
              <LicenseChoice key={source.id} source={source.name} chosen={license} onChoose={setLicense} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 8, xl: 9 }}>
              {license === null ? (
                <Text c="dimmed">Choose a license to see its limits, its machines and its verdict.</Text>
              ) : (
                <LicensePanel key={license} id={license} onGone={() => setLicense(null)} />
              )}
            </Grid.Col>
          </Grid>
        </>
      )}
    </VendorPage>
  );
}
