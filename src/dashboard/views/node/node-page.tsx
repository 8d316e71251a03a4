/** The page of one object: what it is and its state first, then its own sections, last what the vendor sent. */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { ChartLine } from 'lucide-react';
import type { PropsWithChildren, ReactNode } from 'react';
import { Link } from 'wouter';
import { historyPath } from '../../addresses.js';
import type { SourcePartsFragment } from '../../generated/graphql.js';
import { Page } from '../../parts/page.js';
import { SourceLine } from '../../parts/source.js';
import { useIsGone } from './gone.js';
import type { Kind } from './kinds.js';
import { Origin } from './origin.js';
import { VendorFields } from './vendor-fields.js';

export interface NodePageProps {
  readonly kind: Kind;
  readonly node: {
    readonly id: string;
    readonly displayName: string;
    readonly source: SourcePartsFragment;
    readonly vendorFields: Record<string, unknown>;
  };
  /** Its state: a badge. */
  readonly state?: ReactNode;
  /** What that means, in a sentence. */
  readonly sentence?: ReactNode;
  /** Buttons that do something to it; none of them when it is gone. */
  readonly actions?: ReactNode;
  readonly hasHistory?: boolean;
}

export function NodePage({
  kind,
  node,
  state,
  sentence,
  actions,
  hasHistory = false,
  children,
}: PropsWithChildren<NodePageProps>) {
  const { id, displayName, source, vendorFields } = node;
  const isGone = useIsGone();
  return (
    <Origin value={source}>
      <Page
        title={displayName}
        lead={
          <Anchor component={Link} href={kind.path} c="dimmed" inherit>
            {kind.name}
          </Anchor>
        }
        actions={
          <>
            {hasHistory ? (
              <Button
                component={Link}
                href={historyPath(id)}
                variant="default"
                size="xs"
                leftSection={<ChartLine size={14} aria-hidden />}
              >
                History
              </Button>
            ) : null}
            {isGone ? null : actions}
          </>
        }
      >
        <Stack gap={6}>
          {state === undefined && sentence === undefined ? null : (
            <Group gap="sm">
              {state}
              <Text>{sentence}</Text>
            </Group>
          )}
          {id === source.id ? null : <SourceLine source={source} />}
        </Stack>
        {children}
        <VendorFields fields={vendorFields} />
      </Page>
    </Origin>
  );
}
