/** What would be over if pools, licenses or the date were others. Nothing is written; the address holds the whole scenario. */
import { Alert, Grid, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useParams } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { WhatIfSourcesQuery } from '../../generated/graphql.js';
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
        // Another source begins with nothing: the outcome of the one before is not its own.
        <TriedOut key={source.id} source={source} scenario={scenario} onChange={change} />
      )}
    </Page>
  );
}

type Source = WhatIfSourcesQuery['sources']['nodes'][number];

/** The form, and beside it what would be. */
function TriedOut({
  source,
  scenario,
  onChange,
}: {
  readonly source: Source;
  readonly scenario: Scenario;
  readonly onChange: (changes: Partial<Scenario>) => void;
}) {
  const asked = askedOf(scenario, source.timeZone ?? null);
  const text = JSON.stringify(asked?.input ?? null);
  const [pausedAt] = useDebouncedValue(text, 300);
  const input = JSON.parse(pausedAt);
  const tried = useAsk(TryOut, { input }, { enabled: input !== null, keepPrevious: true });
  const isOfBefore = tried.data !== undefined && (tried.isPlaceholderData || pausedAt !== text);
  // Of a scenario of before they would stand beside the wrong rows.
  const errors = isOfBefore ? [] : (tried.data?.whatIf.errors ?? []);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <ScenarioForm source={source} scenario={scenario} asked={asked} errors={errors} onChange={onChange} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 7 }} aria-busy={isOfBefore}>
        <Text size="sm" c="dimmed" role="status">
          {isOfBefore ? 'Trying it out. Until then this is what the scenario before would bring.' : ''}
        </Text>
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
  );
}
