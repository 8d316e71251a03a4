/** Finds a license by words and status: the gravest first, a few at a time. */
import { Anchor, Button, Group, NativeSelect, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { useParam } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { LicenseStatus } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatCount, words } from '../../parts/format.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { LicenseStatusBadge } from '../../parts/state.js';
import './keygen.css';

const LicensesToChoose = graphql(`
  query LicensesToChoose($first: Int!, $filter: LicenseFilter!) {
    licenses(first: $first, filter: $filter, orderBy: { field: STATUS, direction: DESC }) {
      totalCount
      nodes {
        id
        displayName
        status
      }
    }
  }
`);

const STEP = 12;
const MOST = 120;
const STATUSES: readonly LicenseStatus[] = [
  'ACTIVE',
  'EXPIRING',
  'EXCEEDED',
  'EXPIRED',
  'SUSPENDED',
  'BANNED',
  'INACTIVE',
  'UNKNOWN',
];

interface LicenseChoiceProps {
  readonly source: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function LicenseChoice({ source, chosen, onChoose }: LicenseChoiceProps) {
  const [search, setSearch] = useParam('search');
  const [status, setStatus] = useParam('status');
  const [first, setFirst] = useState(STEP);
  const [searched] = useDebouncedValue((search ?? '').trim(), 250);
  const known = STATUSES.find((each) => each === status);
  const filter = {
    sources: [source],
    // The gateway wants two characters or more.
    ...(searched.length < 2 ? {} : { search: searched }),
    ...(known === undefined ? {} : { statuses: [known] }),
  };
  const asked = useAsk(LicensesToChoose, { first, filter }, { keepPrevious: true });
  return (
    <Section title="Licenses">
      <Group grow align="flex-start" gap="xs">
        <TextInput
          label="Search"
          type="search"
          value={search ?? ''}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label="Status"
          data={[{ value: '', label: 'Any' }, ...STATUSES.map((each) => ({ value: each, label: words(each) }))]}
          value={known ?? ''}
          onChange={(event) => setStatus(event.currentTarget.value)}
        />
      </Group>
      <Answered asked={asked} height={300}>
        {({ licenses: { nodes, totalCount } }) => (
          <Stack gap="xs">
            <Text size="sm" c="dimmed" role="status">
              {totalCount === 0 ? 'No license matches.' : `${formatCount(nodes.length)} of ${formatCount(totalCount)}`}
            </Text>
            <ul className="plain-list">
              {nodes.map(({ id, displayName, status: now }) => (
                <li key={id}>
                  <UnstyledButton
                    className="license-choice"
                    aria-current={id === chosen ? 'true' : undefined}
                    onClick={() => onChoose(id)}
                  >
                    <span>{displayName}</span>
                    <LicenseStatusBadge status={now} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            {nodes.length < totalCount && first < MOST ? (
              <Button variant="default" size="xs" onClick={() => setFirst(first + STEP)}>
                Show more
              </Button>
            ) : null}
            <Anchor component={Link} href={`/licenses?sources=${encodeURIComponent(source)}`} size="sm">
              All of them as a table
            </Anchor>
          </Stack>
        )}
      </Answered>
    </Section>
  );
}
