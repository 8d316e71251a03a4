/** How the use of something went, by hour or by day, and where it is heading. The address says of what and when. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useParams } from '../../gateway/search-params.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { HistorySubjectQuery } from '../../generated/graphql.js';
import { words } from '../../parts/format.js';
import { Answered, Page } from '../../parts/page.js';
import { type ChosenQuota, chosenOf, HistorySubject } from './chosen.js';
import { Course } from './course.js';
import { rangeOf } from './range.js';
import { RangeControls } from './range-controls.js';
import { SubjectSearch } from './subject-search.js';
import { WorstQuotas } from './worst-quotas.js';

export default function History() {
  const [params, setParams] = useParams();
  const id = params.get('subject');
  const asked = useAsk(HistorySubject, { id: id ?? '' }, { enabled: id !== null });
  const chosen = chosenOf(asked.data, params.get('dimension'));
  const choose = (subject: string, dimension: string) => setParams({ subject, dimension });

  return (
    <Page title="History" lead="How use went, and where it is heading.">
      <SubjectSearch chosen={chosen} onChoose={choose} />
      {id === null ? (
        <WorstQuotas onChoose={choose} />
      ) : (
        <Answered asked={asked} height={420}>
          {() => (chosen === null ? <NotMeasured data={asked.data} /> : <Chosen chosen={chosen} onChoose={choose} />)}
        </Answered>
      )}
    </Page>
  );
}

function Chosen({
  chosen: { subject, quota },
  onChoose,
}: {
  readonly chosen: ChosenQuota;
  readonly onChoose: (subject: string, dimension: string) => void;
}) {
  const [params, setParams] = useParams();
  const range = rangeOf(params, subject.source.timeZone ?? null);
  return (
    <Stack gap="md">
      <Text size="sm">
        <Anchor component={Link} href={nodePath(subject.id)}>
          {subject.displayName}
        </Anchor>{' '}
        of{' '}
        <Anchor component={Link} href={nodePath(subject.source.id)}>
          {subject.source.name}
        </Anchor>
      </Text>
      <Group gap="md" align="flex-end">
        <RangeControls
          range={range}
          dimensions={subject.quotas.map(({ dimension }) => ({ value: dimension, label: words(dimension) }))}
          dimension={quota.dimension}
          zone={subject.source.timeZone ?? null}
          onDimension={(dimension) => onChoose(subject.id, dimension)}
          onChange={setParams}
        />
      </Group>
      {/* Another quota begins with nothing: the numbers of the one before are not its own. */}
      <Course key={quota.id} quotaId={quota.id} subject={subject} range={range} />
    </Stack>
  );
}

function NotMeasured({ data }: { readonly data: HistorySubjectQuery | undefined }) {
  return (
    <Text>
      {data?.node == null
        ? 'Nothing has this id, or not any more, or this key does not see it. Choose something else above.'
        : 'Nothing is measured on this. Choose something else above.'}
    </Text>
  );
}
