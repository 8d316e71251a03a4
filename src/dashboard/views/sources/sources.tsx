/** Every source: how its last read went, what that means and what to do, how old what is shown of it is, and what it can be asked to do. */
import { SimpleGrid, Text } from '@mantine/core';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { Answered, Page } from '../../parts/page.js';
import { SourceCard } from './source-card.js';

const SourcesQuery = graphql(`
  query Sources {
    sources(first: 200) {
      totalCount
      nodes {
        ...SourceCardParts
      }
    }
  }
`);

export default function Sources() {
  const asked = useAsk(SourcesQuery, {});
  return (
    <Page title="Sources" lead="Where everything shown comes from, how old it is, and what is wrong with it.">
      <Answered asked={asked} height={400}>
        {({ sources: { nodes, totalCount } }) =>
          totalCount === 0 ? (
            <Text c="dimmed">There is no source, or none that this key sees.</Text>
          ) : (
            <>
              <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
                {nodes.map((source) => (
                  <SourceCard source={source} key={source.id} />
                ))}
              </SimpleGrid>
              {totalCount > nodes.length ? (
                <Text c="dimmed">
                  These are the first {nodes.length} of {totalCount}.
                </Text>
              ) : null}
            </>
          )
        }
      </Answered>
    </Page>
  );
}
