/** What would be: what is over, which quotas change, and what the gateway would say. */
import { Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { Link } from 'wouter';
import { QuotaChanges } from '../../actions/quota-changes.js';
import { nodePath } from '../../addresses.js';
import type { TryOutQuery } from '../../generated/graphql.js';
import { formatAmount, words } from '../../parts/format.js';
import { SeverityBadge } from '../../parts/state.js';

/** More messages than a person reads at once. */
const SHOWN_MESSAGES = 50;

export function Outcome({ result, kind }: { readonly result: TryOutQuery['whatIf']; readonly kind: string }) {
  const over = result.quotas.filter(({ state }) => state === 'EXCEEDED');
  const messages = result.messages.slice(0, SHOWN_MESSAGES);
  return (
    <Stack gap="md">
      <Part title={over.length === 0 ? 'Nothing would be over' : `Would be over: ${over.length}`}>
        {over.length === 0 ? null : (
          <List size="sm" spacing={4}>
            {over.map((quota) => {
              const { subjectId, subject, dimension, used, limit } = quota;
              const isOverNow = subject?.quotas.find((each) => each.dimension === dimension)?.state === 'EXCEEDED';
              return (
                <List.Item key={`${subjectId} ${dimension}`}>
                  {subject == null ? (
                    'New license'
                  ) : (
                    <Anchor component={Link} href={nodePath(subjectId)}>
                      {subject.displayName}
                    </Anchor>
                  )}
                  : {words(dimension).toLowerCase()},{' '}
                  <span className="number">
                    {formatAmount(used, dimension, kind)} of {formatAmount(limit, dimension, kind)}
                  </span>{' '}
                  {isOverNow ? '(is over now, too)' : <strong>(not over now)</strong>}
                </List.Item>
              );
            })}
          </List>
        )}
      </Part>
      <Part title="Before and after">
        <QuotaChanges quotas={result.quotas} kind={kind} newName="New license" />
      </Part>
      <Part title={`Messages: ${result.messages.length}`}>
        {messages.length === 0 ? <Text size="sm">The gateway would say nothing.</Text> : null}
        {messages.map(({ severity, category, description, subjectId }) => (
          <Group key={`${category} ${subjectId} ${description}`} gap="xs" wrap="nowrap" align="flex-start">
            <SeverityBadge severity={severity} />
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {description}
            </Text>
          </Group>
        ))}
        {result.messages.length > messages.length ? (
          <Text size="sm" c="dimmed">
            The gravest {SHOWN_MESSAGES} are shown.
          </Text>
        ) : null}
      </Part>
    </Stack>
  );
}

function Part({ title, children }: PropsWithChildren<{ readonly title: string }>) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
