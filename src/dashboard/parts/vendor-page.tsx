/** The page of one vendor: which of its sources is looked at, and what is shown of that. */
import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from '../gateway/search-params.js';
import { Answered, type Asked, Page } from './page.js';

export interface VendorPageProps<S> {
  /** The vendor's name. */
  readonly title: string;
  /** The question that the page answers. */
  readonly lead: string;
  readonly asked: Asked<{ readonly sources: { readonly nodes: readonly S[] } }>;
  /** Parameters of the address that mean something of one source: taken out when another is chosen. */
  readonly ofSource?: readonly string[];
  /** Buttons for the source that is looked at. */
  readonly actions: (source: S) => ReactNode;
  readonly children: (source: S) => ReactNode;
}

/** The source that the address names, else the first; a choice only where there are several. */
export function VendorPage<S extends { readonly name: string }>({
  title,
  lead,
  asked,
  ofSource = [],
  actions,
  children,
}: VendorPageProps<S>) {
  const [params, setParams] = useParams();
  const name = params.get('source');
  const sources = asked.data?.sources.nodes ?? [];
  const source = name === null ? sources[0] : sources.find((each) => each.name === name);
  const choose = (chosen: string) =>
    setParams({ ...Object.fromEntries(ofSource.map((param) => [param, null])), source: chosen });
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        <>
          {sources.length < 2 ? null : (
            <NativeSelect
              aria-label="Source"
              data={sources.map((each) => each.name)}
              value={source?.name ?? ''}
              onChange={(event) => choose(event.currentTarget.value)}
            />
          )}
          {source === undefined ? null : actions(source)}
        </>
      }
    >
      <Answered asked={asked} height={400}>
        {() =>
          source === undefined ? (
            <Text>
              {name === null
                ? `No ${title} source is configured, or this key does not see it.`
                : `There is no ${title} source named “${name}”, or this key does not see it.`}
            </Text>
          ) : (
            children(source)
          )
        }
      </Answered>
    </Page>
  );
}
