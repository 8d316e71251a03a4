/** The floor of a start: Fastify with one route. */
import Fastify from 'fastify';

const app = Fastify();
app.get('/readyz', async () => ({}));
console.log(`listens on ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
