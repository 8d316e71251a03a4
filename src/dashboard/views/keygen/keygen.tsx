/** Keygen: which license, how is it, and what can be done about it? */
import { Grid, NativeSelect, Text } from '@mantine/core';
import { CreateLicenseButton } from '../../actions/keygen/create-license.js';
import { useParams } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { Answered, Page } from '../../parts/page.js';
import { SourceLine } from '../../parts/source.js';
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
  const [params, setParams] = useParams();
  const [name, license] = [params.get('source'), params.get('license')];
  const setLicense = (id: string | null) => setParams({ license: id });
  const sources = asked.data?.sources.nodes ?? [];
  const source = name === null ? sources[0] : sources.find((each) => each.name === name);
  return (
    <Page
      title="Keygen"
      lead="How is a license, why is it so, and what can be done about it?"
      actions={
        <>
          {sources.length < 2 ? null : (
            <NativeSelect
              aria-label="Source"
              data={sources.map((each) => each.name)}
              value={source?.name ?? ''}
              onChange={(event) => setParams({ source: event.currentTarget.value, license: null })}
            />
          )}
          {source === undefined ? null : <CreateLicenseButton key={source.id} source={source} onCreated={setLicense} />}
        </>
      }
    >
      <Answered asked={asked} height={400}>
        {() =>
          source === undefined ? (
            <Text>
              {name === null
                ? 'No Keygen source is configured, or this key does not see it.'
                : `There is no Keygen source named “${name}”, or this key does not see it.`}
            </Text>
          ) : (
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
          )
        }
      </Answered>
    </Page>
  );
}
