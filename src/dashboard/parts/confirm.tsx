/** Asks before something is done that is not easily undone: of what is grave, the name has to be typed. */
import { Button, type ButtonProps, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type PropsWithChildren, type ReactNode, useEffect, useId, useState } from 'react';
import { type Attempt, useAttempt } from '../gateway/use-attempt.js';
import type { RefusalPartsFragment } from '../generated/graphql.js';
import { Outcome } from './outcome.js';

interface ConfirmProps {
  /** As a question: `Delete the pool "web"?` */
  readonly title: string;
  /** What the button says that does it: `Delete the pool`. */
  readonly action: string;
  /** Name of the thing, to be typed before it can be done; without one, a click or Enter does. */
  readonly typed?: string;
  /** Does it, and answers the refusals (none: it was done). What it throws is shown. */
  readonly onConfirm: () => Promise<readonly RefusalPartsFragment[]>;
  /** Told in a corner once it was done: `The pool "web" is deleted.` */
  readonly done: string;
  /** After it was done. */
  readonly onDone?: () => void;
}

export interface Openable {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** `children`: what it does, in plain words. It stays, with what is typed, until it is done or given up. */
function Confirm({ opened, onClose, title, ...rest }: PropsWithChildren<ConfirmProps & Openable>) {
  const attempt = useAttempt();
  useKeptFocus();
  const close = () => {
    // How it ends is told here, so it stays open until then.
    if (attempt.isRunning) return;
    attempt.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} centered>
      <ConfirmForm attempt={attempt} onCancel={close} onClose={onClose} {...rest} />
    </Modal>
  );
}

/** A button that opens `Confirm`. */
export function ConfirmButton({
  label,
  icon,
  size = 'xs',
  variant = 'default',
  'aria-label': ariaLabel,
  ...confirm
}: PropsWithChildren<
  ConfirmProps & {
    readonly label: ReactNode;
    /** Says of what, where several such buttons stand: `Delete web`. */
    readonly 'aria-label'?: string;
    readonly icon?: ReactNode;
    readonly size?: ButtonProps['size'];
    readonly variant?: ButtonProps['variant'];
  }
>) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size={size} variant={variant} leftSection={icon} onClick={open} aria-label={ariaLabel}>
        {label}
      </Button>
      <Confirm opened={opened} onClose={close} {...confirm} />
    </>
  );
}

/** What was focused goes with what was deleted: then the keyboard goes on at the view. */
function useKeptFocus() {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById('view')?.focus({ preventScroll: true });
      });
    },
    [],
  );
}

function ConfirmForm({
  attempt,
  action,
  typed,
  onConfirm,
  done,
  onDone,
  onCancel,
  onClose,
  children,
}: PropsWithChildren<
  Omit<ConfirmProps, 'title'> & {
    readonly attempt: Attempt;
    readonly onCancel: () => void;
    readonly onClose: () => void;
  }
>) {
  const [value, setValue] = useState('');
  const hintId = useId();
  const isMeant = typed === undefined || value.trim() === typed.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isMeant || !(await attempt.run(onConfirm))) return;
    notifications.show({ message: done });
    onClose();
    onDone?.();
  }

  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack>
        <Stack gap="xs">{children}</Stack>
        {typed === undefined ? null : (
          <div>
            <Text size="sm" id={hintId} mb={4}>
              To confirm, type <strong className="typed-name">{typed}</strong>
            </Text>
            <TextInput
              aria-label="The name, to confirm"
              aria-describedby={hintId}
              data-autofocus
              spellCheck={false}
              autoCapitalize="off"
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
              readOnly={attempt.isRunning}
            />
          </div>
        )}
        <Outcome attempt={attempt} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} disabled={attempt.isRunning}>
            Cancel
          </Button>
          <Button
            type="submit"
            {...(typed === undefined ? { 'data-autofocus': true } : { color: 'red.9' })}
            disabled={!isMeant}
            loading={attempt.isRunning}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
