/** What the pages of licenses have in common: status, quotas, facts, messages. */
import { Code } from '@mantine/core';
import type { PropsWithChildren, ReactNode } from 'react';
import type { LicensePageFragment } from '../../generated/graphql.js';
import { type Fact, Facts } from '../../parts/facts.js';
import { LicenseStatusFigure } from '../../parts/license-status.js';
import { Moment, useNow } from '../../parts/moment.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { MessagesAbout } from './messages-about.js';
import { Names } from './names.js';
import { NodePage } from './node-page.js';
import { Quotas } from './quotas.js';
import { licenseSentence } from './sentences.js';

export function LicenseFrame({
  license,
  name,
  facts,
  first,
  actions,
  children,
}: PropsWithChildren<{
  readonly license: LicensePageFragment;
  /** What a license of this vendor is called. */
  readonly name: string;
  /** Those of the vendor, after those that every license has. */
  readonly facts: readonly Fact[];
  /** What is to be known before the facts. */
  readonly first?: ReactNode;
  readonly actions?: ReactNode;
}>) {
  const { id, vendorId, createdAt, expiresAt, features, group, quotas, reportedStatus } = license;
  return (
    <NodePage
      kind={{ name, path: '/licenses' }}
      node={license}
      state={<LicenseStatusFigure license={license} />}
      sentence={licenseSentence(license, useNow())}
      actions={actions}
      hasHistory={quotas.length > 0}
    >
      <Quotas quotas={quotas} />
      {first}
      <Section title="Facts">
        <Facts
          facts={[
            ['Expires', expiresAt == null ? null : <Moment key="at" at={expiresAt} />],
            ['Group', group == null ? null : <ObjectLink key="group" object={group} />],
            ['Vendor says', reportedStatus],
            ...facts,
            ['Created', createdAt == null ? null : <Moment key="at" at={createdAt} />],
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
        <Names title="Features" names={features} />
      </Section>
      {children}
      <MessagesAbout id={id} />
    </NodePage>
  );
}
