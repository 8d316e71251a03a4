import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DEMO_ACCOUNT,
  keygenEmulator,
  type RunningKeygenEmulator,
  startKeygenEmulator,
} from '../../../src/emulators/keygen/index.js';
import { ask } from './ask.js';

const SAMPLE_ID = 'b18e3f3a-330c-4d8d-ae2e-014db21fa827';

let emulator: RunningKeygenEmulator;
beforeAll(async () => {
  emulator = await startKeygenEmulator();
});
afterAll(() => emulator.close());

describe('the scenario sample', () => {
  it('is what starts when nothing is named', () => {
    expect(keygenEmulator.scenarios).toEqual(['sample', 'fleet', 'demo']);
    expect(keygenEmulator.defaultPort).toBe(18443);
    expect(keygenEmulator.credentials).toContain('admin-demo');
  });

  it("serves the documentation's license word for word, with the account's id in the placeholder's place", async () => {
    const file = new URL('./fixtures/license.json', import.meta.url);
    const seed = JSON.parse((await readFile(file, 'utf8')).replaceAll('<account>', DEMO_ACCOUNT.id));
    const reply = await ask(emulator, `licenses/${SAMPLE_ID}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual(seed);
    expect(Object.keys(reply.body.data.attributes)).toEqual(Object.keys(seed.data.attributes));
    expect((await ask(emulator, 'licenses')).body).toEqual({ data: [seed.data] });
  });

  it('finds the license by its key too, and its machines by their fingerprints', async () => {
    expect((await ask(emulator, 'licenses/6DFB15-6597FC-B7DBB6-E34DAB-9D77C0-V3')).body.data.id).toBe(SAMPLE_ID);
    const fingerprint = encodeURIComponent('4d:Eq:UV:D3:XZ:tL:WN:Bz:mA:Eg:E6:Mk:YX:dK:NC');
    expect((await ask(emulator, `machines/${fingerprint}`)).body.data.attributes.name).toBe('Office MacBook Pro');
  });

  it('has everything its documents refer to, tokens, key pools, components and group owners apart', async () => {
    const broken: string[] = [];
    for (const type of ['licenses', 'policies', 'machines', 'users', 'products']) {
      for (const row of (await ask(emulator, type)).body.data) {
        expect((await ask(emulator, row.links.self)).body.data).toEqual(row);
        for (const [name, relationship] of Object.entries<{ links: { related: string }; data?: unknown }>(
          row.relationships,
        )) {
          if (['account', 'tokens', 'pool', 'components'].includes(name) || relationship.data === null) continue;
          const related = await ask(emulator, relationship.links.related);
          if (related.status !== 200) broken.push(relationship.links.related);
          else if (relationship.data !== undefined) expect(related.body.data).toMatchObject(relationship.data);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('answers 404 for a related thing there is none of', async () => {
    expect((await ask(emulator, `licenses/${SAMPLE_ID}/group`)).status).toBe(404);
  });

  it('judges the license by the clock it is given', async () => {
    const late = await startKeygenEmulator({ clock: { now: () => new Date('2026-01-01T00:00:00Z') } });
    expect((await ask(late, `licenses/${SAMPLE_ID}`)).body.data.attributes.status).toBe('EXPIRED');
    await late.close();
  });

  it('answers without the account in the path, as a server with one account does', async () => {
    const long = await ask(emulator, `/v1/accounts/${DEMO_ACCOUNT.id}/licenses`);
    const short = await ask(emulator, '/v1/licenses/');
    expect(short.body).toEqual(long.body);
    expect(long.headers.get('keygen-mode')).toBe('multiplayer');
    expect(short.headers.get('keygen-mode')).toBe('singleplayer');
  });

  it('refuses to start with a scenario it does not have', async () => {
    await expect(startKeygenEmulator({ scenario: 'nowhere' })).rejects.toThrow(/nowhere.*sample, fleet, demo/);
  });
});
