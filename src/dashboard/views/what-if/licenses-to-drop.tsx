/** Licenses that go, found by their names. */
import { Fieldset, MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk } from '../../gateway/use-ask.js';
import type { RefusalPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { refusalAt } from '../../parts/refusals.js';

const DroppableLicenses = graphql(`
  query DroppableLicenses($source: String!, $search: String) {
    licenses(first: 40, filter: { sources: [$source], search: $search }) {
      nodes {
        id
        displayName
      }
    }
  }
`);

const DroppedLicenses = graphql(`
  query DroppedLicenses($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Quotable {
        displayName
      }
    }
  }
`);

export function LicensesToDrop({
  source,
  ids,
  errors,
  onChange,
}: {
  readonly source: string;
  readonly ids: readonly string[];
  readonly errors: readonly RefusalPartsFragment[];
  onChange(ids: readonly string[]): void;
}) {
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 250);
  const found = useAsk(DroppableLicenses, { source, search: typed.length < 2 ? null : typed }, { keepPrevious: true });
  const dropped = useAsk(DroppedLicenses, { ids: [...ids] }, { enabled: ids.length > 0, keepPrevious: true });
  // By id: what is chosen keeps its name while something else is searched for.
  const names = new Map<string, string>(ids.map((id) => [id, id]));
  for (const node of dropped.data?.nodes ?? []) {
    if (node !== null && 'displayName' in node && names.has(node.id)) names.set(node.id, node.displayName);
  }
  for (const { id, displayName } of found.data?.licenses.nodes ?? []) names.set(id, displayName);

  return (
    <Fieldset legend="Licenses that go">
      <MultiSelect
        label="Drop"
        placeholder={ids.length === 0 ? 'Type a name' : ''}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Drop none' }}
        value={[...ids]}
        data={[...names].map(([value, label]) => ({ value, label }))}
        // The gateway has searched already.
        filter={({ options }) => options}
        onSearchChange={setText}
        nothingFoundMessage={found.isFetching ? 'Searching' : 'No license of that name'}
        error={refusalAt(errors, 'removeLicenseIds')}
        onChange={onChange}
      />
    </Fieldset>
  );
}
