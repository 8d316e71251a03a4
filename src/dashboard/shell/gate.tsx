/** Asks for the API key: as the whole page before anything was seen, and over the page when the key of before is not taken any more. */
import {
  Alert,
  Button,
  Center,
  Code,
  getDefaultZIndex,
  Loader,
  Modal,
  Paper,
  PasswordInput,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { type FormEvent, type PropsWithChildren, useEffect, useState } from 'react';
import type { Problem } from '../gateway/problem.js';
import { useSession } from '../gateway/session.js';

export function Gate({ children }: PropsWithChildren) {
  const { key, viewer, problem, enter } = useSession();
  const [trying, setTrying] = useState(key !== null);
  const [stored, setStored] = useState<Problem | null>(null);
  // The key of before this page was reloaded.
  const [before] = useState(key);

  useEffect(() => {
    if (before === null) return undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const attempt = async () => {
      const wrong = await enter(before);
      setStored(wrong);
      setTrying(false);
      if (wrong !== null && passes(wrong)) again = setTimeout(attempt, RETRY_MS);
    };
    void attempt();
    return () => clearTimeout(again);
  }, [before, enter]);

  if (viewer === null) {
    if (trying) {
      return (
        <Center mih="100vh" role="status" aria-label="Trying the key">
          <Loader />
        </Center>
      );
    }
    return (
      <Center mih="100vh" p="md" component="main">
        <Paper withBorder p="xl" w={440} maw="100%">
          <Title order={1} size="h3" mb="md">
            license-gateway
          </Title>
          <KeyForm problem={stored} action="Open the dashboard" />
        </Paper>
      </Center>
    );
  }
  return (
    <>
      {children}
      <Modal
        opened={key === null}
        onClose={() => {}}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title="The key is not taken any more"
        centered
        // A form may be open: without a key nothing of it can be sent, and it stays as it is below this.
        zIndex={getDefaultZIndex('max')}
      >
        <KeyForm problem={problem} action="Go on" />
      </Modal>
    </>
  );
}

const RETRY_MS = 5_000;

/** Whether it may be over by itself. */
function passes({ kind }: Problem): boolean {
  return kind === 'UNREACHABLE' || kind === 'BUSY' || kind === 'TIMEOUT';
}

function KeyForm({ problem, action }: { readonly problem: Problem | null; readonly action: string }) {
  const { enter } = useSession();
  const [value, setValue] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [wrong, setWrong] = useState<Problem | null>(null);
  const shown = wrong ?? problem;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsTrying(true);
    setWrong(await enter(value.trim()));
    setIsTrying(false);
  }

  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack>
        {shown === null ? null : (
          <Alert color="red" variant="outline" role="alert">
            {shown.message}
          </Alert>
        )}
        <PasswordInput
          label="API key"
          required
          data-autofocus
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
        />
        <Button type="submit" loading={isTrying}>
          {action}
        </Button>
        <Text size="sm" c="dimmed">
          One of those under <Code>auth.apiKeys</Code> of the configuration, or the admin key that the gateway printed
          at its first start. It stays in this tab and is forgotten when the tab is closed.
        </Text>
      </Stack>
    </form>
  );
}
