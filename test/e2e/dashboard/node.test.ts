import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodePath } from '../../../src/dashboard/addresses.js';
import {
  CHROMIUM_NOTE,
  enterKey,
  hasChromium,
  openBrowser,
  type TestBrowser,
  type TestPage,
} from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

/** One of each kind, with something that only its page says. */
interface Case {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

interface Found {
  readonly id: string;
  readonly displayName: string;
}
type Page<T = Found> = { readonly nodes: readonly T[] };

describe.skipIf(!hasChromium)(`the page of an object in Chromium ${CHROMIUM_NOTE}`, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  let opened: TestPage;
  let cases: readonly Case[];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startDemoWorld({ past: true }), openBrowser()]);
    cases = await casesOf(world);
    opened = await browser.open(`${world.gateway.url}/`);
    await enterKey(opened, keys.ADMIN);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const heading = (name: string, { page }: TestPage = opened) =>
    page.getByRole('heading', { level: 1, name, exact: true });

  /** As a link does: without loading the whole page anew. */
  async function open(id: string, { page }: TestPage = opened) {
    await page.evaluate(`history.pushState(null, '', ${JSON.stringify(nodePath(id))})`);
  }

  function caseOf(kind: string): Case {
    const found = cases.find((each) => each.kind === kind);
    if (found === undefined) throw new Error(`no page of the kind ${kind} is opened here`);
    return found;
  }

  it('opens for each kind, with what it is, its state and what belongs to it, without barriers in both themes', async () => {
    const { page } = opened;
    for (const { kind, id, title, says } of cases) {
      await open(id);
      await heading(title).waitFor();
      await page.getByText(says).first().waitFor();
      await settled(opened);
      await opened.picture(`node-${kind}`);
      expect(await opened.barriers(), `${kind} in light colors`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await opened.picture(`node-${kind}-dark`);
      expect(await opened.barriers(), `${kind} in dark colors`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    expect(opened.wrongs).toEqual([]);
  }, 120_000);

  it('tells by the keyboard alone where a number comes from', async () => {
    const { page } = opened;
    const { id, title } = caseOf('pool');
    await open(id);
    // The page before has such a number, too.
    await heading(title).waitFor();
    const used = page.getByRole('region', { name: 'Facts' }).getByRole('button', { name: /: Used$/ });
    await used.focus();
    await page.keyboard.press('Enter');
    const told = page.getByRole('dialog');
    await told.getByText('From splunk, observed').waitFor();
    await told.getByText(/^Exactly: [\d,]+ bytes$/).waitFor();
    expect(await opened.barriers()).toEqual([]);
    await opened.picture('node-provenance');
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'detached' });
    const focused = () => page.evaluate('document.activeElement?.textContent');
    await expect.poll(focused, { timeout: 15_000 }).toContain('Where does this come from: Used');
  });

  it('opens what the vendor sent besides, value by value', async () => {
    const { page } = opened;
    await open(caseOf('keygen-machine').id);
    await page.getByRole('button', { name: /Everything else the vendor sent/ }).click();
    const row = page.getByRole('row', { name: /^relationships\.account\.data\.type/ });
    await row.getByRole('cell', { name: 'accounts' }).waitFor();
    expect(await opened.barriers()).toEqual([]);
  });

  it('keeps what was shown of an object that goes while it is looked at, and says so', async () => {
    const { page } = opened;
    const { createPool } = await world.gateway.query<{ createPool: { pool: Found } }, unknown>(
      `mutation { createPool(input: { stackId: "Stack:splunk:enterprise", name: "a pool/with 50%", quota: "1MB" }) { pool { id displayName } } }`,
    );
    const { id, displayName } = createPool.pool;
    await open(id);
    await heading(displayName).waitFor();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await world.gateway.query(`mutation { deletePool(input: { poolId: ${JSON.stringify(id)} }) { deletedId } }`);
    await page.getByRole('alert').getByText('This is gone').waitFor();
    await heading(displayName).waitFor();
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    expect(await opened.barriers()).toEqual([]);
    await opened.picture('node-gone');
    await page.reload();
    await heading('Pool not found').waitFor();
    await page.getByRole('link', { name: 'To all pools' }).waitFor();
    expect(await opened.barriers()).toEqual([]);
    await opened.picture('node-not-found');
    expect(opened.wrongs).toEqual([]);
  });

  it('shows an admin what was done to an object, and a viewer neither that nor license keys nor buttons', async () => {
    const { auditEntries } = await world.gateway.query<{ auditEntries: Page<{ id: string }> }, unknown>(
      `{ auditEntries(first: 1, filter: { actions: ["deletePool"] }) { nodes { id } } }`,
    );
    const [entry] = auditEntries.nodes;
    if (entry === undefined) throw new Error('the deletion was not audited');
    await open(entry.id);
    await heading('deletePool by admin').waitFor();
    await opened.page.getByText('It was done.').waitFor();
    expect(await opened.barriers()).toEqual([]);
    await opened.picture('node-audit-entry');
    await open(caseOf('keygen-license').id);
    await opened.page.getByText('Key', { exact: true }).waitFor();

    const seen = await browser.open(`${world.gateway.url}${nodePath(entry.id)}`);
    await enterKey(seen, keys.VIEWER);
    await heading('Nothing here', seen).waitFor();
    await open(caseOf('keygen-license').id, seen);
    await heading(caseOf('keygen-license').title, seen).waitFor();
    expect(await seen.page.getByText('Key', { exact: true }).count()).toBe(0);
    await open(caseOf('pool').id, seen);
    await heading(caseOf('pool').title, seen).waitFor();
    expect(await seen.page.getByRole('button', { name: /Edit|Delete/ }).count()).toBe(0);
    expect(seen.wrongs).toEqual([]);
    await seen.close();
  });

  it('says of an address without an object that nothing is there', async () => {
    for (const [id, title] of [
      ['License:splunk:none-of-these', 'License not found'],
      ['no id at all', 'Nothing here'],
    ] as const) {
      await open(id);
      await heading(title).waitFor();
    }
    expect(opened.wrongs).toEqual([]);
  });

  it('fits a phone: wide tables scroll within their own boxes', async () => {
    const phone = await browser.open(`${world.gateway.url}/`, { viewport: { width: 390, height: 800 } });
    await enterKeyOnPhone(phone);
    for (const { kind, id, title } of cases) {
      await open(id, phone);
      await heading(title, phone).waitFor();
      await settled(phone);
      await phone.picture(`node-${kind}-phone`);
      const overflow = await phone.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, kind).toBeLessThanOrEqual(0);
    }
    expect(phone.wrongs).toEqual([]);
    await phone.close();
  }, 60_000);
});

/** Nothing is awaited any more. */
async function settled({ page }: TestPage) {
  const loading = page.getByRole('status', { name: 'Loading' });
  await expect.poll(() => loading.count(), { timeout: 15_000 }).toBe(0);
}

async function enterKeyOnPhone({ page }: TestPage) {
  await page.getByRole('textbox', { name: 'API key' }).fill(keys.ADMIN);
  await page.getByRole('button', { name: 'Open the dashboard' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Ids as the gateway gives them. */
async function casesOf({ gateway }: DemoWorld): Promise<readonly Case[]> {
  const things = await gateway.query<
    Readonly<
      Record<
        'splunk' | 'recon' | 'keygen' | 'groups' | 'keygenGroups' | 'stacks' | 'pools' | 'reconPools' | 'peers',
        Page
      >
    > &
      Readonly<Record<'targets' | 'machines' | 'dataUsages' | 'policies', Page>> & {
        readonly messages: Page<{ id: string; description: string }>;
        readonly quotas: Page<{ id: string; subject: Found }>;
      },
    unknown
  >(`{
    splunk: licenses(first: 1, filter: { sources: ["splunk"], search: "peak" }) { nodes { id displayName } }
    recon: licenses(first: 1, filter: { sources: ["recon"] }) { nodes { id displayName } }
    keygen: licenses(first: 1, filter: { sources: ["keygen"], search: "Acme Archive" }) { nodes { id displayName } }
    groups(first: 1, filter: { sources: ["splunk"] }) { nodes { id displayName } }
    keygenGroups: groups(first: 1, filter: { sources: ["keygen"] }) { nodes { id displayName } }
    stacks(first: 1) { nodes { id displayName } }
    pools(first: 1, filter: { sources: ["splunk"], search: "payments" }) { nodes { id displayName } }
    reconPools: pools(first: 1, filter: { sources: ["recon"], unit: BYTES }) { nodes { id displayName } }
    peers(first: 1, filter: { search: "idx-dev-01" }) { nodes { id displayName } }
    targets(first: 1, filter: { sources: ["recon"], licensed: true }) { nodes { id displayName } }
    machines: targets(first: 1, filter: { sources: ["keygen"] }) { nodes { id displayName } }
    dataUsages(first: 1) { nodes { id displayName } }
    policies(first: 1) { nodes { id displayName } }
    messages(first: 1, filter: { categories: ["QUOTA_EXCEEDED"] }) { nodes { id description } }
    quotas(first: 1, filter: { sources: ["splunk"], dimensions: [INDEXED_BYTES_PER_DAY], states: [CRITICAL] }) {
      nodes { id subject { id displayName } }
    }
  }`);
  const [message] = things.messages.nodes;
  const [quota] = things.quotas.nodes;
  if (message === undefined || quota === undefined) throw new Error('the demo has no message or no quota of the kind');
  const firstOf = (kind: string, page: Page, says: string): Case => {
    const [found] = page.nodes;
    if (found === undefined) throw new Error(`the demo has no ${kind}`);
    return { kind, id: found.id, title: found.displayName, says };
  };
  return [
    { kind: 'source', id: 'Source:splunk', title: 'splunk', says: 'What it holds' },
    firstOf('splunk-license', things.splunk, 'In force, but it expires'),
    firstOf('recon-license', things.recon, 'A limit that comes with it is exceeded'),
    firstOf('keygen-license', things.keygen, 'Would it be valid?'),
    firstOf('splunk-group', things.groups, 'Its stacks and licenses are those in use'),
    firstOf('keygen-group', things.keygenGroups, 'Most licenses'),
    firstOf('stack', things.stacks, 'Quota a day'),
    firstOf('pool', things.pools, 'Use by peer today'),
    firstOf('recon-pool', things.reconPools, 'Data that counts against it'),
    firstOf('peer', things.peers, 'Its searches are blocked by license warnings'),
    firstOf('recon-target', things.targets, 'It holds a license and counts against its pool'),
    firstOf('keygen-machine', things.machines, 'A license was activated on it'),
    firstOf('data-usage', things.dataUsages, 'were scanned here'),
    firstOf('policy', things.policies, 'Strategies'),
    { kind: 'message', id: message.id, title: 'Quota exceeded', says: message.description },
    {
      kind: 'quota',
      id: quota.id,
      title: `Indexed bytes per day of ${quota.subject.displayName}`,
      says: 'By which rule',
    },
  ];
}
