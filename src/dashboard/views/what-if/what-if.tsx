/** What would be over if pools, licenses or the date were others. Nothing is written; the address holds the whole scenario. */
import { Alert, Grid, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useParams } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { Answered, Page } from '../../parts/page.js';
import { ScenarioForm } from './form.js';
import { Outcome } from './outcome.js';
import { askedOf, readScenario, type Scenario, writeScenario } from './scenario.js';

const WhatIfSources = graphql(`
  query WhatIfSources {
    sources(first: 500) {
      nodes {
        id
        name
        kind
        timeZone
      }
    }
  }
`);

const TryOut = graphql(`
  query TryOut($input: WhatIfInput!) {
    whatIf(input: $input) {
      quotas {
        ...ProjectionParts
      }
      messages {
        category
        severity
        description
        subjectId
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const NOTHING: Omit<Scenario, 'sourceId'> = { at: '', pools: [], add: [], drop: [] };

export default function WhatIf() {
  const [params, setParams] = useParams();
  const scenario = readScenario(params);
  const change = (changes: Partial<Scenario>) => setParams(writeScenario({ ...scenario, ...changes }));
  const sources = useAsk(WhatIfSources, {});
  const source = sources.data?.sources.nodes.find(({ id }) => id === scenario.sourceId);
  const asked = source === undefined ? null : askedOf(scenario, source.timeZone ?? null);
  const [text] = useDebouncedValue(JSON.stringify(asked?.input ?? null), 300);
  const input = JSON.parse(text);
  const tried = useAsk(TryOut, { input }, { enabled: input !== null, keepPrevious: true });
  const errors = input === null ? [] : (tried.data?.whatIf.errors ?? []);

  return (
    <Page title="What if" lead="What would be over if quotas, licenses or the date were others. Nothing is written.">
      <Answered asked={sources}>
        {({ sources: { nodes } }) => (
          <Select
            label="Source"
            placeholder="Choose a source"
            maw={360}
            allowDeselect={false}
            data={nodes.map(({ id, name }) => ({ value: id, label: name }))}
            value={scenario.sourceId}
            onChange={(sourceId) => setParams(writeScenario({ ...NOTHING, sourceId }))}
          />
        )}
      </Answered>
      {source === undefined ? (
        sources.data === undefined || scenario.sourceId === null ? null : (
          <Text>The source of this scenario is gone, or this key does not see it. Choose another.</Text>
        )
      ) : (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <ScenarioForm source={source} scenario={scenario} asked={asked} errors={errors} onChange={change} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Answered asked={tried} height={300}>
              {({ whatIf }) =>
                whatIf.errors.length > 0 ? (
                  <Alert variant="outline" color="red" role="alert">
                    <Text size="sm" fw={600}>
                      This cannot be tried
                    </Text>
                    {whatIf.errors.map(({ message }) => (
                      <Text size="sm" key={message}>
                        {message}
                      </Text>
                    ))}
                  </Alert>
                ) : (
                  <Outcome result={whatIf} kind={source.kind} />
                )
              }
            </Answered>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
