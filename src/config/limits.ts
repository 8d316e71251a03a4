/** The section `limits`: what one operation, one caller and all of them together may ask for. */
import { duration } from './duration.js';
import type { Problems } from './problems.js';
import type { Limits } from './types.js';
import { complete, wholeNumber } from './values.js';

const operationShape = {
  depth: wholeNumber(1, 100).default(15),
  aliases: wholeNumber(0, 10_000).default(100),
  rootFields: wholeNumber(1, 10_000).default(50),
  repeatedFields: wholeNumber(0, 10_000).default(50),
  tokens: wholeNumber(100, 100_000).default(5_000),
  directives: wholeNumber(0, 10_000).default(50),
  cost: wholeNumber(1, 10_000_000).default(100_000),
  costPerMinute: wholeNumber(1, 1_000_000_000_000).default(60_000_000),
  changesPerMinute: wholeNumber(1, 1_000_000).default(1_000),
  upstreamCalls: wholeNumber(1, 1_000).default(100),
};

const trafficShape = {
  operationTimeout: duration('100ms', '10m').default(60_000),
  requests: wholeNumber(1, 100_000).default(200),
  connections: wholeNumber(1, 1_000_000).default(5_000),
  sockets: wholeNumber(1, 100_000).default(1_000),
  subscriptions: wholeNumber(1, 100_000).default(1_000),
  eventLoopDelay: duration('10ms', '10m').nullable().default(2_000),
};

export function limitsSection(raw: unknown, problems: Problems): Limits | undefined {
  const fields = complete(problems.checkFields({ ...operationShape, ...trafficShape }, raw, ['limits']));
  if (fields === undefined) return undefined;
  const { operationTimeout, eventLoopDelay, requests, connections, sockets, subscriptions, ...operation } = fields;
  const traffic = { operationTimeoutMs: operationTimeout, eventLoopDelayMs: eventLoopDelay, requests, connections };
  return { operation, traffic: { ...traffic, sockets, subscriptions } };
}
