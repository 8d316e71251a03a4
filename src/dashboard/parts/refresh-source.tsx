/** Reads a source now, and says how that went. For operators, of sources that can be read on demand. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMay } from '../gateway/session.js';
import { useChange } from '../gateway/use-ask.js';
import { useAttempt } from '../gateway/use-attempt.js';
import type { RefreshablePartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { Outcome } from './outcome.js';

export const RefreshableParts = graphql(`
  fragment RefreshableParts on Source {
    id
    name
    capabilities
  }
`);

const RefreshSource = graphql(`
  mutation RefreshSource($sourceId: ID!) {
    refreshSource(input: { sourceId: $sourceId }) {
      source {
        ...SourceParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

/** From when on it is said that it takes long. */
const LONG_MS = 3_000;

export function RefreshSourceButton({
  source: { id, name, capabilities },
}: {
  readonly source: RefreshablePartsFragment;
}) {
  const may = useMay('OPERATOR');
  const change = useChange(RefreshSource);
  const attempt = useAttempt();
  const [wasRead, setWasRead] = useState(false);
  const takesLong = useTakesLong(attempt.isRunning);
  if (!may || !capabilities.includes('REFRESH_SOURCE')) return null;

  async function refresh() {
    setWasRead(false);
    const isDone = await attempt.run(async () => {
      const { refreshSource } = await change.mutateAsync({ sourceId: id });
      return refreshSource?.errors ?? [];
    });
    setWasRead(isDone);
  }

  return (
    <Stack gap={6} align="flex-start">
      <Button
        size="xs"
        variant="default"
        leftSection={<RefreshCw size={14} aria-hidden />}
        loading={attempt.isRunning}
        onClick={() => void refresh()}
      >
        Read {name} now
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {attempt.isRunning
          ? takesLong
            ? `${name} takes long to answer. It is still waited for, until its time is up; you can go on meanwhile.`
            : `Reading ${name}.`
          : wasRead
            ? `${name} was read.`
            : ''}
      </Text>
      {attempt.refusals.length === 0 ? (
        <Outcome attempt={attempt} />
      ) : (
        <Alert color="red" variant="outline" role="alert" title={`${name} could not be read`}>
          {attempt.refusals.map(({ code, message }) => (
            <Text size="sm" key={code}>
              {message} <small>({code})</small>
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  );
}

function useTakesLong(isRunning: boolean): boolean {
  const [takesLong, setTakesLong] = useState(false);
  useEffect(() => {
    if (!isRunning) return undefined;
    const waiting = setTimeout(() => setTakesLong(true), LONG_MS);
    return () => {
      clearTimeout(waiting);
      setTakesLong(false);
    };
  }, [isRunning]);
  return takesLong;
}
