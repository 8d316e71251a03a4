/** Objects that belong to the one whose page this is: the first of them, how many there are, and where all of them are. */
import { Anchor, ScrollArea, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatCount } from '../../parts/format.js';
import { Section } from '../../parts/section.js';

export interface RelatedProps {
  readonly title: string;
  /** Of the columns; the first names the object. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Null where nobody counts them. */
  readonly totalCount: number | null;
  /** The table of all of them. */
  readonly all?: string | undefined;
  /** What it means that there are none. */
  readonly none?: string;
  /** In place of the link to all of them, where no table shows just these. */
  readonly more?: ReactNode;
}

/** How many are shown at first. */
export const RELATED = 20;

export function Related({ title, columns, rows, totalCount, all, none = 'There are none.', more }: RelatedProps) {
  const isCut = totalCount !== null && rows.length < totalCount;
  const aside =
    isCut || (all !== undefined && rows.length > 0) ? (
      <Text size="sm" c="dimmed">
        {isCut ? `The first ${rows.length} of ${formatCount(totalCount)}. ` : null}
        {all === undefined ? null : (
          <Anchor component={Link} href={all}>
            {isCut ? 'All of them' : 'As a table'}
          </Anchor>
        )}
      </Text>
    ) : null;
  return (
    <Section title={totalCount === null ? title : `${title} (${formatCount(totalCount)})`} aside={aside}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <ScrollArea>
          <Table verticalSpacing={4} aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col">
                    {column}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ key, cells: [name, ...cells] }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  {cells.map((cell, index) => (
                    <Table.Td key={columns[index + 1]}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {more}
    </Section>
  );
}
