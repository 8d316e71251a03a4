/** Composes the supergraph over an emulated Keygen, and starts Hive Gateway on it by its own command. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = (name) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** The form in which a caller would have it: Hive asks for the policy and the group of each license. */
const LICENSE = `id attributes { name status expiry uses maxMachines maxProcesses maxUsers maxCores maxMemory maxDisk maxUses }
  relationships { machines { meta { count cores memory disk } } users { meta { count } }`;
const operations = {
  joined: `query Page($page: Int!) { licenses(page: $page) { data { ${LICENSE} }
    policy { data { attributes { name } } } group { data { attributes { name } } } } } }`,
  /** The kindest form: three calls of REST, and the caller finds policies and groups by their ids. */
  lists: `query Page($page: Int!) { policies { data { id attributes { name } } } groups { data { id attributes { name } } }
    licenses(page: $page) { data { ${LICENSE} policy { data { id } } group { data { id } } } } } }`,
};

export function compose(keygen, directory) {
  const supergraph = join(directory, 'supergraph.graphql');
  execFileSync(process.execPath, [bin('mesh-compose'), '-c', 'mesh.config.mjs', '-o', supergraph], {
    cwd: here,
    stdio: 'pipe',
    env: { ...process.env, KEYGEN_URL: keygen },
  });
  return supergraph;
}

/** `responseCacheMs` 0 leaves its response cache off. */
export async function startHive(lab, name, { supergraph, responseCacheMs = 0 }) {
  const port = await freePort();
  const args = [bin('hive-gateway'), 'supergraph', supergraph, '--config-path', join(here, 'gateway.config.mjs')];
  const env = { PORT: String(port), RESPONSE_CACHE_MS: String(responseCacheMs) };
  const server = await lab.server(name, { args, env, ready: /Listening on/ });
  return { ...server, said: `http://127.0.0.1:${port}` };
}

/** Bodies for the load, over the hundred pages there are. */
export function paged(form, pages) {
  return (i) => ({ query: operations[form], variables: { page: 1 + ((i * 37) % pages) } });
}

export function samePage(form) {
  return () => ({ query: operations[form], variables: { page: 3 } });
}

/** Throws unless a page holds a hundred licenses, each with what it is asked for. */
export async function assertWhole({ said: url }, form) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(samePage(form)()),
  });
  const { data, errors } = await response.json();
  const licenses = data?.licenses?.data ?? [];
  const isWhole = licenses.every(({ id, attributes, relationships, policy }) => {
    const policyId = form === 'joined' ? policy?.data?.attributes?.name : relationships?.policy?.data?.id;
    return [id, attributes?.status, relationships?.machines?.meta?.count, policyId].every(
      (value) => value !== null && value !== undefined,
    );
  });
  if (errors === undefined && licenses.length === 100 && isWhole) return;
  throw new Error(`Hive answers ${licenses.length} licenses: ${JSON.stringify(errors ?? licenses[0]).slice(0, 2_000)}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
