/** Edges of the types that vendors share. What a vendor adds is declared in its own folder. */
import { type EdgeTable, listed, many, one } from '../../domain/edges.js';

const license = { group: one('groupId'), messages: many('Message', 'about') };
const group = { licenses: many('License', 'groupId') };
const target = { license: one('licenseId'), pool: one('poolId') };

export const sharedEdges: EdgeTable = {
  Stack: {
    group: one('groupId'),
    licenses: many('License', 'stackId'),
    pools: many('Pool', 'stackId'),
  },
  Pool: {
    stack: one('stackId'),
    license: one('licenseId'),
    peers: many('Peer', 'poolIds'),
    targets: many('Target', 'poolId'),
    dataUsages: many('DataUsage', 'poolId'),
  },
  PeerUsage: { peer: one('peerId') },
  Peer: {
    pools: listed('Pool', 'poolIds'),
    activePools: listed('Pool', 'activePoolIds'),
    stacks: listed('Stack', 'stackIds'),
  },
  DataUsage: { pool: one('poolId'), target: one('targetId') },
  Message: {
    subject: one('subjectId'),
    quota: one('quotaId'),
    license: one('licenseId'),
    pool: one('poolId'),
    stack: one('stackId'),
    peer: one('peerId'),
    target: one('targetId'),
  },
  Quota: { subject: one('subjectId') },
  QuotaProjection: { subject: one('subjectId') },
};

/** Edges that every implementation of an interface has. */
export const interfaceEdges: EdgeTable = { License: license, Group: group, Target: target };
