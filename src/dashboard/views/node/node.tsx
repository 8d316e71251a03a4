/** The page of anything that has a global id: what its id says that it is decides which. */
import type { ComponentType } from 'react';
import { useMay } from '../../gateway/session.js';
import { AuditEntryNode } from './audit-entry.js';
import { DataUsageNode } from './data-usage.js';
import { GroupNode } from './group.js';
import { type Concept, conceptOf } from './kinds.js';
import { LicenseNode } from './license.js';
import { MessageNode } from './message.js';
import { NeverSeen } from './node-answer.js';
import { PeerNode } from './peer.js';
import { PolicyNode } from './policy.js';
import { PoolNode } from './pool.js';
import { QuotaNode } from './quota.js';
import { SourceNode } from './source.js';
import { StackNode } from './stack.js';
import { TargetNode } from './target.js';

const PAGES: Readonly<Record<Concept, ComponentType<{ readonly id: string }>>> = {
  Source: SourceNode,
  License: LicenseNode,
  Group: GroupNode,
  Stack: StackNode,
  Pool: PoolNode,
  Peer: PeerNode,
  Target: TargetNode,
  DataUsage: DataUsageNode,
  Message: MessageNode,
  Quota: QuotaNode,
  Policy: PolicyNode,
  AuditEntry: AuditEntryNode,
};

export default function NodePage({ id }: { readonly id: string }) {
  const isAdmin = useMay('ADMIN');
  const concept = conceptOf(id);
  if (concept === null) return <NeverSeen id={id} kind={null} />;
  // To anybody else the gateway shows none.
  if (concept === 'AuditEntry' && !isAdmin) return <NeverSeen id={id} kind={null} />;
  const Page = PAGES[concept];
  return <Page id={id} />;
}
