/** `schema`: prints the subgraph's SDL, federation directives included, for composition in a supergraph. */
import type { CliDeps } from './deps.js';

export function schema(deps: CliDeps): void {
  const sdl = deps.subgraphSdl();
  deps.stdout(sdl.endsWith('\n') ? sdl : `${sdl}\n`);
}
