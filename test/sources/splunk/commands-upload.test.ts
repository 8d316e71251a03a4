/** Adding a license: what is none, what is there already, what the vendor refuses, and that nothing of the file shows. */
import { describe, expect, it } from 'vitest';
import { type LicenseFields, standInLicense } from '../../../src/emulators/splunk/index.js';
import { bytes, expectRefusal, GIB, LICENSE, LIVE, type Manager, withManager } from './commands-support.js';
import { connectTo, json, NOW, said, startStub } from './support.js';

const seconds = NOW.getTime() / 1000;

describe('uploadLicense', () => {
  const upload = ({ commands, signal }: Manager, content: string | Uint8Array = LICENSE) =>
    commands.uploadLicense({ content: typeof content === 'string' ? bytes(content) : content }, signal);
  const file = (fields: Partial<LicenseFields>) => standInLicense({ quota: GIB, ...fields });

  it.each([
    ['nothing', ''],
    ['no XML', 'license'],
    ['half a license', LICENSE.slice(0, 200)],
    ['another root', '<licence/>'],
    ['two roots', '<license/><license/>'],
    ['a document type', `<!DOCTYPE license [<!ENTITY a "b">]>${LICENSE}`],
    ['other bytes than UTF-8', new Uint8Array([...bytes('<license>'), 0xff, ...bytes('</license>')])],
  ])('sends nothing for %s', async (_what, content) => {
    await withManager(LIVE, async (manager) => {
      expectRefusal(await upload(manager, content), 'INVALID_LICENSE_FILE', 'content');
      expect(manager.proxy.writes).toEqual([]);
    });
  });

  it('names the license that was added, on servers that answer it and on those that answer an empty feed', async () => {
    await withManager(LIVE, async (manager) => {
      const outcome = await upload(manager, `\ufeff<?xml version="1.0"?>\n${LICENSE}`);
      const added = manager.state.licenses.find(({ label }) => label === 'Peak season');
      expect(outcome).toMatchObject({ done: true, value: { vendorId: added?.hash } });
    });
    const rows: unknown[] = [];
    const stub = await startStub({
      '/services/licenser/licenses': ({ method }) => {
        if (method === 'GET') return json({ entry: [...rows] });
        rows.push({ name: 'HASH', content: { type: 'enterprise', stack_id: 'enterprise', label: 'Peak season' } });
        return json({ entry: [] }, 201);
      },
    });
    const connection = connectTo(stub.url);
    const outcome = await connection.commands.uploadLicense?.(
      { content: bytes(LICENSE) },
      new AbortController().signal,
    );
    await connection.close();
    await stub.close();
    expect(outcome).toMatchObject({ done: true, value: { vendorId: 'HASH' } });
    expect(stub.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it.each(['demo', 'enterprise'])('takes one that is there already for added (%s)', async (scenario) => {
    await withManager({ scenario }, async (manager) => {
      const first = await upload(manager);
      const count = manager.state.licenses.length;
      expect(await upload(manager)).toEqual(first);
      expect(first.done).toBe(true);
      expect(manager.state.licenses).toHaveLength(count);
      // The server is asked again, and refuses.
      expect(manager.proxy.writes).toHaveLength(2);
    });
  });

  it('does not take a license that was there before for the lost one', async () => {
    await withManager({}, async (manager) => {
      const twin = manager.state.licenses.find(({ label }) => label === 'Splunk Enterprise');
      manager.proxy.next('reset-before');
      const outcome = await upload(manager, file({ creationTime: twin?.creationTime ?? 0 }));
      expectRefusal(outcome, 'OUTCOME_UNKNOWN', null, 'has not been done so far');
    });
  });

  it('takes no license for another of the same guid: a renewed one is added beside it, a tampered one is refused', async () => {
    await withManager(LIVE, async (manager) => {
      const guid = '6F0E6D3A-0000-4000-8000-0000000000AA';
      const first = await upload(manager, file({ guid, label: 'A' }));
      const renewed = file({ guid, label: 'A', quota: 20n * GIB });
      const second = await upload(manager, renewed);
      const hashes = manager.state.licenses.filter(({ label }) => label === 'A').map(({ hash }) => hash);
      expect([first, second]).toMatchObject(hashes.map((vendorId) => ({ done: true, value: { vendorId } })));
      expect(new Set(hashes).size).toBe(2);
      const tampered = renewed.replace('<max_violations>5<', '<max_violations>9<');
      expectRefusal(await upload(manager, tampered), 'INVALID_LICENSE_FILE', 'content', 'signature');
      expect(await upload(manager, renewed)).toEqual(second);
    });
  });

  it('adds two at once as one', async () => {
    await withManager(LIVE, async (manager) => {
      const [first, second] = await Promise.all([upload(manager), upload(manager)]);
      expect(second).toEqual(first);
      expect(first?.done).toBe(true);
      expect(manager.state.licenses.filter(({ label }) => label === 'Peak season')).toHaveLength(1);
    });
  });

  it.each([
    [
      'has expired',
      file({ absoluteExpirationTime: seconds - 60, label: 'Old' }),
      'LICENSE_EXPIRED',
      'content',
      'expired',
    ],
    ['was changed', file({ label: 'Old' }).replace('Old', 'New'), 'INVALID_LICENSE_FILE', 'content', 'signature'],
    ['has no payload', '<license/>', 'INVALID_LICENSE_FILE', 'content', 'not a license'],
  ])('is refused one that %s', async (_what, content, code, path, says) => {
    await withManager(LIVE, async (manager) => {
      const before = manager.state.licenses.length;
      expectRefusal(await upload(manager, content), code, path, says);
      expect(manager.state.licenses).toHaveLength(before);
    });
  });

  it.each([
    ['in its words', (body: string) => said(400, `bad license file: ${new URLSearchParams(body).get('payload')}`)],
    ['with its signature', (body: string) => said(409, `cannot take ${signatureOf(body)} here`)],
    ['with a part of its signature', (body: string) => said(422, `cannot take ${signatureOf(body).slice(3, 40)} here`)],
    ['as the form was sent', (body: string) => said(400, `unknown field ${body.slice(5)}`)],
    ['in a page', (body: string) => ({ status: 500, body: `<html><title>${signatureOf(body)}</title></html>` })],
    ['in a feed that is none', (body: string) => ({ body: new URLSearchParams(body).get('payload') ?? '' })],
  ])('shows nothing of the file when the vendor repeats it %s', async (_how, answer) => {
    const stub = await startStub({
      '/services/licenser/licenses': ({ method, body }) => (method === 'GET' ? json({ entry: [] }) : answer(body)),
    });
    const connection = connectTo(stub.url);
    const outcome = await connection.commands.uploadLicense?.(
      { content: bytes(LICENSE) },
      new AbortController().signal,
    );
    await connection.close();
    await stub.close();
    expect(outcome?.done).toBe(false);
    const shown = JSON.stringify(outcome);
    const signature = signatureOf(new URLSearchParams({ payload: LICENSE }).toString());
    for (let start = 0; start + 8 <= signature.length; start++) {
      expect(shown).not.toContain(signature.slice(start, start + 8));
    }
    // Its guid, and its quota: short enough to be told by its markup only.
    expect(shown).not.toMatch(/AAAAAAAA-0000|5368709120/);
    expect(shown).not.toContain('payload>');
  });
});

function signatureOf(body: string): string {
  return /<signature>([^<]+)/.exec(new URLSearchParams(body).get('payload') ?? '')?.[1] ?? '';
}
