/** What every view is made of: its title, and what stands in its place when there is nothing to show. */
import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type PropsWithChildren, type ReactNode, useEffect, useState } from 'react';
import type { FallbackProps } from 'react-error-boundary';
import { Link } from 'wouter';
import { useLive } from '../gateway/live.js';
import { isAway, problemOf } from '../gateway/problem.js';
import { useArrival } from './arrival.js';
import { Moment } from './moment.js';

export interface PageProps {
  readonly title: string;
  /** The question that the view answers. */
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
}

export function Page({ title, lead, actions, children }: PropsWithChildren<PageProps>) {
  const heading = useArrival();
  useEffect(() => {
    document.title = `${title} · license-gateway`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h2" ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead === undefined ? null : <Text c="dimmed">{lead}</Text>}
        </div>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

/** The parts of a query that `Answered` shows. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly dataUpdatedAt: number;
  refetch(): unknown;
}

/**
 * An answer, or what is in its place: bones while it is awaited, the problem when it cannot be had; an old answer stays, and says so,
 * unless it is the gateway that is away: that is said once over the view.
 */
export function Answered<T>({
  asked,
  children,
  height = 200,
}: {
  readonly asked: Asked<T>;
  readonly children: (data: T) => ReactNode;
  readonly height?: number;
}) {
  const { data, error, dataUpdatedAt } = asked;
  return (
    <>
      {error === null || (data !== undefined && isAway(problemOf(error))) ? null : (
        <ProblemNote error={error} onRetry={() => void asked.refetch()}>
          {data === undefined ? null : (
            <>
              {' '}
              What is shown is what it said <Moment at={new Date(dataUpdatedAt).toISOString()} />.
            </>
          )}
        </ProblemNote>
      )}
      {data === undefined ? error === null ? <Bones height={height} /> : null : children(data)}
    </>
  );
}

export function Bones({ height }: { readonly height: number }) {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton height={height} />
    </div>
  );
}

export function ProblemNote({
  error,
  onRetry,
  children,
}: PropsWithChildren<{ readonly error: unknown; readonly onRetry?: () => void }>) {
  const { message } = problemOf(error);
  return (
    <Alert color="red" variant="outline" role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1}>
          {message}
          {children}
        </Text>
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}

export function NothingHere() {
  return (
    <Page title="Nothing here" lead="No view has this address.">
      <Anchor component={Link} href="/">
        To the overview
      </Anchor>
    </Page>
  );
}

/** A view that broke, or whose code could not be loaded because the gateway is away or was replaced by a newer one. */
export function BrokenView({ error, resetErrorBoundary }: FallbackProps) {
  const wasNotLoaded = error instanceof TypeError && /dynamically imported module/i.test(error.message);
  const live = useLive();
  const [wasAway, setWasAway] = useState(live !== 'LIVE');
  useEffect(() => {
    if (live !== 'LIVE') setWasAway(true);
    // The browser does not load again what it could not load once, unless the page is.
    else if (wasAway && wasNotLoaded) location.reload();
  }, [live, wasAway, wasNotLoaded]);
  return (
    <Page title="This view cannot be shown">
      <Alert color="red" variant="outline" role="alert">
        <Stack align="flex-start" gap="sm">
          <Text size="sm">
            {wasNotLoaded
              ? 'It could not be loaded: the gateway does not answer, or is a newer one by now. Reload the page; once the gateway is back, it reloads by itself.'
              : 'It has a fault. Reload the page; if that does not help, tell whoever runs the gateway.'}
          </Text>
          <Group gap="xs">
            <Button size="xs" onClick={() => location.reload()}>
              Reload
            </Button>
            {wasNotLoaded ? null : (
              <Button size="xs" variant="default" onClick={resetErrorBoundary}>
                Try again
              </Button>
            )}
          </Group>
        </Stack>
      </Alert>
    </Page>
  );
}
