/** The button that makes a Splunk license group the active one, after it was said what stops counting and the name was typed. */
import { List, Text } from '@mantine/core';
import { Power } from 'lucide-react';
import { useMay } from '../gateway/session.js';
import { useAsk, useChange } from '../gateway/use-ask.js';
import type { GroupActionPartsFragment, GroupContentsQuery } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { ConfirmButton } from '../parts/confirm.js';
import { formatBytes } from '../parts/format.js';
import { Answered } from '../parts/page.js';

export const GroupActionParts = graphql(`
  fragment GroupActionParts on SplunkGroup {
    id
    name
    isActive
    source {
      id
      name
      kind
      capabilities
    }
  }
`);

const GroupContents = graphql(`
  query GroupContents($source: String!) {
    groups(first: 50, filter: { sources: [$source] }) {
      nodes {
        id
        name
        ... on SplunkGroup {
          isActive
          licenses(first: 10) {
            totalCount
            nodes {
              id
              displayName
            }
          }
          stacks(first: 10) {
            totalCount
            nodes {
              id
              displayName
              quotaBytes
              isUnlimited
            }
          }
        }
      }
    }
  }
`);

const ActivateGroup = graphql(`
  mutation ActivateGroup($input: ActivateGroupInput!) {
    activateGroup(input: $input) {
      group {
        id
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

export function ActivateGroupButton({ group }: { readonly group: GroupActionPartsFragment }) {
  const { mutateAsync } = useChange(ActivateGroup);
  const may = useMay('OPERATOR') && group.source.capabilities.includes('ACTIVATE_GROUP');
  if (!may || group.isActive) return null;
  return (
    <ConfirmButton
      label="Activate"
      aria-label={`Activate ${group.name}`}
      icon={<Power size={14} aria-hidden />}
      title={`Make “${group.name}” the active group?`}
      action="Activate the group"
      typed={group.name}
      done={`“${group.name}” is the active group now. Restart Splunk to put it into full effect.`}
      onConfirm={async () => (await mutateAsync({ input: { groupId: group.id } })).activateGroup?.errors ?? []}
    >
      <Consequences group={group} />
    </ConfirmButton>
  );
}

type Contents = Extract<GroupContentsQuery['groups']['nodes'][number], { isActive: boolean }>;

function Consequences({ group }: { readonly group: GroupActionPartsFragment }) {
  const asked = useAsk(GroupContents, { source: group.source.name });
  return (
    <Answered asked={asked} height={120}>
      {({ groups }) => {
        const all = groups.nodes.filter((each): each is Contents => 'isActive' in each);
        const ended = all.find(({ isActive }) => isActive);
        const begun = all.find(({ id }) => id === group.id);
        return (
          <>
            {ended === undefined ? null : <Counts title={`Of “${ended.name}” these stop counting:`} of={ended} />}
            {begun === undefined ? null : <Counts title={`Of “${begun.name}” these begin to count:`} of={begun} />}
            <Text size="sm">
              Peers are then in the pools of the new group only. Splunk puts the change into full effect when it is
              restarted.
            </Text>
          </>
        );
      }}
    </Answered>
  );
}

function Counts({ title, of: { licenses, stacks } }: { readonly title: string; readonly of: Contents }) {
  const more = licenses.totalCount - licenses.nodes.length;
  const moreStacks = stacks.totalCount - stacks.nodes.length;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {stacks.nodes.map(({ id, displayName, quotaBytes, isUnlimited }) => (
          <List.Item key={id}>
            Stack {displayName} (
            {isUnlimited
              ? 'no limit'
              : quotaBytes == null
                ? 'quota not known'
                : `${formatBytes(quotaBytes, 'splunk')} a day`}
            )
          </List.Item>
        ))}
        {moreStacks > 0 ? <List.Item>and {moreStacks} more stacks</List.Item> : null}
        {licenses.nodes.map(({ id, displayName }) => (
          <List.Item key={id}>License {displayName}</List.Item>
        ))}
        {more > 0 ? <List.Item>and {more} more licenses</List.Item> : null}
        {licenses.totalCount + stacks.totalCount === 0 ? <List.Item>nothing: it is empty</List.Item> : null}
      </List>
    </div>
  );
}
