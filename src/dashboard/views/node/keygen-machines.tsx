/** The machines of a Keygen license: no table shows just these, so more of them are read here. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { Answered } from '../../parts/page.js';
import { RELATED } from './related.js';
import { TargetRows } from './target-rows.js';

/** The longest page that the gateway gives. */
const MOST = 500;

const KeygenMachinesQuery = graphql(`
  query KeygenMachines($id: ID!, $first: Int!) {
    node(id: $id) {
      ... on KeygenLicense {
        machines(first: $first) {
          totalCount
          nodes {
            ...TargetRow
          }
        }
      }
    }
  }
`);

export function KeygenMachines({ licenseId }: { readonly licenseId: string }) {
  const [first, setFirst] = useState(RELATED);
  const asked = useAsk(KeygenMachinesQuery, { id: licenseId, first }, { keepPrevious: true });
  return (
    <Answered asked={asked} height={120}>
      {({ node }) => {
        const machines = node != null && 'machines' in node ? node.machines : { totalCount: 0, nodes: [] };
        const isCut = machines.nodes.length < Math.min(machines.totalCount, MOST);
        return (
          <TargetRows
            title="Machines"
            targets={machines}
            more={
              isCut ? (
                <Button variant="default" size="xs" onClick={() => setFirst(MOST)}>
                  Show {machines.totalCount > MOST ? `the first ${MOST}` : 'all of them'}
                </Button>
              ) : null
            }
          />
        );
      }}
    </Answered>
  );
}
