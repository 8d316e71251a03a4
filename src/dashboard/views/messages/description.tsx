/** What a message says: as much of it as fits the row, and all of it a click or Enter away. */
import { Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';

export function Description({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <Popover width={420} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton w="100%">
          <Text size="sm" truncate>
            {text}
          </Text>
          <VisuallyHidden>. Read all of it: {label}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6} tabIndex={0} data-autofocus>
          <Text fw={600} size="sm">
            {label}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
