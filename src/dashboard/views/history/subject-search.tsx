/** Finds what use is measured on, by any word of its name, and says of each what is measured. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { words } from '../../parts/format.js';
import type { ChosenQuota } from './chosen.js';

const SubjectSearchQuery = graphql(`
  query SubjectSearch($search: String) {
    quotas(first: 40, filter: { search: $search }) {
      nodes {
        id
        dimension
        subject {
          id
          displayName
        }
        source {
          id
          name
        }
      }
    }
  }
`);

export function SubjectSearch({
  chosen,
  onChoose,
}: {
  readonly chosen: ChosenQuota | null;
  readonly onChoose: (subject: string, dimension: string) => void;
}) {
  const current = chosen === null ? null : optionOf(chosen.quota, chosen.subject.displayName);
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 250);
  const search = typed.length < 2 || typed === current?.label ? null : typed;
  const { data, isFetching } = useAsk(SubjectSearchQuery, { search }, { keepPrevious: true });
  const found = data?.quotas.nodes ?? [];
  const isFound = current !== null && found.some(({ id }) => id === current.value);

  return (
    <Select
      label="Whose use"
      description="Any word of the name of a pool, stack, license, group or peer; the fullest come first."
      placeholder="Type a name"
      maw={640}
      searchable
      allowDeselect={false}
      maxDropdownHeight={380}
      value={current?.value ?? null}
      data={grouped([
        ...(current === null || isFound ? [] : [{ ...current, source: chosen?.subject.source.name ?? '' }]),
        ...found.map((quota) => ({ ...optionOf(quota, quota.subject.displayName), source: quota.source.name })),
      ])}
      // The gateway has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? 'Searching' : 'Nothing of that name is measured'}
      onSearchChange={setText}
      onChange={(value) => {
        const quota = found.find(({ id }) => id === value);
        if (quota !== undefined) onChoose(quota.subject.id, quota.dimension);
      }}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Under the names of their sources, in the order in which those come. */
function grouped(options: readonly (Option & { readonly source: string })[]): { group: string; items: Option[] }[] {
  const names = [...new Set(options.map(({ source }) => source))];
  return names.map((group) => ({ group, items: options.filter(({ source }) => source === group) }));
}

function optionOf(
  { id, dimension }: { readonly id: string; readonly dimension: ChosenQuota['quota']['dimension'] },
  name: string,
) {
  return { value: id, label: `${name} · ${words(dimension)}` };
}
