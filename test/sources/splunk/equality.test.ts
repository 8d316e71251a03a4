/** One state, whatever format and whichever generation of names it comes in, is one snapshot. */
import { describe, expect, it } from 'vitest';
import { startSplunkEmulator } from '../../../src/emulators/splunk/index.js';
import { at, fixture, PASSWORD, type Route, readOnce, readRoutes, startStub } from './support.js';

const listed = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'localpeer', 'messages', 'usage'];
/** The manual's answers to single GETs, which carry `eai:attributes`, served where the lists are. */
const single: Readonly<Record<string, string>> = {
  groups: 'group-forwarder',
  stacks: 'stack-single',
  licenses: 'license-single',
  pools: 'pool-single',
  peers: 'peer-single',
  localpeer: 'localpeer',
  messages: 'message-single',
  usage: 'usage',
};
const OLD: Readonly<Record<string, string>> = {
  peers: 'slaves',
  localpeer: 'localslave',
  'peer-single': 'slave-single',
};

const routesOf = (files: (part: string) => string): Record<string, Route> =>
  Object.fromEntries(listed.map((part) => [at(part), fixture(files(part))]));
const oldRoutesOf = (files: (part: string) => string): Record<string, Route> =>
  Object.fromEntries(listed.map((part) => [at(OLD[part] ?? part), fixture(files(part))]));

describe('the same snapshot', () => {
  it('comes from the XML, the JSON and the old names of the samples in the manual', async () => {
    const xml = await readRoutes(routesOf((part) => `seed/${part}.xml`));
    expect(await readRoutes(routesOf((part) => `seed-json/${part}.json`))).toEqual(xml);
    expect(await readRoutes(oldRoutesOf((part) => `seed-old-names/${OLD[part] ?? part}.xml`))).toEqual(xml);
    expect(xml.peers).toHaveLength(1);
  });

  it('comes from the three forms of the answers to single requests, their editable fields included', async () => {
    const name = (part: string) => single[part] ?? part;
    const xml = await readRoutes(routesOf((part) => `seed/${name(part)}.xml`));
    expect(await readRoutes(routesOf((part) => `seed-json/${name(part)}.json`))).toEqual(xml);
    const old = oldRoutesOf((part) => `seed-old-names/${OLD[name(part)] ?? name(part)}.xml`);
    expect(await readRoutes(old)).toEqual(xml);
    expect(xml.pools[0]?.vendorFields['eai:attributes']).toEqual({
      optionalFields: ['append_peers', 'description', 'quota', 'peers'],
      requiredFields: [],
      wildcardFields: [],
    });
  });

  it('comes from JSON as a live 10.6 sends it, with fields under both names, and from its Atom form', async () => {
    const info = '/services/server/info';
    const ofJson = { ...routesOf((part) => `live-10.6/${part}.json`), [info]: fixture('live-10.6/server-info.json') };
    const ofXml = {
      ...routesOf((part) => `live-10.6-xml/${part}.xml`),
      [info]: fixture('live-10.6-xml/server-info.xml'),
    };
    const snapshot = await readRoutes(ofJson);
    expect(await readRoutes(ofXml)).toEqual(snapshot);
    expect(snapshot).toMatchObject({ version: '10.6.0', timeZone: '+00:00', findings: [], gaps: [] });
    expect(snapshot.licenses.map(({ vendorFields }) => vendorFields.max_stack_quota)).toEqual([
      '18446744073709552000',
      '18446744073709552000',
    ]);
  });

  it.each(['enterprise', 'trial', 'over-quota', 'legacy-names', 'demo'])(
    'comes from the emulated server in scenario %s, whether it answers JSON or only XML',
    async (scenario) => {
      const now = new Date('2026-10-09T06:15:30Z');
      const emulator = await startSplunkEmulator({ scenario, clock: { now: () => now } });
      const onlyXml = await startXmlOnly(emulator.url);
      try {
        const json = await readOnce(emulator.url, { auth: PASSWORD, now });
        expect(await readOnce(onlyXml.url, { auth: PASSWORD, now })).toEqual(json);
        expect(json.pools.length).toBeGreaterThan(0);
        expect(json.gaps).toEqual([]);
      } finally {
        await onlyXml.close();
        await emulator.close();
      }
    },
  );
});

/** A server in front of another that never passes `output_mode` on, and so answers Atom XML to everything. */
async function startXmlOnly(behind: string) {
  const pass: Route = async ({ method, path, query, authorization, body }) => {
    query.delete('output_mode');
    const response = await fetch(`${behind}${path}?${query}`, {
      method,
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' ? { body } : {}),
    });
    const text = await response.text();
    if (!text.startsWith('<')) throw new Error(`${path} was not answered in XML`);
    return { status: response.status, type: 'text/xml; charset=utf-8', body: text };
  };
  return startStub({ '*': pass });
}
