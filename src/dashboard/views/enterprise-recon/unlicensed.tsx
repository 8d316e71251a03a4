/** Targets that hold no license. */
import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { formatCount } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';

const UnlicensedTargets = graphql(`
  query UnlicensedTargets($source: String!) {
    targets(first: 20, filter: { sources: [$source], licensed: false }) {
      totalCount
      nodes {
        id
        displayName
      }
    }
  }
`);

export function Unlicensed({ source }: { readonly source: string }) {
  const asked = useAsk(UnlicensedTargets, { source });
  return (
    <Section title="Targets without a license">
      <Answered asked={asked} height={80}>
        {({ targets: { nodes, totalCount } }) =>
          totalCount === 0 ? (
            <Text size="sm">Every target holds a license.</Text>
          ) : (
            <>
              <ul className="plain-list">
                {nodes.map((target) => (
                  <li key={target.id}>
                    <ObjectLink object={target} size="sm" />
                  </li>
                ))}
              </ul>
              {nodes.length < totalCount ? (
                <Anchor
                  component={Link}
                  href={`/targets?sources=${encodeURIComponent(source)}&licensed=false`}
                  size="sm"
                >
                  All {formatCount(totalCount)}
                </Anchor>
              ) : null}
            </>
          )
        }
      </Answered>
    </Section>
  );
}
