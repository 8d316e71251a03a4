/** A gateway as a process, over a source that says what a module's function makes: `node gateway-process.mjs '{ "estate": … }'`. */
import { answering } from './child.mjs';
import { startGateway } from './gateway.mjs';

const { estate, options = {} } = JSON.parse(process.argv[2]);
const snapshot = (await import(estate.module))[estate.name](...estate.args);
const gateway = await startGateway(() => snapshot, options);

answering(
  gateway.url,
  () => gateway.refresh(),
  () => gateway.close(),
);
