/** A number or a state that says where it comes from: a click or the Enter key shows source, age, what the vendor reported, what was derived, and why. */
import { List, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type PropsWithChildren, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { nodePath } from '../addresses.js';
import { Moment } from './moment.js';

export interface Provenance {
  readonly source: { readonly id: string; readonly name: string };
  /** When the vendor said it: the source's last complete sync. */
  readonly observedAt: string | null;
  readonly stale?: boolean;
  /** Name and value of what was reported and derived, exact. */
  readonly facts?: readonly (readonly [name: string, value: ReactNode])[];
  /** The vendor's rule, and the numbers it was applied to. */
  readonly reasons?: readonly string[];
}

export function Figure({
  label,
  provenance,
  wraps = false,
  children,
}: PropsWithChildren<{
  /** What the number is, for who cannot see where it stands. */
  readonly label: string;
  readonly provenance: Provenance;
  /** Of a sentence, which may go over several lines. */
  readonly wraps?: boolean;
}>) {
  const { source, observedAt, stale = false, facts = [], reasons = [] } = provenance;
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={360}
      position="bottom"
      withArrow
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={wraps ? 'figure' : 'figure number'}
          onClick={() => setOpened(!opened)}
          // Whether or not the focus has moved into what opened.
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpened(false);
          }}
        >
          {children}
          <VisuallyHidden>. Where does this come from: {label}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          <Text fw={600} size="sm">
            {label}
          </Text>
          <Text size="sm">
            From <Link href={nodePath(source.id)}>{source.name}</Link>, observed <Moment at={observedAt} />
            {stale ? <strong> (may be out of date)</strong> : null}
          </Text>
          {facts.map(([name, value]) => (
            <Text size="sm" key={name}>
              {name}: <span className="number">{value}</span>
            </Text>
          ))}
          {reasons.length === 0 ? null : (
            <List size="sm" spacing={2}>
              {reasons.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
