/** The license groups: the active one with its stacks, and the others, one of which can be made active instead. */
import { Anchor, Badge, Box, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { Link } from 'wouter';
import { ActivateGroupButton } from '../../actions/activate-group.js';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { Capability, SplunkGroupsQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Answered } from '../../parts/page.js';
import { StackShares } from './stack-shares.js';

const SplunkGroups = graphql(`
  query SplunkGroups($source: String!) {
    groups(first: 50, filter: { sources: [$source] }) {
      nodes {
        ... on SplunkGroup {
          ...GroupActionParts
          licenses(first: 1) {
            totalCount
          }
          stacks(first: 50) {
            nodes {
              ...SplunkStackParts
            }
          }
        }
      }
    }
  }
`);

type ListedGroup = Extract<SplunkGroupsQuery['groups']['nodes'][number], { isActive: boolean }>;

export function Groups({
  source,
}: {
  readonly source: { readonly name: string; readonly capabilities: readonly Capability[] };
}) {
  const asked = useAsk(SplunkGroups, { source: source.name });
  return (
    <Answered asked={asked} height={300}>
      {({ groups }) => {
        const all = groups.nodes.filter((group): group is ListedGroup => 'isActive' in group);
        const active = all.find(({ isActive }) => isActive);
        const others = all.filter(({ isActive }) => !isActive);
        return (
          <>
            <Stack gap="sm" component="section" aria-label="Active group">
              <Group gap="xs">
                <Title order={2} size="h3">
                  {active === undefined ? 'No group is active' : active.name}
                </Title>
                {active === undefined ? null : (
                  <Badge variant="outline" tt="none" className="state state-good">
                    Active group
                  </Badge>
                )}
              </Group>
              {active?.stacks.nodes.map((stack) => (
                <StackShares key={stack.id} stack={stack} capabilities={source.capabilities} />
              ))}
              {active?.stacks.nodes.length === 0 ? <Text size="sm">It has no stacks.</Text> : null}
            </Stack>
            {others.length === 0 ? null : <OtherGroups groups={others} />}
          </>
        );
      }}
    </Answered>
  );
}

function OtherGroups({ groups }: { readonly groups: readonly ListedGroup[] }) {
  return (
    <Stack gap="xs" component="section" aria-label="Other groups">
      <Title order={2} size="h4">
        Other groups
      </Title>
      <Text size="sm" c="dimmed">
        What is in these does not count while they are not active.
      </Text>
      <Box className="scroll-x" tabIndex={0} role="region" aria-label="Groups that are not active">
        <Table verticalSpacing={6} miw={480}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Group</Table.Th>
              <Table.Th scope="col">Stacks</Table.Th>
              <Table.Th scope="col">Licenses</Table.Th>
              <Table.Th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <Table.Tr key={group.id}>
                <Table.Th scope="row" fw={500}>
                  <Anchor component={Link} inherit href={nodePath(group.id)}>
                    {group.name}
                  </Anchor>
                </Table.Th>
                <Table.Td>
                  {group.stacks.nodes.length === 0
                    ? 'none'
                    : group.stacks.nodes.map(({ id, displayName }, at) => (
                        <span key={id}>
                          {at === 0 ? null : ', '}
                          <Anchor component={Link} inherit href={nodePath(id)}>
                            {displayName}
                          </Anchor>
                        </span>
                      ))}
                </Table.Td>
                <Table.Td className="number">{group.licenses.totalCount}</Table.Td>
                <Table.Td ta="right">
                  <ActivateGroupButton group={group} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Stack>
  );
}
