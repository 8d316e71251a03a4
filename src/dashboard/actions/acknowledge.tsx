/** Notes that somebody has seen a message: who and when, or the button to do it for those who may. */
import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMay } from '../gateway/session.js';
import { useRun } from '../gateway/use-ask.js';
import type { AcknowledgementPartsFragment, RefusalPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { Moment } from '../parts/moment.js';
import { Outcome } from '../parts/outcome.js';

export const AcknowledgementParts = graphql(`
  fragment AcknowledgementParts on Message {
    id
    displayName
    acknowledgedAt
    acknowledgedBy
  }
`);

const Acknowledge = graphql(`
  mutation Acknowledge($messageId: ID!) {
    acknowledgeMessage(input: { messageId: $messageId }) {
      message {
        ...AcknowledgementParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

/** Acknowledges messages one after the other; answers the refusals. What is shown is read anew once, at the end. */
export function useAcknowledge() {
  const run = useRun();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const refusals: RefusalPartsFragment[] = [];
      for (const messageId of ids) {
        const { acknowledgeMessage } = await run(Acknowledge, { messageId });
        refusals.push(...(acknowledgeMessage?.errors ?? []));
      }
      return refusals;
    },
    // Also of what was done before something went wrong.
    onSettled: () => queries.invalidateQueries(),
  });
}

/** `Acknowledged by ops, 3 minutes ago`, or the button. */
export function Acknowledgement({ message }: { readonly message: AcknowledgementPartsFragment }) {
  const mayAcknowledge = useMay('OPERATOR');
  const acknowledge = useAcknowledge();
  if (message.acknowledgedAt != null) {
    return (
      <Text size="sm" c="dimmed">
        Acknowledged by {message.acknowledgedBy ?? 'somebody'} <Moment at={message.acknowledgedAt} />
      </Text>
    );
  }
  if (!mayAcknowledge) {
    return (
      <Text size="sm" c="dimmed">
        Not acknowledged
      </Text>
    );
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate([message.id])}
        aria-label={`Acknowledge ${message.displayName}`}
      >
        Acknowledge
      </Button>
      <AcknowledgeTrouble acknowledge={acknowledge} />
    </>
  );
}

/** What went wrong with the last attempt, if anything. */
export function AcknowledgeTrouble({ acknowledge }: { readonly acknowledge: ReturnType<typeof useAcknowledge> }) {
  return <Outcome attempt={{ refusals: acknowledge.data ?? [], error: acknowledge.error }} />;
}
