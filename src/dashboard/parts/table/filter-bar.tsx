/** The controls that narrow a table down, one for each filter of its spec. */
import { Button, CloseButton, Group, MultiSelect, Pill, Select, TagsInput, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import type { Filter } from './spec.js';
import { LEAST_SEARCH, valuesOf } from './table-address.js';
import type { TableAddress } from './use-table-address.js';

export function FilterBar({
  filters,
  address,
}: {
  readonly filters: readonly Filter[];
  readonly address: TableAddress;
}) {
  const things = filters.filter(({ kind, field }) => kind === 'thing' && address.param(field) !== null);
  return (
    <search className="table-filters" aria-label="Filters">
      {filters.map((filter) => (
        <Control key={filter.field} filter={filter} address={address} />
      ))}
      {things.map((filter) => (
        <ThingPill key={filter.field} filter={filter} address={address} />
      ))}
      {address.active.length === 0 ? null : (
        <Button variant="subtle" size="sm" onClick={address.clear}>
          Clear filters
        </Button>
      )}
      {address.unusable.length === 0 ? null : (
        <Text size="sm" className="state-warn state" role="status" w="100%">
          The address asks for {address.unusable.join(', ')}, which this table does not know. It is left out.
        </Text>
      )}
    </search>
  );
}

function Control({ filter, address }: { readonly filter: Filter; readonly address: TableAddress }) {
  const { field } = filter;
  const value = address.param(field);
  const set = (next: string | null) => address.set({ [field]: next });
  switch (filter.kind) {
    case 'search':
      return <SearchField value={value ?? ''} onSearch={set} />;
    case 'sources':
      return <SourcesField values={valuesOf(value)} onChange={(values) => set(values.join(','))} />;
    case 'choices':
      return filter.single ? (
        <Select
          label={filter.label}
          data={[...filter.options]}
          value={value}
          onChange={set}
          placeholder="Any"
          clearable
          clearButtonProps={{ 'aria-label': `Clear ${filter.label}` }}
        />
      ) : (
        <Several
          label={filter.label}
          data={filter.options}
          values={valuesOf(value)}
          onChange={(values) => set(values.join(','))}
        />
      );
    case 'flag':
      return (
        <Select
          label={filter.label}
          data={[
            { value: 'true', label: filter.yes },
            { value: 'false', label: filter.no },
          ]}
          value={value}
          onChange={set}
          placeholder="Any"
          clearable
          clearButtonProps={{ 'aria-label': `Clear ${filter.label}` }}
        />
      );
    case 'texts':
      return (
        <TagsInput
          label={filter.label}
          value={valuesOf(value)}
          onChange={(values) => set(values.join(','))}
          placeholder={value === null ? 'Any' : ''}
          {...(filter.single ? { maxTags: 1 } : {})}
          clearable
          clearButtonProps={{ 'aria-label': `Clear ${filter.label}` }}
        />
      );
    case 'day':
      return (
        <TextInput
          type="date"
          label={filter.label}
          value={value?.slice(0, 10) ?? ''}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    case 'thing':
      return null;
  }
}

function Several({
  label,
  data,
  values,
  onChange,
}: {
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly values: string[];
  readonly onChange: (values: string[]) => void;
}) {
  return (
    <MultiSelect
      label={label}
      data={[...data]}
      value={values}
      onChange={onChange}
      placeholder={values.length === 0 ? 'Any' : ''}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
    />
  );
}

const SourceNames = graphql(`
  query SourceNames {
    sources(first: 500) {
      nodes {
        name
      }
    }
  }
`);

function SourcesField({
  values,
  onChange,
}: {
  readonly values: string[];
  readonly onChange: (values: string[]) => void;
}) {
  const { data } = useAsk(SourceNames, {});
  // Names of the address stay visible while the list is awaited, and when there are none such.
  const names = new Set([...(data?.sources.nodes.map(({ name }) => name) ?? []), ...values]);
  return (
    <Several
      label="Source"
      data={[...names].map((name) => ({ value: name, label: name }))}
      values={values}
      onChange={onChange}
    />
  );
}

const TYPED_MS = 300;

/** Searches when the typing pauses, or at once on Enter. */
function SearchField({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (text: string | null) => void;
}) {
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback((text: string) => onSearch(text.trim()), TYPED_MS);
  // The address may change without typing: filters cleared, a link followed.
  useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value]);
  // What is still to be searched for must not undo what is done meanwhile.
  const searchNow = (text: string | null) => {
    search.cancel();
    onSearch(text);
  };
  const isTooShort = typed.trim().length > 0 && typed.trim().length < LEAST_SEARCH;
  return (
    <TextInput
      className="table-search"
      type="search"
      label="Search"
      leftSection={<Search size={16} aria-hidden />}
      placeholder="Beginnings of words"
      description={isTooShort ? 'Two characters or more, please.' : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') searchNow(typed.trim());
      }}
      rightSection={
        typed === '' ? null : (
          <CloseButton
            size="sm"
            aria-label="Clear search"
            onClick={() => {
              setTyped('');
              searchNow(null);
            }}
          />
        )
      }
    />
  );
}

const FilterThing = graphql(`
  query FilterThing($id: ID!) {
    node(id: $id) {
      ... on Quotable {
        displayName
      }
      ... on Target {
        displayName
      }
      ... on Source {
        displayName
      }
      ... on KeygenPolicy {
        displayName
      }
    }
  }
`);

/** What a link of another view narrowed the table down to. */
function ThingPill({ filter, address }: { readonly filter: Filter; readonly address: TableAddress }) {
  const id = address.param(filter.field) ?? '';
  const { data } = useAsk(FilterThing, { id });
  const label = 'label' in filter ? filter.label : filter.field;
  const node = data?.node;
  const name = node != null && 'displayName' in node ? node.displayName : id;
  return (
    <Group gap={4} h={36}>
      <Pill
        size="md"
        withRemoveButton
        removeButtonProps={{ 'aria-label': `Take away ${label}`, 'aria-hidden': false, tabIndex: 0 }}
        onRemove={() => address.set({ [filter.field]: null })}
      >
        {label}: {name}
      </Pill>
    </Group>
  );
}
