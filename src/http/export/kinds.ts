/** What can be exported: each by the name of its file, with the connection that it is read from. */
import type { StoredConcept } from '../../graphql/reader.js';
import { type Column, columns } from './columns.js';

export interface ExportKind {
  /** Of the file, before `.csv`. */
  readonly name: string;
  readonly concept: StoredConcept;
  /** Input types of the schema: what they take as fields is taken as parameters. */
  readonly inputs: readonly string[];
  /** Enum of the schema; null: its order is not asked for. */
  readonly order: string | null;
  readonly columns: readonly Column[];
}

const connectionOf = (name: string, concept: StoredConcept, own: readonly Column[]): ExportKind => ({
  name,
  concept,
  inputs: [`${concept}Filter`],
  order: `${concept}OrderField`,
  columns: own,
});

export const exportKinds: readonly ExportKind[] = [
  connectionOf('licenses', 'License', columns.licenses),
  connectionOf('pools', 'Pool', columns.pools),
  connectionOf('peers', 'Peer', columns.peers),
  connectionOf('targets', 'Target', columns.targets),
  connectionOf('data-usages', 'DataUsage', columns.dataUsages),
  connectionOf('messages', 'Message', columns.messages),
  connectionOf('quotas', 'Quota', columns.quotas),
  { name: 'usage', concept: 'Quota', inputs: ['QuotaFilter'], order: null, columns: columns.usage },
];
