/** Mercurius with its just-in-time compiler over the world in memory: `node mercurius.mjs WORLD`. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { answering } from '../lib/child.mjs';
import { schemaOver } from './world.mjs';

const app = fastify();
app.register(mercurius, { schema: schemaOver(process.argv[2]), jit: 1 });

answering(await app.listen({ port: 0, host: '127.0.0.1' }));
