/** The scenario: the date, other pool quotas, licenses that come and go. What the gateway finds wrong stands beside its field. */
import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useAsk } from '../../gateway/use-ask.js';
import type { RefusalPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes, formatCount } from '../../parts/format.js';
import { refusalAt } from '../../parts/refusals.js';
import { zoneName } from '../../parts/zone.js';
import { LicensesToDrop } from './licenses-to-drop.js';
import { type Asked, errorAt, problemOfBytes, type Scenario } from './scenario.js';

const WhatIfParts = graphql(`
  query WhatIfParts($source: String!) {
    source(name: $source) {
      id
      pools(first: 500) {
        nodes {
          id
          displayName
          unit
          limit
          isMax
          fixed
        }
      }
      stacks(first: 100) {
        nodes {
          id
          displayName
        }
      }
    }
  }
`);

export interface FormProps {
  readonly source: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly timeZone?: string | null | undefined;
  };
  readonly scenario: Scenario;
  readonly asked: Asked | null;
  readonly errors: readonly RefusalPartsFragment[];
  onChange(changes: Partial<Scenario>): void;
}

export function ScenarioForm({ source, scenario, asked, errors, onChange }: FormProps) {
  const { data } = useAsk(WhatIfParts, { source: source.name });
  const pools = data?.source?.pools.nodes ?? [];
  const stacks = data?.source?.stacks.nodes ?? [];
  const chosen = new Set(scenario.pools.map(({ poolId }) => poolId));
  const left = pools.filter(({ id }) => !chosen.has(id));
  const changed = <T,>(rows: readonly T[], index: number, row: T) => rows.map((each, i) => (i === index ? row : each));
  const without = <T,>(rows: readonly T[], index: number) => rows.filter((_, i) => i !== index);

  return (
    <Stack gap="md">
      <TextInput
        type="date"
        label={`At the end of (${zoneName(source.timeZone)})`}
        description="Now when left empty. Use stays as it is now; licenses that end until then are gone."
        value={scenario.at}
        error={refusalAt(errors, 'at')}
        onChange={({ currentTarget }) => onChange({ at: currentTarget.value })}
      />
      {pools.length === 0 ? null : (
        <Fieldset legend="Other pool quotas">
          <Stack gap="sm">
            {scenario.pools.map((row, index) => {
              const pool = pools.find(({ id }) => id === row.poolId);
              const name = pool?.displayName ?? row.poolId;
              return (
                <Group key={row.poolId} gap="xs" align="flex-end" wrap="nowrap">
                  <TextInput
                    flex={1}
                    label={name}
                    description={pool === undefined ? 'Not there any more' : `Now ${quotaOf(pool, source.kind)}`}
                    placeholder={source.kind === 'splunk' ? 'e.g. 5 GB, or MAX' : 'digits'}
                    value={row.quota}
                    error={errorAt(errors, asked, 'pools', index)}
                    onChange={({ currentTarget }) =>
                      onChange({ pools: changed(scenario.pools, index, { ...row, quota: currentTarget.value }) })
                    }
                  />
                  <Remove
                    label={`Leave ${name} as it is`}
                    onClick={() => onChange({ pools: without(scenario.pools, index) })}
                  />
                </Group>
              );
            })}
            {left.length === 0 ? null : (
              <Select
                label="Change the quota of"
                placeholder="Choose a pool"
                searchable
                value={null}
                data={left.map(({ id, displayName }) => ({ value: id, label: displayName }))}
                onChange={(poolId) =>
                  poolId !== null && onChange({ pools: [...scenario.pools, { poolId, quota: '' }] })
                }
              />
            )}
          </Stack>
        </Fieldset>
      )}
      {stacks.length === 0 ? null : (
        <Fieldset legend="Licenses that come">
          <Stack gap="sm">
            {scenario.add.map((row, index) => {
              const set = (changes: Partial<typeof row>) =>
                onChange({ add: changed(scenario.add, index, { ...row, ...changes }) });
              const isBytes = problemOfBytes(row.quotaBytes) === null;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place
                <Group key={index} gap="xs" align="flex-end">
                  <Select
                    label="To the stack"
                    allowDeselect={false}
                    data={stacks.map(({ id, displayName }) => ({ value: id, label: displayName }))}
                    value={row.stackId}
                    onChange={(stackId) => stackId !== null && set({ stackId })}
                  />
                  <TextInput
                    label="Bytes a day"
                    description={isBytes ? formatBytes(row.quotaBytes.trim(), source.kind) : 'in digits'}
                    inputMode="numeric"
                    value={row.quotaBytes}
                    error={
                      row.quotaBytes === ''
                        ? undefined
                        : (problemOfBytes(row.quotaBytes) ?? errorAt(errors, asked, 'addLicenses', index))
                    }
                    onChange={({ currentTarget }) => set({ quotaBytes: currentTarget.value })}
                  />
                  <TextInput
                    type="date"
                    label="Until the end of"
                    value={row.expires}
                    onChange={({ currentTarget }) => set({ expires: currentTarget.value })}
                  />
                  <Remove
                    label={`Take back license ${index + 1}`}
                    onClick={() => onChange({ add: without(scenario.add, index) })}
                  />
                </Group>
              );
            })}
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() =>
                onChange({ add: [...scenario.add, { stackId: stacks[0]?.id ?? '', quotaBytes: '', expires: '' }] })
              }
            >
              Add a license
            </Button>
          </Stack>
        </Fieldset>
      )}
      <LicensesToDrop
        source={source.name}
        ids={scenario.drop}
        errors={errors}
        onChange={(drop) => onChange({ drop })}
      />
      <Text size="sm" c="dimmed">
        The address of this page holds the scenario: share it as it is.
      </Text>
    </Stack>
  );
}

function Remove({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon variant="default" size={36} aria-label={label} onClick={onClick}>
      <X size={16} aria-hidden />
    </ActionIcon>
  );
}

function quotaOf(
  { isMax, limit, unit }: { isMax: boolean; limit?: string | null; unit: string },
  kind: string,
): string {
  const size =
    limit == null ? 'without a known limit' : unit === 'BYTES' ? formatBytes(limit, kind) : formatCount(limit);
  return isMax ? `MAX (${size})` : size;
}
