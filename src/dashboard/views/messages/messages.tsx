/** What vendors and gateway have to say: first what still holds and nobody has acknowledged. */
import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { AcknowledgeTrouble, useAcknowledge } from '../../actions/acknowledge.js';
import { unreadMessages } from '../../addresses.js';
import { useParams } from '../../gateway/search-params.js';
import { useMay } from '../../gateway/session.js';
import { Page } from '../../parts/page.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { messages, messagesToRead } from './messages-table.js';
import { SelectionProvider, useSelection } from './selection.js';

export default function Messages() {
  const mayAcknowledge = useMay('OPERATOR');
  const [params, setParams] = useParams();
  useEffect(() => {
    // Once, and only of an address that says nothing: what somebody cleared stays cleared.
    if (new URLSearchParams(location.search).size === 0) setParams(unreadMessages);
  }, [setParams]);
  const isUnread = params.get('acknowledged') === 'false';
  return (
    <Page
      title="Messages"
      lead={
        isUnread
          ? 'What nobody has acknowledged yet. An acknowledged message leaves this list; take away the filter to see it again.'
          : 'What vendors and gateway have to say.'
      }
    >
      <SelectionProvider>
        {mayAcknowledge ? (
          <ConnectionTable spec={messages} label="Messages" actions={<AcknowledgeSelected />} />
        ) : (
          <ConnectionTable spec={messagesToRead} label="Messages" />
        )}
      </SelectionProvider>
    </Page>
  );
}

function AcknowledgeSelected() {
  const { ids, clear } = useSelection();
  const acknowledge = useAcknowledge();
  return (
    <Group gap="xs">
      <AcknowledgeTrouble acknowledge={acknowledge} />
      {ids.size === 0 ? null : (
        <>
          <Button
            size="xs"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate([...ids], { onSuccess: clear })}
          >
            Acknowledge {ids.size} selected
          </Button>
          <Button size="xs" variant="default" onClick={clear}>
            Select none
          </Button>
        </>
      )}
    </Group>
  );
}
