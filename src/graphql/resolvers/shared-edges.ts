/** Edges of the types that vendors share. What a vendor adds is declared in its own folder. */
import { type EdgeTable, listed, many, one } from '../../domain/edges.js';

const license = { group: one('Group', 'groupId'), messages: many('Message', 'about') };
const group = { licenses: many('License', 'groupId') };
const target = { license: one('License', 'licenseId'), pool: one('Pool', 'poolId') };

export const sharedEdges: EdgeTable = {
  Stack: {
    group: one('Group', 'groupId'),
    licenses: many('License', 'stackId'),
    pools: many('Pool', 'stackId'),
  },
  Pool: {
    stack: one('Stack', 'stackId'),
    license: one('License', 'licenseId'),
    peers: many('Peer', 'poolIds'),
    targets: many('Target', 'poolId'),
    dataUsages: many('DataUsage', 'poolId'),
  },
  PeerUsage: { peer: one('Peer', 'peerId') },
  Peer: {
    pools: listed('Pool', 'poolIds'),
    activePools: listed('Pool', 'activePoolIds'),
    stacks: listed('Stack', 'stackIds'),
  },
  DataUsage: { pool: one('Pool', 'poolId'), target: one('Target', 'targetId') },
  Message: {
    subject: one('Source', 'subjectId'),
    quota: one('Quota', 'quotaId'),
    license: one('License', 'licenseId'),
    pool: one('Pool', 'poolId'),
    stack: one('Stack', 'stackId'),
    peer: one('Peer', 'peerId'),
    target: one('Target', 'targetId'),
  },
  Quota: { subject: one('Pool', 'subjectId') },
};

/** Edges that every implementation of an interface has. */
export const interfaceEdges: EdgeTable = { License: license, Group: group, Target: target };
