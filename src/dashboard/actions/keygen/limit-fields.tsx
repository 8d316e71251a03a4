/** One line for each limit: what it is now, and what is to become of it. */
import { Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { KeygenActionPartsFragment, RefusalPartsFragment } from '../../generated/graphql.js';
import { formatBytes, formatCount } from '../../parts/format.js';
import {
  isBytesLimit,
  type LimitDraft,
  type LimitDrafts,
  type LimitName,
  limitNames,
  limitTitles,
  problemOfLimit,
} from './limits.js';

type Limits = Pick<KeygenActionPartsFragment, LimitName>;

interface LimitFieldsProps {
  readonly drafts: LimitDrafts;
  readonly onChange: (drafts: LimitDrafts) => void;
  /** What holds now; null of a license that is to be made. */
  readonly now: Limits | null;
  readonly policy: Limits | null;
  readonly refusals: readonly RefusalPartsFragment[];
}

export function LimitFields({ drafts, onChange, now, policy, refusals }: LimitFieldsProps) {
  return (
    <Fieldset legend="Limits">
      <Stack gap="xs">
        {limitNames.map((name) => (
          <LimitField
            key={name}
            name={name}
            draft={drafts[name]}
            onChange={(draft) => onChange({ ...drafts, [name]: draft })}
            now={now === null ? null : limitText(name, now)}
            policy={policy === null ? null : limitText(name, policy)}
            refusal={refusals.find(({ path }) => path?.[0] === 'limits' && path[1] === name)?.message}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

function LimitField({
  name,
  draft,
  onChange,
  now,
  policy,
  refusal,
}: {
  readonly name: LimitName;
  readonly draft: LimitDraft;
  readonly onChange: (draft: LimitDraft) => void;
  readonly now: string | null;
  readonly policy: string | null;
  readonly refusal: string | undefined;
}) {
  const title = limitTitles[name];
  const ofPolicy = {
    value: now === null ? 'KEEP' : 'POLICY',
    label: `As the policy says${policy === null ? '' : ` (${policy})`}`,
  };
  const data = [
    ...(now === null ? [] : [{ value: 'KEEP', label: `Leave as it is (${now})` }]),
    { value: 'SET', label: 'Set to' },
    ofPolicy,
  ];
  const problem = draft.text === '' ? null : problemOfLimit(name, draft);
  return (
    <Group gap="xs" align="flex-start" grow preventGrowOverflow={false}>
      <NativeSelect
        label={title}
        data={now === null ? [ofPolicy, ...data.filter((each) => each !== ofPolicy)] : data}
        value={draft.way}
        error={draft.way === 'SET' ? undefined : refusal}
        onChange={(event) => onChange({ ...draft, way: event.currentTarget.value as LimitDraft['way'] })}
      />
      {draft.way === 'SET' ? (
        <TextInput
          label={isBytesLimit(name) ? `${title} in bytes, or with KB, MB, GB` : `${title}, a number`}
          inputMode={isBytesLimit(name) ? 'text' : 'numeric'}
          required
          value={draft.text}
          error={problem ?? refusal}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      ) : null}
    </Group>
  );
}

function limitText(name: LimitName, limits: Limits): string {
  const value = limits[name];
  if (value == null) return 'no limit';
  return isBytesLimit(name) ? formatBytes(String(value), 'keygen') : formatCount(value);
}
