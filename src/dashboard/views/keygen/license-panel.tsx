/** One Keygen license: verdict, limits, machines, terms, and what can be done to it. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { KeygenLicenseActions } from '../../actions/keygen/license-actions.js';
import { nodePath } from '../../addresses.js';
import { useMay } from '../../gateway/session.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { LicenseStatusFigure } from '../../parts/license-status.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { Verdict } from '../../parts/verdict.js';
import { Gauges } from './gauges.js';
import { LicenseTerms } from './license-terms.js';
import { Machines } from './machines.js';

const KeygenLicenseOf = graphql(`
  query KeygenLicenseOf($id: ID!) {
    node(id: $id) {
      __typename
      ... on KeygenLicense {
        ...LicenseParts
        ...KeygenActionParts
        ...TermsParts
        quotas {
          ...QuotaParts
        }
        verdict {
          ...VerdictParts
        }
      }
    }
  }
`);

export function LicensePanel({ id, onGone }: { readonly id: string; readonly onGone: () => void }) {
  const asked = useAsk(KeygenLicenseOf, { id });
  const mayAsk = useMay('OPERATOR');
  return (
    <Answered asked={asked} height={500}>
      {({ node: license }) =>
        license?.__typename !== 'KeygenLicense' ? (
          <Text role="status">
            There is no such license, or not any more, or this key does not see it. Choose another one.
          </Text>
        ) : (
          <Stack gap="md">
            <Section
              title={license.displayName}
              aside={
                <Group gap="sm">
                  <LicenseStatusFigure license={license} />
                  <Anchor component={Link} href={nodePath(license.id)} size="sm">
                    Everything about it
                  </Anchor>
                </Group>
              }
            >
              <KeygenLicenseActions license={license} onRevoked={onGone} />
              <Verdict verdict={license.verdict} by="Verdict" />
              <Text size="sm" c="dimmed">
                Computed from what was read, without asking Keygen
                {mayAsk ? '; “Validate” asks Keygen itself, which takes note of it.' : '.'}
              </Text>
            </Section>
            <Section title="Limits">
              <Gauges quotas={license.quotas} name={license.displayName} />
            </Section>
            <Machines licenseId={license.id} />
            <Section title="Terms">
              <LicenseTerms license={license} />
            </Section>
          </Stack>
        )
      }
    </Answered>
  );
}
