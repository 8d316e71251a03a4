/** A form that changes something, in a modal: what is filled in belongs to who opens it, and so is there again after a refusal, a fault or a second thought. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, PropsWithChildren } from 'react';
import type { Attempt } from '../gateway/use-attempt.js';
import type { Openable } from '../parts/confirm.js';
import { Outcome } from '../parts/outcome.js';

interface FormModalProps extends Openable {
  readonly title: string;
  /** What the button says that sends it. */
  readonly action: string;
  readonly attempt: Attempt;
  /** Whether there is anything to send. */
  readonly isReady?: boolean;
  readonly onSubmit: () => unknown;
}

export function FormModal(props: PropsWithChildren<FormModalProps>) {
  const { opened, onClose, title, action, attempt, isReady = true, onSubmit, children } = props;
  // How it ends is told here, so it stays open until then.
  const close = () => {
    if (!attempt.isRunning) onClose();
  };
  function submit(event: FormEvent) {
    event.preventDefault();
    // A form within what is drawn in a portal would pass it on to the form around it.
    event.stopPropagation();
    if (isReady) onSubmit();
  }
  return (
    <Modal opened={opened} onClose={close} title={title} size="lg" closeOnClickOutside={false}>
      <form onSubmit={submit} autoComplete="off" noValidate>
        <Stack>
          {children}
          <Outcome attempt={attempt} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} disabled={attempt.isRunning}>
              Close
            </Button>
            <Button type="submit" loading={attempt.isRunning} disabled={!isReady}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
