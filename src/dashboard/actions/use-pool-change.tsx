/** The operations of the pool editor: what an edit or a new pool would bring, and doing it. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRun } from '../gateway/use-ask.js';
import type { PoolActionPartsFragment, ProjectionPartsFragment, RefusalPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { editOf, type PoolDraft, peersOf } from './pool-draft.js';
import { QuotaChanges } from './quota-changes.js';

export const PoolActionParts = graphql(`
  fragment PoolActionParts on Pool {
    id
    name
    description
    isMax
    fixed
    limit
    peerVendorIds
    source {
      id
      name
      kind
      capabilities
    }
    stack {
      id
      displayName
    }
    peers(first: 100) {
      nodes {
        id
        vendorId
        label
      }
    }
  }
`);

const TryPool = graphql(`
  mutation TryPool($input: UpdatePoolInput!) {
    updatePool(input: $input) {
      quotas {
        ...ProjectionParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const UpdatePool = graphql(`
  mutation UpdatePool($input: UpdatePoolInput!) {
    updatePool(input: $input) {
      pool {
        ...PoolActionParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const TryNewPool = graphql(`
  mutation TryNewPool($input: CreatePoolInput!) {
    createPool(input: $input) {
      quotas {
        ...ProjectionParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const CreatePool = graphql(`
  mutation CreatePool($input: CreatePoolInput!) {
    createPool(input: $input) {
      pool {
        ...PoolActionParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

export type EditedPool = PoolActionPartsFragment;
export type Preview = readonly ProjectionPartsFragment[];

export interface EditedStack {
  readonly id: string;
  readonly displayName: string;
  readonly source: { readonly name: string; readonly kind: string };
}

type Errors = readonly RefusalPartsFragment[];

export interface PoolChange {
  dryRun(draft: PoolDraft): Promise<{ readonly quotas: Preview; readonly errors: Errors }>;
  apply(draft: PoolDraft): Promise<{ readonly pool: EditedPool | null; readonly errors: Errors }>;
  shown(preview: Preview, newName: string): ReactNode;
}

/** `seen`: the pool as it was when the form was opened; null makes another. */
export function usePoolChange(stack: EditedStack, seen: EditedPool | null): PoolChange {
  const run = useRun();
  const queries = useQueryClient();
  const made = (draft: PoolDraft) => ({
    stackId: stack.id,
    name: draft.name,
    quota: draft.quota.trim(),
    description: draft.description || null,
    peers: peersOf(draft),
  });

  return {
    async dryRun(draft) {
      const answer =
        seen === null
          ? (await run(TryNewPool, { input: { ...made(draft), dryRun: true } })).createPool
          : (await run(TryPool, { input: { poolId: seen.id, ...editOf(draft, seen), dryRun: true } })).updatePool;
      return { quotas: answer?.quotas ?? [], errors: answer?.errors ?? [] };
    },
    async apply(draft) {
      try {
        const answer =
          seen === null
            ? (await run(CreatePool, { input: made(draft) })).createPool
            : (await run(UpdatePool, { input: { poolId: seen.id, ...editOf(draft, seen) } })).updatePool;
        return { pool: answer?.pool ?? null, errors: answer?.errors ?? [] };
      } finally {
        // Also when nobody knows how it ended. Not awaited: what is shown may be long in coming.
        void queries.invalidateQueries();
      }
    },
    shown: (preview, newName) => <QuotaChanges quotas={preview} kind={stack.source.kind} newName={newName} />,
  };
}
