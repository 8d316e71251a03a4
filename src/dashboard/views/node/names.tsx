/** A list of names in a vendor's own spelling, on few lines. Nothing when there are none. */
import { Badge, Group, Text } from '@mantine/core';

export function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Group gap={6} role="list" aria-label={title}>
      <Text size="sm" c="dimmed" span>
        {title}
      </Text>
      {names.map((name) => (
        <Badge key={name} role="listitem" variant="default" tt="none" fw={500}>
          {name}
        </Badge>
      ))}
    </Group>
  );
}
