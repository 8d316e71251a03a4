/** The gateway of the benchmark of subscribers: a quota that changes when it is told to, and a count of the subscriptions begun. */
import { answering } from '../../lib/child.mjs';
import { startGateway } from '../../lib/gateway.mjs';

let used = 0n;
let begun = 0;
const gateway = await startGateway(() => ({ meters: [meter()] }), {
  limits: { subscriptions: 2_000, sockets: 2_000, requests: 2_000 },
  log: (line) => {
    if (line.includes('a subscription begins')) begun++;
  },
});

answering(
  gateway.url,
  async (question) => {
    if (question === 'begun') return begun;
    used = (used + 1n) % 100n;
    await gateway.refresh();
  },
  gateway.close,
);

function meter() {
  return {
    subjectId: 'License:bench:a',
    dimension: 'USES',
    measure: 'GAUGE',
    limit: { kind: 'limited', value: 100n },
    used,
    enforcement: 'HARD',
    overage: { kind: 'none' },
    resetsAt: null,
    reasons: ['used against the limit'],
  };
}
