/** What expires in the next ninety days: along a line, and as a list. */
import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { LicensePartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatTime } from '../../parts/format.js';
import { Moment, useNow } from '../../parts/moment.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { LicenseStatusBadge } from '../../parts/state.js';
import { More } from './more.js';
import { OUTLOOK_DAYS, timelineOf } from './timeline.js';

const ExpiriesQuery = graphql(`
  query Expiries($withinDays: Int!) {
    overview {
      expiring(withinDays: $withinDays, first: 500) {
        ...LicenseParts
      }
    }
  }
`);

export function Expiries() {
  const asked = useAsk(ExpiriesQuery, { withinDays: OUTLOOK_DAYS });
  return (
    <Section
      title={`Expiring in the next ${OUTLOOK_DAYS} days`}
      aside={<More href="/licenses?statuses=EXPIRING">Licenses that expire soon</More>}
    >
      <Answered asked={asked} height={260}>
        {({ overview: { expiring } }) =>
          expiring.length === 0 ? (
            <Text c="dimmed">Nothing expires in that time.</Text>
          ) : (
            <Stack gap="sm">
              <Timeline licenses={expiring} />
              <ExpiryTable licenses={expiring} />
            </Stack>
          )
        }
      </Answered>
    </Section>
  );
}

/** Seen only: the table under it says the same in words. */
function Timeline({ licenses }: { readonly licenses: readonly LicensePartsFragment[] }) {
  const { marks, months } = timelineOf(licenses, useNow());
  return (
    <div className="timeline" aria-hidden>
      {months.map(({ at, label }) => (
        <span key={label} className="timeline-month" style={{ left: `${at}%` }}>
          {label}
        </span>
      ))}
      {marks.map(({ at, count, names }) => (
        <span
          key={at}
          className="timeline-mark"
          style={{ left: `${at}%`, width: count > 1 ? 20 : 12, height: count > 1 ? 20 : 12 }}
          title={names.join(', ')}
        >
          {count > 1 ? count : ''}
        </span>
      ))}
    </div>
  );
}

const FEW = 6;

function ExpiryTable({ licenses }: { readonly licenses: readonly LicensePartsFragment[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? licenses : licenses.slice(0, FEW);
  return (
    <>
      <Table.ScrollContainer minWidth={440} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={4} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">License</Table.Th>
              <Table.Th scope="col">Source</Table.Th>
              <Table.Th scope="col">Expires</Table.Th>
              <Table.Th scope="col">Status</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, displayName, source, expiresAt, status }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} href={nodePath(id)} size="sm">
                    {displayName}
                  </Anchor>
                </Table.Td>
                <Table.Td>{source.name}</Table.Td>
                <Table.Td className="number">
                  {expiresAt == null ? '' : formatTime(expiresAt).slice(0, 10)}, <Moment at={expiresAt} />
                </Table.Td>
                <Table.Td>
                  <LicenseStatusBadge status={status} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {licenses.length > FEW ? (
        <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show the next ones only' : `Show all ${licenses.length}`}
        </Button>
      ) : null}
    </>
  );
}
