/** The peers of a pool: every one, or those of a list, to which registered peers and any GUID can be added. */
import { ActionIcon, Autocomplete, Box, Button, Group, Input, Radio, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useAsk } from '../gateway/use-ask.js';
import { graphql } from '../generated/index.js';

const PeersToChoose = graphql(`
  query PeersToChoose($filter: PeerFilter!) {
    peers(first: 20, filter: $filter) {
      nodes {
        id
        label
        vendorId
      }
    }
  }
`);

/** More are shown on demand. */
const SHOWN = 30;

export interface PeersFieldProps {
  readonly sourceName: string;
  readonly isOpen: boolean;
  readonly peers: readonly string[];
  /** Labels of registered peers, by GUID in lower case. */
  readonly labels: ReadonlyMap<string, string>;
  /** What is wrong with the list, and with each of it. */
  readonly error: string | undefined;
  readonly errorOf: (peer: string) => string | undefined;
  readonly onChange: (peers: { readonly isOpen: boolean; readonly peers: readonly string[] }) => void;
}

export function PeersField({ isOpen, peers, onChange, error, ...list }: PeersFieldProps) {
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Peers"
        description="Who may use it."
        error={error}
        value={isOpen ? 'all' : 'some'}
        onChange={(value) => onChange({ isOpen: value === 'all', peers })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="some" label="Only these" />
          <Radio value="all" label="Every peer that no other pool of the stack names (*)" />
        </Stack>
      </Radio.Group>
      {isOpen ? null : <PeerList peers={peers} onChange={(next) => onChange({ isOpen, peers: next })} {...list} />}
    </Stack>
  );
}

function PeerList({
  sourceName,
  peers,
  labels,
  errorOf,
  onChange,
}: Pick<PeersFieldProps, 'sourceName' | 'peers' | 'labels' | 'errorOf'> & {
  readonly onChange: (peers: readonly string[]) => void;
}) {
  const listId = useId();
  const adding = useRef<HTMLInputElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  // Of those that were just chosen by name.
  const [learned, setLearned] = useState<ReadonlyMap<string, string>>(new Map());
  // What is wrong is never hidden.
  const shown = isWhole || peers.slice(SHOWN).some(errorOf) ? peers : peers.slice(0, SHOWN);
  const hidden = peers.length - shown.length;
  return (
    <Box pl={30}>
      {peers.length === 0 ? (
        <Text size="sm" c="dimmed">
          None: nobody uses it.
        </Text>
      ) : (
        <ul aria-label="Peers of the pool" id={listId} className="plain-list">
          {shown.map((peer, index) => {
            const name = labels.get(peer.toLowerCase()) ?? learned.get(peer.toLowerCase());
            const wrong = errorOf(peer);
            return (
              <li key={peer}>
                <Group justify="space-between" wrap="nowrap" gap="xs">
                  <div>
                    <Text size="sm" className="typed-name">
                      {name ?? peer}
                    </Text>
                    {name === undefined ? null : (
                      <Text size="xs" c="dimmed" className="typed-name">
                        {peer}
                      </Text>
                    )}
                    {wrong === undefined ? null : <Input.Error>{wrong}</Input.Error>}
                  </div>
                  <ActionIcon
                    variant="subtle"
                    aria-label={`Take out ${name ?? peer}`}
                    onClick={() => {
                      onChange(peers.filter((_, at) => at !== index));
                      adding.current?.focus();
                    }}
                  >
                    <X size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {hidden === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsWhole(true)}>
          Show {hidden} more
        </Button>
      )}
      <AddPeer
        inputRef={adding}
        sourceName={sourceName}
        peers={peers}
        onAdd={(more, label) => {
          if (label !== undefined)
            setLearned(new Map([...learned, ...more.map((id) => [id.toLowerCase(), label] as const)]));
          onChange([...peers, ...more]);
        }}
      />
    </Box>
  );
}

function AddPeer({
  inputRef,
  sourceName,
  peers,
  onAdd,
}: {
  readonly inputRef: React.RefObject<HTMLInputElement | null>;
  readonly sourceName: string;
  readonly peers: readonly string[];
  /** `label`: of the one that was chosen by it. */
  readonly onAdd: (peers: readonly string[], label: string | undefined) => void;
}) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const asked = useAsk(
    PeersToChoose,
    { filter: { sources: [sourceName], ...(search.length < 2 ? {} : { search }) } },
    { keepPrevious: true },
  );
  const there = new Set(peers.map((peer) => peer.toLowerCase()));
  const offered = (asked.data?.peers.nodes ?? []).filter(({ vendorId }) => !there.has(vendorId.toLowerCase()));

  /** A label stands for its peer; a list of GUIDs can be pasted. */
  function add(given: string) {
    const named = offered.find(({ label, vendorId }) => [label, choiceOf({ label, vendorId })].includes(given.trim()));
    const ids = named === undefined ? given.split(/[\s,;]+/).filter((id) => id !== '') : [named.vendorId];
    onAdd(
      [...new Set(ids)].filter((id) => !there.has(id.toLowerCase())),
      named?.label,
    );
    setText('');
  }
  function onKeyDown(event: KeyboardEvent) {
    // Otherwise it would send the form; with a choice of the list marked, that is taken.
    if (event.key !== 'Enter' || text.trim() === '') return;
    event.preventDefault();
    if (!inputRef.current?.getAttribute('aria-activedescendant')) add(text);
  }

  return (
    <Group align="flex-end" gap="xs" mt="xs" wrap="nowrap">
      <Autocomplete
        ref={inputRef}
        flex={1}
        size="sm"
        label="Add a peer"
        description="Its name, if it is registered, or its GUID"
        placeholder="idx-web-01"
        // None before something is typed: an open list would cover what comes below.
        data={text.trim() === '' ? [] : offered.map(choiceOf)}
        // The gateway has filtered them already.
        filter={({ options }) => options}
        limit={20}
        value={text}
        onChange={setText}
        onOptionSubmit={(choice) => {
          add(choice);
          // After the field has taken the choice for its text.
          setTimeout(() => setText(''));
        }}
        onKeyDown={onKeyDown}
        spellCheck={false}
      />
      <Button variant="default" disabled={text.trim() === ''} onClick={() => add(text)}>
        Add
      </Button>
    </Group>
  );
}

function choiceOf({ label, vendorId }: { readonly label: string; readonly vendorId: string }): string {
  return `${label} · ${vendorId}`;
}
