/** An emulated Enterprise Recon Master Server: its v1 API as far as licenses go, with its rules for reading and upload. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { systemClock } from '../../domain/ports.js';
import { type EmulatorModule, type EmulatorOptions, type RunningEmulator, serveEmulator } from '../emulator.js';
import { chooseCoding, compress } from './compression.js';
import { demoBody } from './demo.js';
import { licensesOf } from './licenses.js';
import { legacyBody, nonSitewideBody, sitewideBody } from './samples.js';
import type { EnterpriseReconState, LicensesBody } from './state.js';
import { uploadLicense } from './upload.js';

export { type LicenseLimit, type StandInLicense, standInLicense } from './license-file.js';
export type { EnterpriseReconState, LicensesBody } from './state.js';

export interface RunningEnterpriseReconEmulator extends RunningEmulator {
  /** What it serves; a change shows in the next answer. */
  readonly state: EnterpriseReconState;
}

/** Each with a release that has its licensing model: 2.0.31 is the last legacy one, 2.12.1 the documented one. */
const scenarios: Readonly<Record<string, { version: string; body: (now: Date) => LicensesBody }>> = {
  legacy: { version: '2.0.31', body: () => legacyBody },
  sitewide: { version: '2.12.1', body: () => sitewideBody },
  'non-sitewide': { version: '2.12.1', body: () => nonSitewideBody },
  demo: { version: '2.12.1', body: demoBody },
};
const DEFAULT_SCENARIO = 'legacy';
const USERNAME = 'apiuser';
const PASSWORD = 'password123';

export const enterpriseReconEmulator: EmulatorModule = {
  kind: 'enterprise-recon',
  defaultPort: 18339,
  scenarios: Object.keys(scenarios),
  credentials: `user ${USERNAME}, password ${PASSWORD}`,
  start: startEnterpriseReconEmulator,
};

/** Throws when the scenario is not one of `enterpriseReconEmulator.scenarios`. */
export async function startEnterpriseReconEmulator(
  options: EmulatorOptions = {},
): Promise<RunningEnterpriseReconEmulator> {
  const clock = options.clock ?? systemClock;
  const name = options.scenario ?? DEFAULT_SCENARIO;
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (scenario === undefined) {
    throw new Error(`enterprise-recon has no scenario "${name}"; it has ${Object.keys(scenarios).join(', ')}`);
  }
  const state: EnterpriseReconState = {
    credentials: { username: USERNAME, password: PASSWORD },
    server: { version: scenario.version },
    licenses: structuredClone(scenario.body(clock.now())),
    usedSerials: new Set(),
  };
  const running = await serveEmulator(options, (app) => routes(app, state, () => clock.now()));
  return { ...running, state };
}

function routes(app: FastifyInstance, state: EnterpriseReconState, now: () => Date): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isAuthorized(request, state)) return;
    reply.header('www-authenticate', 'Basic realm="Enterprise Recon", charset="UTF-8"');
    return refuse(reply, 401, 'Authentication failed.');
  });
  app.get('/v1/licenses', async (request, reply) => {
    const { target_name: name } = request.query as { target_name?: string | string[] };
    return send(request, reply, licensesOf(state.licenses, Array.isArray(name) ? name.at(-1) : name));
  });
  app.put('/v1/licenses', async (request, reply) => {
    const content = contentOf(request.body);
    if (content === null) return refuse(reply, 400, 'Bad request.');
    const refusal = uploadLicense(state, content, now());
    // The vendor does not document what a successful upload answers.
    return refusal === null ? send(request, reply, {}) : refuse(reply, 422, refusal);
  });
  // What does not even call itself JSON is read, to be refused like a body that is no JSON.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null);
  app.get('/v1/server', async (request, reply) => {
    if (state.server === null) return refuse(reply, 404, 'Not found.');
    return send(request, reply, { ...state.server, timestamp: String(Math.floor(now().getTime() / 1000)) });
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'Not found.'));
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) =>
    refuse(reply, error.statusCode ?? 500, (error.statusCode ?? 500) < 500 ? 'Bad request.' : 'Internal server error.'),
  );
}

/** Null for what is no object with a text for `content`. */
function contentOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('content' in body)) return null;
  return typeof body.content === 'string' ? body.content : null;
}

function send(request: FastifyRequest, reply: FastifyReply, body: object): FastifyReply {
  const text = JSON.stringify(body);
  const coding = chooseCoding(request.headers['accept-encoding']);
  reply.type('application/json').header('vary', 'Accept-Encoding');
  return coding === null ? reply.send(text) : reply.header('content-encoding', coding).send(compress(text, coding));
}

/** Unsuccessful calls carry `{"message"}` and are never compressed, whatever was asked for. */
function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).type('application/json').send(JSON.stringify({ message }));
}

function isAuthorized(request: FastifyRequest, { credentials }: EnterpriseReconState): boolean {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ', 2);
  if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return false;
  const given = Buffer.from(encoded, 'base64');
  const expected = Buffer.from(`${credentials.username}:${credentials.password}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
