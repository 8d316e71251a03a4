/** The license of an installation, and its pools: those of a number beside those of bytes. */
import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { ReconPoolPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { formatBytes, formatCount } from '../../parts/format.js';
import { LicenseStatusFigure } from '../../parts/license-status.js';
import { Moment } from '../../parts/moment.js';
import { Answered } from '../../parts/page.js';
import { QuotaBar } from '../../parts/quota.js';
import { Section } from '../../parts/section.js';

export const ReconPoolParts = graphql(`
  fragment ReconPoolParts on Pool {
    id
    displayName
    unit
    quotas {
      ...QuotaParts
    }
  }
`);

const ReconInstallation = graphql(`
  query ReconInstallation($source: String!) {
    licenses(first: 10, filter: { sources: [$source] }) {
      nodes {
        __typename
        ... on EnterpriseReconLicense {
          ...LicenseParts
          model
          edition
          company
          warning
          pendingBytes
          pendingScans
        }
      }
    }
    pools(first: 100, filter: { sources: [$source] }, orderBy: { field: RATIO, direction: DESC }) {
      nodes {
        ...ReconPoolParts
      }
    }
  }
`);

const MODELS: Readonly<Record<string, string>> = {
  LEGACY: 'A number of targets for each type',
  SITEWIDE: 'One allowance of bytes for the whole site',
  NON_SITEWIDE: 'Targets and bytes, for servers and for clients',
  NONE: 'Nothing is licensed',
  UNKNOWN: 'Cannot be told from what was sent',
};

export function Installation({ source }: { readonly source: string }) {
  const asked = useAsk(ReconInstallation, { source });
  return (
    <Answered asked={asked} height={300}>
      {({ licenses, pools }) => {
        const license = licenses.nodes.find((each) => each.__typename === 'EnterpriseReconLicense');
        return (
          <>
            <Section title="License" aside={license ? <LicenseStatusFigure license={license} /> : null}>
              {license === undefined ? (
                <Text size="sm">Nothing was read of a license yet.</Text>
              ) : (
                <>
                  {license.warning == null ? null : (
                    <Alert color="orange" variant="outline">
                      <Text size="sm">
                        <strong>Enterprise Recon warns:</strong> {license.warning}
                      </Text>
                    </Alert>
                  )}
                  <Facts
                    facts={[
                      ['Company', license.company],
                      ['Edition', license.edition],
                      ['Licensed by', MODELS[license.model] ?? license.model],
                      ['Expires', <Moment key="at" at={license.expiresAt} />],
                      ['Scans that wait', license.pendingScans == null ? null : formatCount(license.pendingScans)],
                      [
                        'Data that waits',
                        license.pendingBytes == null ? null : formatBytes(license.pendingBytes, 'enterprise-recon'),
                      ],
                    ]}
                  />
                </>
              )}
            </Section>
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Pools title="Pools by number of targets" pools={pools.nodes.filter(({ unit }) => unit === 'COUNT')} />
              <Pools title="Pools by bytes of data" pools={pools.nodes.filter(({ unit }) => unit === 'BYTES')} />
            </SimpleGrid>
          </>
        );
      }}
    </Answered>
  );
}

function Pools({ title, pools }: { readonly title: string; readonly pools: readonly ReconPoolPartsFragment[] }) {
  return (
    <Section title={title}>
      {pools.length === 0 ? (
        <Text size="sm" c="dimmed">
          The license has none.
        </Text>
      ) : (
        <Stack gap="md">
          {pools.flatMap(({ id, displayName, quotas }) =>
            quotas.map((quota) => <QuotaBar key={quota.id} quota={quota} label={displayName} href={nodePath(id)} />),
          )}
        </Stack>
      )}
    </Section>
  );
}
