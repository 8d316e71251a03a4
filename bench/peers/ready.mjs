/** The floor: Fastify that answers every request with bytes that are ready, or with `JSON.stringify` of an object that is. */
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { answering } from '../lib/child.mjs';

const bytes = readFileSync(process.argv[2]);
const answer = JSON.parse(bytes);
const app = fastify();
app.post('/bytes', (_, reply) => reply.type('application/json; charset=utf-8').send(bytes));
app.post('/stringify', (_, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(answer)));

answering(await app.listen({ port: 0, host: '127.0.0.1' }));
