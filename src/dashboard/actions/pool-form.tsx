/** The fields of the pool editor. */
import { Stack, Textarea, TextInput } from '@mantine/core';
import type { RefusalPartsFragment } from '../generated/graphql.js';
import { formatCount } from '../parts/format.js';
import { refusalAt } from '../parts/refusals.js';
import { PeersField } from './peers-field.js';
import type { PoolDraft } from './pool-draft.js';

export interface PoolFormProps {
  readonly draft: PoolDraft;
  readonly onChange: (draft: PoolDraft) => void;
  /** Of the last try; each is shown beside its field. */
  readonly refusals: readonly RefusalPartsFragment[];
  /** The peers that the last try named, which refusals count. */
  readonly sentPeers: readonly string[];
  readonly isNew: boolean;
  readonly sourceName: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** Fields that have a place for what is wrong with them. */
export const FORM_FIELDS: ReadonlySet<string> = new Set(['name', 'quota', 'description', 'peers']);

export function PoolForm({ draft, onChange, refusals, sentPeers, isNew, sourceName, labels }: PoolFormProps) {
  const set = (part: Partial<PoolDraft>) => onChange({ ...draft, ...part });
  const ofPeer = (peer: string) =>
    refusals.find(({ path }) => path?.[0] === 'peers' && sentPeers[Number(path[1] ?? -1)] === peer)?.message;
  const ofPeers = refusals.find(({ path }) => path?.[0] === 'peers' && path.length === 1)?.message;
  return (
    <Stack>
      {isNew ? (
        <TextInput
          label="Name"
          description="The vendor knows it by this; it cannot be changed later."
          required
          data-autofocus
          spellCheck={false}
          value={draft.name}
          error={refusalAt(refusals, 'name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label="Quota a day"
        description={
          /^\s*\d+\s*$/.test(draft.quota)
            ? `Without KB, MB or GB these are single bytes: ${formatCount(draft.quota.trim())} of them a day`
            : 'MAX for what the stack has left, or digits with KB, MB or GB (of 1024), for instance 50GB'
        }
        required
        {...(isNew ? {} : { 'data-autofocus': true })}
        spellCheck={false}
        autoCapitalize="off"
        value={draft.quota}
        error={refusalAt(refusals, 'quota')}
        onChange={(event) => set({ quota: event.currentTarget.value })}
      />
      <Textarea
        label="Description"
        autosize
        minRows={1}
        maxRows={6}
        value={draft.description}
        error={refusalAt(refusals, 'description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <PeersField
        sourceName={sourceName}
        isOpen={draft.isOpen}
        peers={draft.peers}
        labels={labels}
        error={ofPeers}
        errorOf={ofPeer}
        onChange={set}
      />
    </Stack>
  );
}
