/** How many of what a source holds, each count a link to the table of them. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { SourceContentsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { formatCount } from '../../parts/format.js';
import { Section } from '../../parts/section.js';

export const SourceContentsParts = graphql(`
  fragment SourceContents on Source {
    name
    licenses(first: 1) {
      totalCount
    }
    groups(first: 1) {
      totalCount
    }
    stacks(first: 1) {
      totalCount
    }
    pools(first: 1) {
      totalCount
    }
    peers(first: 1) {
      totalCount
    }
    targets(first: 1) {
      totalCount
    }
    dataUsages(first: 1) {
      totalCount
    }
    policies(first: 1) {
      totalCount
    }
  }
`);

const TABLES = [
  ['Licenses', 'licenses', '/licenses'],
  ['Groups', 'groups', '/groups'],
  ['Stacks', 'stacks', '/stacks'],
  ['Pools', 'pools', '/pools'],
  ['Peers', 'peers', '/peers'],
  ['Targets', 'targets', '/targets'],
  ['Data usage', 'dataUsages', '/data-usages'],
  ['Policies', 'policies', '/policies'],
] as const;

/** What it has none of is left out. */
export function SourceContents({ source }: { readonly source: SourceContentsFragment }) {
  const filter = `?sources=${encodeURIComponent(source.name)}`;
  const held = TABLES.filter(([, field]) => source[field].totalCount > 0);
  if (held.length === 0) return null;
  return (
    <Section title="What it holds">
      <Facts
        facts={held.map(([name, field, path]) => [
          name,
          <Anchor key={field} component={Link} href={`${path}${filter}`} className="number" inherit>
            {formatCount(source[field].totalCount)}
          </Anchor>,
        ])}
      />
    </Section>
  );
}
