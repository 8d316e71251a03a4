/** Makes or edits a pool: the form, then what would change by it (a dry run), then the change itself. What is typed stays until it is done. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { type Attempt, useAttempt } from '../gateway/use-attempt.js';
import type { Openable } from '../parts/confirm.js';
import { Outcome } from '../parts/outcome.js';
import { changesSince, draftOf, EMPTY_DRAFT, editOf, type PoolDraft, peersOf, rebased } from './pool-draft.js';
import { FORM_FIELDS, PoolForm } from './pool-form.js';
import { type EditedPool, type EditedStack, type Preview, usePoolChange } from './use-pool-change.js';

interface PoolEditorProps extends Openable {
  readonly stack: EditedStack;
  /** The one to edit, as it is now; null makes another. */
  readonly pool: EditedPool | null;
}

export function PoolEditor({ opened, onClose, stack, pool }: PoolEditorProps) {
  const attempt = useAttempt();
  const [draft, setDraft] = useState<PoolDraft>(() => (pool === null ? EMPTY_DRAFT : draftOf(pool)));
  const [seen, setSeen] = useState(pool);
  const isTouched = pool === null || seen === null ? draft !== EMPTY_DRAFT : editOf(draft, seen) !== null;
  // Until something is typed it shows what is there now.
  if (!isTouched && pool !== null && pool !== seen) {
    setSeen(pool);
    setDraft(draftOf(pool));
  }
  function startOver() {
    attempt.reset();
    setSeen(pool);
    setDraft(pool === null ? EMPTY_DRAFT : draftOf(pool));
  }
  const close = () => {
    // How it ends is told here, so it stays open until then.
    if (!attempt.isRunning) onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      closeOnClickOutside={false}
      size="lg"
      title={pool === null ? `New pool in ${stack.displayName}` : `Edit the pool “${pool.name}”`}
    >
      <Editor
        stack={stack}
        pool={pool}
        attempt={attempt}
        draft={draft}
        setDraft={setDraft}
        seen={seen}
        setSeen={setSeen}
        onStartOver={isTouched ? startOver : null}
        onDone={() => {
          onClose();
          if (pool === null) setDraft(EMPTY_DRAFT);
        }}
      />
    </Modal>
  );
}

interface EditorProps {
  readonly stack: EditedStack;
  readonly pool: EditedPool | null;
  readonly attempt: Attempt;
  readonly draft: PoolDraft;
  readonly setDraft: (draft: PoolDraft) => void;
  readonly seen: EditedPool | null;
  readonly setSeen: (pool: EditedPool) => void;
  readonly onStartOver: (() => void) | null;
  readonly onDone: () => void;
}

function Editor({ stack, pool, attempt, draft, setDraft, seen, setSeen, onStartOver, onDone }: EditorProps) {
  const change = usePoolChange(stack, seen);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [sentPeers, setSentPeers] = useState<readonly string[]>([]);
  const changes = pool === null || seen === null || attempt.isRunning ? [] : changesSince(seen, pool);
  const isSurprised = changes.length > 0;
  const edit = seen === null ? { peers: peersOf(draft) } : editOf(draft, seen);
  const shownPreview = isSurprised ? null : preview;

  async function look(event: FormEvent) {
    event.preventDefault();
    setSentPeers(edit?.peers ?? []);
    await attempt.run(async () => {
      const { quotas, errors } = await change.dryRun(draft);
      if (errors.length === 0) setPreview(quotas);
      return errors;
    });
  }
  async function apply(event: FormEvent) {
    event.preventDefault();
    const isDone = await attempt.run(async () => {
      const { pool: after, errors } = await change.apply(draft);
      if (errors.length > 0) setPreview(null);
      else if (after !== null && seen !== null) {
        setSeen(after);
        setDraft(draftOf(after));
      }
      return errors;
    });
    if (!isDone) return;
    notifications.show({
      message: seen === null ? `The pool “${draft.name}” is made.` : `The pool “${seen.name}” is changed.`,
    });
    onDone();
  }

  const beside = attempt.refusals.filter(({ path }) => FORM_FIELDS.has(path?.[0] ?? ''));
  const others = attempt.refusals.filter((refusal) => !beside.includes(refusal));
  if (shownPreview !== null) {
    return (
      <form onSubmit={apply}>
        <Stack>
          <Text size="sm">
            Nothing has been sent to the vendor yet. This is what would change, by the use there is now:
          </Text>
          {change.shown(shownPreview, draft.name)}
          <Outcome attempt={attempt} />
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              disabled={attempt.isRunning}
              onClick={() => {
                attempt.reset();
                setPreview(null);
              }}
            >
              Back to the form
            </Button>
            <Button type="submit" data-autofocus autoFocus loading={attempt.isRunning}>
              {seen === null ? 'Make the pool' : 'Change the pool'}
            </Button>
          </Group>
        </Stack>
      </form>
    );
  }
  return (
    <form onSubmit={look} autoComplete="off" noValidate>
      <Stack>
        {isSurprised && pool !== null && seen !== null ? (
          <Alert color="orange" variant="outline" role="alert" title="Somebody else has changed this pool">
            <Stack align="flex-start" gap="xs">
              <Text size="sm">
                Since you began, {changes.join(', ')}. Go on from what is there now: what you typed stays, the rest is
                taken over.
              </Text>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  attempt.reset();
                  setPreview(null);
                  setDraft(rebased(draft, seen, pool));
                  setSeen(pool);
                }}
              >
                Go on from there
              </Button>
            </Stack>
          </Alert>
        ) : null}
        <PoolForm
          draft={draft}
          onChange={setDraft}
          refusals={beside}
          sentPeers={sentPeers}
          isNew={seen === null}
          sourceName={stack.source.name}
          labels={new Map((pool?.peers.nodes ?? []).map(({ vendorId, label }) => [vendorId.toLowerCase(), label]))}
        />
        <Outcome attempt={{ refusals: others, error: attempt.error }} />
        <Group justify="space-between" gap="xs">
          {onStartOver === null ? (
            <span />
          ) : (
            <Button variant="subtle" disabled={attempt.isRunning} onClick={onStartOver}>
              Start over
            </Button>
          )}
          <Button type="submit" loading={attempt.isRunning} disabled={isSurprised || edit === null}>
            Show what would change
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
