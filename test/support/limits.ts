/** The limits of test gateways: the defaults, but for those of a minute, which tests have less of, and those that tell of a busy machine. */
import { limitsSection } from '../../src/config/limits.js';
import { createProblems } from '../../src/config/problems.js';

const defaults = limitsSection({}, createProblems());
if (defaults === undefined) throw new Error('the limits have no defaults');

export const operationLimits = { ...defaults.operation, costPerMinute: 1_000_000_000_000, changesPerMinute: 100_000 };
export const trafficLimits = { ...defaults.traffic, eventLoopDelayMs: null };
