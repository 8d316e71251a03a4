/** The page of a quota: how much of what is used, what happens above the limit, and where it is heading. */

import { List } from '@mantine/core';
import type { QuotaPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { formatRatio, isBytes, words } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { kinds } from './kinds.js';
import { MessagesAbout } from './messages-about.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Bytes, Count } from './origin.js';
import { Quotas, WorstState } from './quotas.js';
import { quotaSentence } from './sentences.js';
import { momentFact } from './told-facts.js';
import { useNode } from './use-node.js';

const QuotaNodeQuery = graphql(`
  query QuotaNode($id: ID!) {
    node(id: $id) {
      __typename
      ...QuotaPage
    }
  }
`);

export const QuotaPage = graphql(`
  fragment QuotaPage on Quota {
    ...QuotaOutlook
    source {
      ...SourceParts
    }
    subject {
      id
      displayName
    }
  }
`);

export function QuotaNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(QuotaNodeQuery, id)} id={id} kind={kinds.Quota}>
      {(node) => (node.__typename === 'Quota' ? <Quota quota={node} /> : null)}
    </NodeAnswer>
  );
}

function Quota({ quota }: { readonly quota: QuotaPageFragment }) {
  const { subject, dimension, measure, state, limit, reasons } = quota;
  const name = words(dimension);
  const Amount = isBytes(dimension) ? Bytes : Count;
  const noLimit = state === 'UNLIMITED' ? 'no limit' : 'not known';
  return (
    <NodePage
      kind={kinds.Quota}
      node={{ ...quota, displayName: `${name} of ${subject.displayName}`, vendorFields: {} }}
      state={<WorstState quotas={[quota]} />}
      sentence={quotaSentence(quota)}
      hasHistory
    >
      <Quotas quotas={[quota]} />
      <Section title="Facts">
        <Facts
          facts={[
            ['Measured on', <ObjectLink key="subject" object={subject} />],
            ['Used', <Amount key="used" label="Used" value={quota.used} />],
            ['Limit', <Amount key="limit" label="Limit" value={limit} none={noLimit} />],
            ['Left', quota.remaining == null ? null : <Amount key="left" label="Left" value={quota.remaining} />],
            ['Share', quota.ratio == null ? null : formatRatio(quota.ratio)],
            ['How it moves', MEASURES[measure]],
            ['Above the limit', ENFORCEMENTS[quota.enforcement]],
            momentFact('Starts again', quota.resetsAt),
          ]}
        />
      </Section>
      {reasons.length === 0 ? null : (
        <Section title="By which rule">
          <List size="sm">
            {reasons.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        </Section>
      )}
      <MessagesAbout id={quota.id} />
    </NodePage>
  );
}

const MEASURES: Readonly<Record<QuotaPageFragment['measure'], string>> = {
  DAILY_COUNTER: "rises through the day and starts again at the source's midnight",
  HIGH_WATER: 'is the largest ever seen',
  GAUGE: 'rises and falls with what is there',
  CUMULATIVE: 'rises until somebody resets it',
  ROLLING_WINDOW: 'counts over the last so many days',
};

const ENFORCEMENTS: Readonly<Record<QuotaPageFragment['enforcement'], string>> = {
  HARD: 'the vendor refuses or blocks',
  SOFT: 'the vendor allows it and takes note, or allows some of it',
  INFORMATIONAL: 'nothing happens',
};
