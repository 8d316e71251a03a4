/** The page of an audit entry: who asked for what, what came of it, and what it changed. For admins. */
import { Anchor, Code, Group, ScrollArea, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import type { AuditEntryPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Page } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { SourceLine } from '../../parts/source.js';
import { OutcomeBadge } from './badges.js';
import { kinds } from './kinds.js';
import { NodeAnswer } from './node-answer.js';
import { useNode } from './use-node.js';
import { VendorFields } from './vendor-fields.js';
import { changedRows } from './vendor-rows.js';

const AuditEntryNodeQuery = graphql(`
  query AuditEntryNode($id: ID!) {
    node(id: $id) {
      __typename
      ...AuditEntryPage
    }
  }
`);

export const AuditEntryPage = graphql(`
  fragment AuditEntryPage on AuditEntry {
    id
    at
    actor
    role
    action
    subjectId
    source {
      ...SourceParts
    }
    input
    before
    after
    outcome
    code
    upstreamRequestId
  }
`);

export function AuditEntryNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(AuditEntryNodeQuery, id)} id={id} kind={kinds.AuditEntry}>
      {(node) => (node.__typename === 'AuditEntry' ? <AuditEntry entry={node} /> : null)}
    </NodeAnswer>
  );
}

function AuditEntry({ entry }: { readonly entry: AuditEntryPageFragment }) {
  const { action, actor, role, at, outcome, code, subjectId, source, input } = entry;
  return (
    <Page
      title={`${action} by ${actor}`}
      lead={
        <Anchor component={Link} href={kinds.AuditEntry.path} c="dimmed" inherit>
          {kinds.AuditEntry.name}
        </Anchor>
      }
    >
      <Group gap="sm">
        <OutcomeBadge outcome={outcome} />
        <Text>{code === 'DRY_RUN' ? 'It was only tried on paper: nothing was changed.' : OUTCOMES[outcome]}</Text>
      </Group>
      {source == null ? null : <SourceLine source={source} />}
      <Section title="Facts">
        <Facts
          facts={[
            ['Asked for', <Moment key="at" at={at} />],
            ['By', `${actor} (${role.toLowerCase()})`],
            ['Action', <Code key="action">{action}</Code>],
            [
              'Of',
              subjectId == null ? null : (
                <Anchor key="subject" component={Link} href={nodePath(subjectId)} inherit>
                  {subjectId}
                </Anchor>
              ),
            ],
            ['Code', code == null ? null : words(code)],
            ["Vendor's request id", entry.upstreamRequestId],
          ]}
        />
      </Section>
      <Changes entry={entry} />
      <VendorFields fields={input} title="What was asked for" isOpen />
    </Page>
  );
}

/** Before and after, side by side; of what was only created or only read, one of the two. */
function Changes({ entry: { before, after } }: { readonly entry: AuditEntryPageFragment }) {
  const rows = changedRows(before ?? null, after ?? null);
  const areBothKnown = before != null && after != null;
  if (rows.length === 0) return null;
  return (
    <Section title="What it was like before and after">
      <ScrollArea>
        <Table fz="sm" verticalSpacing={4} aria-label="Before and after">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Field</Table.Th>
              <Table.Th scope="col">Before</Table.Th>
              <Table.Th scope="col">After</Table.Th>
              {areBothKnown ? <Table.Th scope="col">Changed</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.path} fw={row.isChanged ? 600 : 400}>
                <Table.Th scope="row" fw="inherit" ff="monospace">
                  {row.path}
                </Table.Th>
                <Table.Td>{row.before ?? '–'}</Table.Td>
                <Table.Td>{row.after ?? '–'}</Table.Td>
                {areBothKnown ? <Table.Td>{row.isChanged ? 'yes' : 'no'}</Table.Td> : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Section>
  );
}

const OUTCOMES: Readonly<Record<AuditEntryPageFragment['outcome'], string>> = {
  APPLIED: 'It was done.',
  REFUSED: 'It was refused: nothing was changed.',
  FAILED: 'It could not be done: nothing was changed.',
  UNKNOWN: 'Whether it was done is not known, or it is still under way.',
};
