/** Pools: made, edited and deleted (Splunk). */
import type { Pool, Stack } from '../../domain/entities.js';
import type { EvaluatedPool, Quota } from '../../domain/evaluated.js';
import { globalId } from '../../domain/ids.js';
import type { CreatePoolInput, DeletePoolInput, UpdatePoolInput } from '../generated/resolvers.js';
import type { Reader } from '../reader.js';
import { deleted } from './deleted.js';
import { mutation, performed } from './frame.js';
import { type AskedOfPool, differenceOf } from './pool-difference.js';
import { checkDescription, checkedPeers, checkName, checkQuota } from './pool-input.js';
import { type PoolPlace, quotasNow, quotasThen } from './pool-quotas.js';
import { createRefusals } from './refusals.js';
import { registeredPeers } from './registered-peers.js';

interface PoolPayload {
  readonly pool: EvaluatedPool | null;
  readonly quotas: Quota[];
}

export const createPool = mutation<CreatePoolInput, null, PoolPayload>({
  action: 'createPool',
  role: 'OPERATOR',
  subjectId: ({ stackId }) => stackId,
  async prepare(input, context) {
    const refusals = createRefusals();
    const { name, quota, stackId } = input;
    const wanted = { id: stackId, concept: 'Stack', field: 'stackId', action: 'createPool' } as const;
    const stack = await refusals.find<Stack>(context.reader, wanted);
    if (stack?.fixedPools === true) refusals.refuse('FIXED_POOL', FIXED_STACK, 'stackId');
    checkName(refusals, name);
    checkQuota(refusals, quota);
    checkDescription(refusals, input.description);
    const written = input.peers == null ? undefined : checkedPeers(refusals, input.peers);
    if (stack === null || refusals.errors.length > 0) return refusals;
    const { source } = stack;
    const peers = written && (await registeredPeers(context.reader, source, written));
    const about = { source, poolId: globalId('Pool', source, name), stackId };
    if (input.dryRun === true) {
      const newPool = { id: about.poolId, stackId, name, quota, peerVendorIds: peers ?? null };
      const { quotas, errors } = await quotasThen(context, about, { newPools: [newPool] });
      return errors.length > 0 ? { errors } : { payload: { pool: null, quotas } };
    }
    const description = input.description ?? undefined;
    const stackVendorId = stack.vendorId ?? '';
    return {
      source,
      before: null,
      makes: about.poolId,
      perform: performed(context, source, ({ createPool: create }, signal) =>
        create?.({ name, quota, stackVendorId, description, peers }, signal),
      ),
      answer: async (_value, reader) => poolNow(reader, about, { quota, description, peers, appendPeers: false }),
    };
  },
});

export const updatePool = mutation<UpdatePoolInput, null, PoolPayload>({
  action: 'updatePool',
  role: 'OPERATOR',
  subjectId: ({ poolId }) => poolId,
  async prepare(input, context) {
    const refusals = createRefusals();
    const { poolId } = input;
    const wanted = { id: poolId, concept: 'Pool', field: 'poolId', action: 'updatePool' } as const;
    const pool = await refusals.find<EvaluatedPool>(context.reader, wanted);
    if (pool?.fixed === true) refusals.refuse('FIXED_POOL', FIXED, 'poolId');
    const quota = input.quota ?? undefined;
    const description = input.description ?? undefined;
    const written = input.peers == null ? undefined : checkedPeers(refusals, input.peers);
    const appendPeers = input.appendPeers === true;
    if (quota !== undefined) checkQuota(refusals, quota);
    checkDescription(refusals, description);
    if (quota === undefined && description === undefined && written === undefined) {
      refusals.refuse('INVALID_INPUT', 'there is nothing to change: give quota, description or peers');
    } else if (appendPeers && (written === undefined || written.length === 0)) {
      refusals.refuse('INVALID_INPUT', 'there are no peers to append', 'appendPeers');
    }
    if (pool === null || refusals.errors.length > 0) return refusals;
    const { source, stackId } = pool;
    const peers = written && (await registeredPeers(context.reader, source, written, pool.peerVendorIds));
    const about = { source, poolId, stackId };
    if (input.dryRun === true) {
      const peerVendorIds = appendPeers ? [...new Set([...pool.peerVendorIds, ...(peers ?? [])])] : (peers ?? null);
      const { quotas, errors } = await quotasThen(context, about, {
        pools: [{ poolId, quota: quota ?? null, peerVendorIds }],
      });
      return errors.length > 0 ? { errors } : { payload: { pool, quotas } };
    }
    const edit = { vendorId: pool.vendorId ?? '', seen: pool, quota, description, peers, appendPeers };
    return {
      source,
      before: pool,
      perform: performed(context, source, ({ updatePool: update }, signal) => update?.(edit, signal)),
      answer: async (_value, reader) => poolNow(reader, about, edit),
    };
  },
});

export const deletePool = mutation<DeletePoolInput, null, { readonly deletedId: string }>({
  action: 'deletePool',
  role: 'ADMIN',
  subjectId: ({ poolId }) => poolId,
  async prepare({ poolId }, context) {
    const refusals = createRefusals();
    const wanted = { id: poolId, concept: 'Pool', field: 'poolId', action: 'deletePool' } as const;
    const pool = await refusals.find<Pool>(context.reader, wanted);
    if (pool?.fixed === true) refusals.refuse('FIXED_POOL', FIXED, 'poolId');
    return pool === null || refusals.errors.length > 0 ? refusals : deleted(context, pool, 'deletePool');
  },
});

const FIXED = 'the pool is made by the server and can neither be changed nor deleted';
const FIXED_STACK = 'the pools of this stack are made by the server, and it takes no other';

async function poolNow(reader: Reader, about: PoolPlace, asked: AskedOfPool) {
  const pool = (await reader.node(about.poolId)) as EvaluatedPool | null;
  if (pool === null) return null;
  const quotas = await quotasNow(reader, about);
  return { payload: { pool, quotas }, after: pool, caveat: differenceOf(pool, asked) };
}
