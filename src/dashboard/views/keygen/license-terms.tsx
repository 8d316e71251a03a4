/** The policy, dates and owner of a Keygen license; its key only on demand. */
import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../gateway/session.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { TermsPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { ObjectLink } from '../../parts/object-link.js';

export const TermsParts = graphql(`
  fragment TermsParts on KeygenLicense {
    id
    createdAt
    expiresAt
    protected
    floating
    strict
    lastValidatedAt
    lastCheckInAt
    nextCheckInAt
    policy {
      id
      displayName
      overageStrategy
      expirationStrategy
    }
    group {
      id
      displayName
    }
  }
`);

/** Not read before somebody wants to see it. */
const KeyOf = graphql(`
  query KeyOf($id: ID!) {
    node(id: $id) {
      ... on KeygenLicense {
        id
        key
      }
    }
  }
`);

export function LicenseTerms({ license }: { readonly license: TermsPartsFragment }) {
  const { policy, group } = license;
  const maySeeKey = useMay('OPERATOR');
  return (
    <Facts
      facts={[
        ['Policy', policy ? <ObjectLink key="policy" object={policy} size="sm" /> : null],
        ['Group', group ? <ObjectLink key="group" object={group} size="sm" /> : null],
        ['Expires', <Moment key="expires" at={license.expiresAt} />],
        ['Created', <Moment key="created" at={license.createdAt} />],
        ['Last validated', <Moment key="validated" at={license.lastValidatedAt} />],
        ['Last check-in', license.lastCheckInAt ? <Moment key="in" at={license.lastCheckInAt} /> : null],
        ['Next check-in', license.nextCheckInAt ? <Moment key="next" at={license.nextCheckInAt} /> : null],
        ['Above a limit', policy ? words(policy.overageStrategy) : null],
        ['When expired', policy ? words(policy.expirationStrategy) : null],
        ['Floating', license.floating ? 'yes: on more than one machine' : 'no: on one machine'],
        ['Strict', license.strict ? 'yes: every limit is checked' : 'no'],
        ['Protected', license.protected ? 'yes: its users may not manage machines' : 'no'],
        ['Key', maySeeKey ? <Key key={license.id} id={license.id} /> : null],
      ]}
    />
  );
}

function Key({ id }: { readonly id: string }) {
  const [isShown, setIsShown] = useState(false);
  const { data, error } = useAsk(KeyOf, { id }, { enabled: isShown });
  const key = data?.node != null && 'key' in data.node ? data.node.key : undefined;
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
        {isShown ? 'Hide the key' : 'Show the key'}
      </Button>
      {!isShown ? null : error !== null ? (
        <Text size="sm">It cannot be read now; try again in a moment.</Text>
      ) : key === null ? (
        <Text size="sm">Keygen does not tell it: it is stored hashed.</Text>
      ) : key === undefined ? null : (
        <>
          <Code style={{ overflowWrap: 'anywhere' }}>{key}</Code>
          <CopyButton value={key}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </>
      )}
    </Group>
  );
}
