/** `start`: the gateway on the user's own sources, or the demo when nothing is configured. */
import type { Config } from '../config.js';
import { adminKeyLine } from './admin-key.js';
import { configFileOf, loadConfig } from './config-file.js';
import { demo } from './demo.js';
import type { CliDeps } from './deps.js';
import { serve } from './serve.js';

/** Standard output carries the log, one JSON object a line; what a person reads goes to standard error. */
export async function start(options: { readonly config?: string | undefined }, deps: CliDeps): Promise<void> {
  const file = configFileOf(options, deps);
  if (file === null) return demo(deps);
  const read = () => loadConfig(file, deps);
  const config = read();
  const say = (line: string) => deps.stderr(`${line}\n`);
  await serve(
    {
      config,
      reread: read,
      say,
      announce(url, adminKey) {
        say(`license-gateway listens on ${url} (${placesOf(config)})`);
        if (adminKey !== null) say(adminKeyLine(adminKey));
      },
    },
    deps,
  );
}

/** What is to be found where. */
function placesOf({ server, graphql }: Config): string {
  const places = ['GraphQL at /graphql'];
  if (server.dashboard) places.push('the dashboard at /');
  if (graphql.graphiql) places.push('GraphiQL at /graphiql');
  return places.join(', ');
}
