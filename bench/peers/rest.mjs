/**
 * What somebody writes by hand instead of a mutation: Fastify that renames a license by Keygen's REST, then reads again what a list of
 * calls says, all at once: `node rest.mjs KEYGEN_URL '["/v1/…", …]'`, where {id} stands for the license's id.
 */
import fastify from 'fastify';
import { answering } from '../lib/child.mjs';

const [url, calls] = process.argv.slice(2);
const paths = JSON.parse(calls);
const headers = {
  authorization: 'Bearer admin-demo',
  accept: 'application/vnd.api+json',
  'content-type': 'application/vnd.api+json',
};

const app = fastify();
app.post('/graphql', async ({ body: { variables } }) => {
  const id = variables.id.split(':').at(-1);
  const renamed = { data: { type: 'licenses', id, attributes: { name: variables.name } } };
  const { data } = await call(`/v1/accounts/demo/licenses/${id}`, { method: 'PATCH', body: JSON.stringify(renamed) });
  await Promise.all(paths.map((path) => call(path.replaceAll('{id}', id))));
  return { data: { updateLicense: { license: { id: data.id, name: data.attributes.name } } } };
});

answering(await app.listen({ port: 0, host: '127.0.0.1' }));

async function call(path, init = {}) {
  const response = await fetch(`${url}${path}`, { ...init, headers });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
