/** A part of a view, under a heading of its own, with what goes with it at the right. */
import { Group, Paper, Stack, Title } from '@mantine/core';
import { type PropsWithChildren, type ReactNode, useId } from 'react';

export function Section({
  title,
  aside,
  children,
}: PropsWithChildren<{ readonly title: string; readonly aside?: ReactNode }>) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
