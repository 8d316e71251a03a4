/** The upload of an Enterprise Recon license through the graph: the vendor's example, its four refusals, and each end of the one write. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type RunningEnterpriseReconEmulator,
  type StandInLicense,
  standInLicense,
  startEnterpriseReconEmulator,
} from '../../../src/emulators/enterprise-recon/index.js';
import { reconSourceOf } from '../../support/emulators.js';
import { keys } from '../../support/gateway.js';
import type { AnyFault, StatusFault, WriteFault } from '../../support/write-faults.js';
import { type End, notDone, type Seen, startWitness, type Witness } from './witness.js';

const NOW = new Date('2026-06-30T12:00:00.000Z');
const SERIAL = 'ER-2026-SERIAL-0001';
const ID = 'License:recon:installation';
/** As the vendor prints it (Enterprise Recon 2.12.1, Upload License File). */
const EXAMPLE = 'NUE1REU1MTk3ODRBRDU1NEMxNDZGOTAwMw==';

function fileOf(fields: Partial<StandInLicense> = {}): string {
  return standInLicense({
    serial: SERIAL,
    company: 'New Company Ltd',
    edition: 'PRO',
    expires: new Date('2027-01-01T00:00:00Z'),
    limits: [{ type: 'global', comment: 'Global Data Allowance', total: '2000000000000' }],
    ...fields,
  });
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const FILE = fileOf();
const SIGNATURE = FILE.split('\n')[2] ?? '';

interface Installation extends Witness {
  readonly emulator: RunningEnterpriseReconEmulator;
  /** As at the start, and read. */
  reset(): Promise<void>;
  upload(content: string, more?: object): Promise<Seen>;
}

async function start(timeoutMs = 10_000): Promise<Installation> {
  const emulator = await startEnterpriseReconEmulator({ scenario: 'sitewide', clock: { now: () => NOW } });
  const fresh = structuredClone(emulator.state.licenses);
  const witness = await startWitness({
    upstreamUrl: emulator.url,
    source: { ...reconSourceOf(emulator), timeoutMs },
    secrets: [
      'password123',
      base64('apiuser:password123'),
      SERIAL,
      SIGNATURE,
      base64(FILE),
      base64(FILE).slice(40, 80),
    ],
    now: NOW,
  });
  return {
    ...witness,
    emulator,
    async reset() {
      witness.proxy.fail(null);
      emulator.state.licenses = structuredClone(fresh);
      emulator.state.usedSerials.clear();
      await witness.reread();
    },
    upload: (content, more) => witness.send('uploadLicense', { sourceId: 'Source:recon', content, ...more }, FIELDS),
    async close() {
      await witness.close();
      await emulator.close();
    },
  };
}

const SHOWN = 'id status ... on EnterpriseReconLicense { company edition expiresAt }';
const FIELDS = `license { ${SHOWN} }`;
const OLD = {
  ...{ id: ID, status: 'EXCEEDED', company: 'My Organization Inc', edition: 'PII' },
  expiresAt: '2031-06-01T02:52:37.000Z',
};
const NEW = {
  ...{ id: ID, status: 'ACTIVE', company: 'New Company Ltd', edition: 'PRO' },
  expiresAt: '2027-01-01T00:00:00.000Z',
};

let at: Installation;
let hasty: Installation;
beforeAll(async () => {
  at = await start();
  hasty = await start(400);
});
afterAll(async () => {
  await at?.close();
  await hasty?.close();
});
beforeEach(() => at.reset());

/** At the vendor, and in the graph. */
async function shows({ emulator, look }: Installation, wanted: typeof OLD): Promise<void> {
  expect(emulator.state.licenses).toMatchObject({ company: wanted.company, edition: wanted.edition });
  expect(await look(`{ node(id: "${ID}") { ... on License { ${SHOWN} } } }`)).toEqual({ node: wanted });
}

function done({ payload, thrown, writes, audit }: Seen): void {
  expect(thrown).toBeNull();
  expect(payload).toEqual({ license: NEW, errors: [] });
  expect(writes.map(({ method, path }) => [method, path])).toEqual([['PUT', '/v1/licenses']]);
  expect(audit).toMatchObject([{ outcome: 'APPLIED', code: null, subjectId: ID, after: { status: 'ACTIVE' } }]);
}

describe('An upload', () => {
  it('is sent once, byte for byte, and what it brings shows at once: the license, its limits, its status', async () => {
    await shows(at, OLD);
    const seen = await at.upload(base64(FILE));
    done(seen);
    expect(seen.writes[0]?.body).toBe(JSON.stringify({ content: base64(FILE) }));
    expect(await at.look('{ pools { nodes { quotas { used limit state } } } }')).toMatchObject({
      pools: { nodes: [{ quotas: [{ used: '1157499270', limit: '2000000000000', state: 'OK' }] }] },
    });
    await shows(at, NEW);
  });

  it.each([
    ['as a text', FILE, { encoding: 'TEXT' }],
    ['with line breaks in its base64', base64(FILE).replace(/.{76}/g, '$&\r\n'), {}],
    ['in the alphabet for addresses, without padding', Buffer.from(FILE).toString('base64url'), {}],
  ])('given %s is the same file', async (_how, content, more) => {
    const seen = await at.upload(content, more);
    done(seen);
    expect(seen.writes[0]?.body).toBe(JSON.stringify({ content: base64(FILE) }));
  });

  it('whose new allowance is exactly what is used up is taken', async () => {
    const total = at.emulator.state.licenses.summary?.[0]?.usage ?? '';
    const limits = [{ type: 'global', comment: 'Global Data Allowance', total }];
    const { payload } = await at.upload(base64(fileOf({ limits })));
    expect(payload).toMatchObject({ license: { company: 'New Company Ltd' }, errors: [] });
  });
});

describe("The vendor's four refusals come with its words:", () => {
  const end = (code: string, words: string): End => ({
    ...{ code, path: ['content'], outcome: 'REFUSED' },
    message: new RegExp(`^${words.replaceAll('.', '\\.')}$`),
  });
  const USED = 'License upload failed: The license has already been used. Each license can only be uploaded once.';

  it.each([
    ['INVALID_LICENSE_FILE', 'Invalid license file.', EXAMPLE],
    ['INVALID_LICENSE_FILE', 'Invalid license file.', base64(FILE.replace('PRO', 'PII'))],
    ['LICENSE_EXPIRED', 'License is expired.', base64(fileOf({ expires: NOW }))],
    [
      'INSUFFICIENT_DATA_ALLOWANCE',
      'Insufficient data allowance for scanned data volume.',
      base64(fileOf({ limits: [{ type: 'global', comment: 'Global Data Allowance', total: '1157499269' }] })),
    ],
  ])('%s: %s', async (code, words, content) => {
    const seen = await at.upload(content);
    notDone(seen, end(code, words), 1);
    expect(seen.writes.map(({ body }) => JSON.parse(body))).toEqual([{ content }]);
    await shows(at, OLD);
  });

  it('LICENSE_ALREADY_USED: each file is taken once, and a second try changes nothing', async () => {
    done(await at.upload(base64(FILE)));
    notDone(await at.upload(base64(FILE)), end('LICENSE_ALREADY_USED', USED), 1);
    await shows(at, NEW);
  });

  it('a file that was refused is not used up', async () => {
    const used = at.emulator.state.licenses.summary?.[0];
    if (used === undefined) throw new Error('The sample has no pool');
    used.usage = '3000000000000';
    notDone(
      await at.upload(base64(FILE)),
      end('INSUFFICIENT_DATA_ALLOWANCE', 'Insufficient data allowance for scanned data volume.'),
      1,
    );
    used.usage = '5';
    done(await at.upload(base64(FILE)));
  });

  it('one file uploaded twice at once is taken once', async () => {
    const mutation = `mutation ($content: String!) { uploadLicense(input: { sourceId: "Source:recon", content: $content }) {
      license { id } errors { code } } }`;
    type Answer = { uploadLicense: { license: object | null; errors: { code: string }[] } };
    const ask = () => at.gateway.ask<Answer>(mutation, { content: base64(FILE) });
    const answers = (await Promise.all([ask(), ask()])).map(({ data }) => data?.uploadLicense);
    const [taken, refused] = answers[0]?.license === null ? answers.toReversed() : answers;
    expect(taken).toEqual({ license: { id: ID }, errors: [] });
    expect(refused).toEqual({ license: null, errors: [{ code: 'LICENSE_ALREADY_USED' }] });
  });
});

const SAYS_NO = /^The vendor says no to …=* of \[credentials\] \(\[credentials\]\) at …$/;
/** As a careless server may word it: with what must not be repeated in it. */
const status = (code: StatusFault['status'], quoted = ''): StatusFault => ({
  kind: 'status',
  status: code,
  body: JSON.stringify({
    message: `The vendor says no to ${quoted} of password123 (${base64('apiuser:password123')}) at https://er.internal:8339/v1`,
  }),
});
const refused = (code: StatusFault['status']) => status(code, base64(FILE));
const rejected: End = { code: 'UPSTREAM_REJECTED', message: SAYS_NO, outcome: 'REFUSED' };
const unavailable: End = { code: 'UPSTREAM_UNAVAILABLE', message: /nothing was changed$/, outcome: 'FAILED' };
const unknown: End = { code: 'OUTCOME_UNKNOWN', message: /Look before you repeat it$/, outcome: 'UNKNOWN' };

describe('An upload met by', () => {
  it.each([
    ['401', refused(401), rejected],
    ['403', refused(403), rejected],
    ['404', refused(404), rejected],
    ['409', refused(409), rejected],
    ['422 in other words', refused(422), rejected],
    ['429', refused(429), unavailable],
    ['500', refused(500), unknown],
    ['502', refused(502), unknown],
    ['a reset connection', 'reset-before', unknown],
    ['a login page', 'html', unknown],
  ] as [string, WriteFault, End][])('%s is not done, and says so', async (_fault, fault, end) => {
    at.proxy.next(fault);
    notDone(await at.upload(base64(FILE)), end, 1);
    await shows(at, OLD);
    // Nothing was used up: the very file is still good.
    done(await at.upload(base64(FILE)));
  });

  it.each(['reset-after', 'malformed', 'truncated-after', 'bare-500-after'] as const)(
    '%s, once it took effect, is found done',
    async (fault) => {
      at.proxy.next(fault);
      done(await at.upload(base64(FILE)));
      await shows(at, NEW);
    },
  );

  it('silence before it took effect is of unknown outcome, and is not sent again', async () => {
    await hasty.reset();
    hasty.proxy.next('hang-before');
    notDone(await hasty.upload(base64(FILE)), unknown, 1);
    await shows(hasty, OLD);
  });

  it('silence after it took effect is found done, and is not sent again', async () => {
    await hasty.reset();
    hasty.proxy.next('hang-after');
    done(await hasty.upload(base64(FILE)));
    await shows(hasty, NEW);
  });

  it('a lost answer, of a license just like the one before, is of unknown outcome: it cannot be told', async () => {
    done(await at.upload(base64(FILE)));
    at.proxy.next('reset-after');
    notDone(await at.upload(base64(fileOf({ serial: 'ER-2026-SERIAL-0002' }))), unknown, 1);
    expect(at.emulator.state.usedSerials).toContain('ER-2026-SERIAL-0002');
  });

  it('a lost answer and then by silence of all reads is of unknown outcome, and shows once they are answered', async () => {
    at.proxy.next('reset-after', status(403));
    notDone(await at.upload(base64(FILE)), { ...unknown, message: /whether it was done could not be read/ }, 1);
    expect(at.emulator.state.licenses.company).toBe('New Company Ltd');
    expect(await at.look(`{ node(id: "${ID}") { ... on License { ${SHOWN} } } }`)).toEqual({ node: OLD });
    at.proxy.fail(null);
    await at.reread();
    await shows(at, NEW);
  });

  it.each([
    ['401', status(401), 'UPSTREAM_REJECTED', 'REFUSED'],
    ['403', status(403), 'UPSTREAM_REJECTED', 'REFUSED'],
    ['a reset connection', 'reset-before', 'UPSTREAM_UNAVAILABLE', 'FAILED'],
  ] as [string, AnyFault, string, 'REFUSED' | 'FAILED'][])(
    '%s at the read before it is not sent',
    async (_fault, fault, code, outcome) => {
      at.proxy.fail(fault);
      notDone(await at.upload(base64(FILE)), { code, message: /nothing was changed$/, outcome }, 0);
      await shows(at, OLD);
    },
  );
});

describe('Bad input is refused by name, and nothing is sent:', () => {
  it.each([
    ['characters that are no base64', '{"content":1}'],
    ['a stray character', 'YWJjZ'],
    ['wrong padding', 'YWJj='],
    ['padding in the middle', 'YQ==YQ=='],
    ['nothing', ''],
    ['line breaks alone', '\r\n'],
  ])('%s for base64', async (_what, content) => {
    const end = { code: 'INVALID_INPUT', path: ['content'], message: /base64|empty/, outcome: 'REFUSED' } as const;
    notDone(await at.upload(content), end, 0);
  });

  it.each([
    ['uploadLicense', { sourceId: 'Source:nowhere', content: 'YQ==' }, 'SOURCE_NOT_FOUND', 'sourceId'],
    ['uploadLicense', { sourceId: ID, content: 'YQ==' }, 'SOURCE_NOT_FOUND', 'sourceId'],
    ['deleteLicense', { licenseId: ID }, 'UNSUPPORTED_BY_SOURCE', 'licenseId'],
    ['suspendLicense', { licenseId: ID }, 'UNSUPPORTED_BY_SOURCE', 'licenseId'],
    ['deletePool', { poolId: 'Pool:recon:global.BYTES' }, 'UNSUPPORTED_BY_SOURCE', 'poolId'],
  ])('%s with %j', async (name, input, code, field) => {
    notDone(await at.send(name, input), { code, path: [field], message: /./, outcome: 'REFUSED' }, 0);
  });

  it('10 MB of content are 413, whoever sends them', async () => {
    const written = at.proxy.writes.length;
    const content = 'A'.repeat(10 * 1024 * 1024);
    const query = `mutation ($content: String!) { uploadLicense(input: { sourceId: "Source:recon", content: $content }) {
      errors { code } } }`;
    const response = await fetch(`${at.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.ADMIN}` },
      body: JSON.stringify({ query, variables: { content } }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
    expect(at.proxy.writes).toHaveLength(written);
  });

  it.each(['VIEWER', 'OPERATOR'] as const)('from %s, who may not upload', async (role) => {
    const { thrown, writes, audit } = await at.send(
      'uploadLicense',
      { sourceId: 'Source:recon', content: EXAMPLE },
      FIELDS,
      keys[role],
    );
    expect({ thrown, writes }).toEqual({ thrown: 'FORBIDDEN', writes: [] });
    expect(audit).toMatchObject([{ outcome: 'REFUSED', code: 'FORBIDDEN', role }]);
  });
});
