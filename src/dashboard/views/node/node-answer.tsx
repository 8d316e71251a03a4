/** An object's page while it is awaited, cannot be had, is gone, or went while it was looked at. */
import { Alert, Anchor, Code, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered, Bones, Page } from '../../parts/page.js';
import { GoneContext } from './gone.js';
import type { Kind } from './kinds.js';
import type { SeenNode } from './use-node.js';

export function NodeAnswer<N>({
  seen,
  id,
  kind,
  children,
}: {
  readonly seen: SeenNode<N>;
  readonly id: string;
  readonly kind: Kind;
  readonly children: (node: N) => ReactNode;
}) {
  const { asked, node, isGone } = seen;
  if (node === null && isGone) return <NeverSeen id={id} kind={kind} />;
  // No heading yet: the focus goes to the first one that comes.
  if (node === null && asked.error === null) return <Bones height={400} />;
  if (node === null) {
    return (
      <Page title={kind.name}>
        <Answered asked={asked}>{() => null}</Answered>
      </Page>
    );
  }
  return (
    <>
      {isGone ? <Gone kind={kind} /> : null}
      {asked.error === null ? null : <Answered asked={asked}>{() => null}</Answered>}
      <GoneContext value={isGone}>{children(node)}</GoneContext>
    </>
  );
}

/** For what is no id, too. */
export function NeverSeen({ id, kind }: { readonly id: string; readonly kind: Kind | null }) {
  return (
    <Page title={kind === null ? 'Nothing here' : `${kind.name} not found`}>
      <Text>
        Nothing that this key sees has the id <Code>{id}</Code>. It may have been deleted or renamed since, or belong to
        a source that this key does not see.
      </Text>
      <WaysBack kind={kind} />
    </Page>
  );
}

function Gone({ kind }: { readonly kind: Kind }) {
  return (
    <Alert color="orange" variant="outline" role="alert" mb="md">
      <Text fw={600}>This is gone</Text>
      <Text size="sm" mb="xs">
        Its source does not show it any more. Below is what was last seen of it.
      </Text>
      <WaysBack kind={kind} />
    </Alert>
  );
}

function WaysBack({ kind }: { readonly kind: Kind | null }) {
  return (
    <Group>
      {kind === null ? null : (
        <Anchor component={Link} href={kind.path}>
          To all {pathTitle(kind)}
        </Anchor>
      )}
      <Anchor component={Link} href="/">
        To the overview
      </Anchor>
    </Group>
  );
}

function pathTitle({ path }: Kind): string {
  return path === '/data-usages' ? 'data usage' : path.slice(1);
}
