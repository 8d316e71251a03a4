/** The vendors of the benchmarks, emulated in a process of their own: Keygen with a fleet of licenses, Splunk with many peers. */
import { answering } from './child.mjs';
import { product } from './product.mjs';

const { startKeygenEmulator } = await product('emulators/keygen/index.js');
const { splunkEmulator } = await product('emulators/splunk/index.js');

const { licenses } = JSON.parse(process.argv[2]);
const keygen = await startKeygenEmulator({ scenario: 'fleet', licenses });
const splunk = await splunkEmulator.start({ scenario: 'many-peers' });

answering(
  { keygen: keygen.url, splunk: splunk.url },
  // What Keygen was asked since this was asked before.
  () => keygen.requests.splice(0),
  () => Promise.all([keygen.close(), splunk.close()]),
);
