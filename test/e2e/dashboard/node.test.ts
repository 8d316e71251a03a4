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

  async function open(id: string, at: TestPage = opened) {
    await at.page.goto(`${world.gateway.url}${nodePath(id)}`);
  }

  it('opens for each kind, with what it is, its state and what belongs to it, without barriers in both themes', async () => {
    const { page } = opened;
    for (const { kind, id, title, says } of cases) {
      await open(id);
      await heading(title).waitFor();
      await page.getByText(says).first().waitFor();
      await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
      await opened.picture(`node-${kind}`);
      expect(await opened.barriers(), `${kind} in light colors`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await opened.picture(`node-${kind}-dark`);
      expect(await opened.barriers(), `${kind} in dark colors`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    expect(opened.wrongs).toEqual([]);
  }, 120_000);

  it('fits a phone: wide tables scroll within their own boxes', async () => {
    const phone = await browser.open(`${world.gateway.url}/`, { viewport: { width: 390, height: 800 } });
    await enterKeyOnPhone(phone);
    for (const { kind, id, title } of cases) {
      await open(id, phone);
      await heading(title, phone).waitFor();
      await phone.page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
      await phone.picture(`node-${kind}-phone`);
      const overflow = await phone.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, kind).toBeLessThanOrEqual(0);
    }
    expect(phone.wrongs).toEqual([]);
    await phone.close();
  }, 60_000);
});

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
  const caseOf = (kind: string, page: Page, says: string): Case => {
    const [found] = page.nodes;
    if (found === undefined) throw new Error(`the demo has no ${kind}`);
    return { kind, id: found.id, title: found.displayName, says };
  };
  return [
    { kind: 'source', id: 'Source:splunk', title: 'splunk', says: 'What it holds' },
    caseOf('splunk-license', things.splunk, 'In force, but it expires'),
    caseOf('recon-license', things.recon, 'A limit that comes with it is exceeded'),
    caseOf('keygen-license', things.keygen, 'Would it be valid?'),
    caseOf('splunk-group', things.groups, 'Its stacks and licenses are those in use'),
    caseOf('keygen-group', things.keygenGroups, 'Most licenses'),
    caseOf('stack', things.stacks, 'Quota a day'),
    caseOf('pool', things.pools, 'Use by peer today'),
    caseOf('recon-pool', things.reconPools, 'Data that counts against it'),
    caseOf('peer', things.peers, 'Its searches are blocked by license warnings'),
    caseOf('recon-target', things.targets, 'It holds a license and counts against its pool'),
    caseOf('keygen-machine', things.machines, 'A license was activated on it'),
    caseOf('data-usage', things.dataUsages, 'were scanned here'),
    caseOf('policy', things.policies, 'Strategies'),
    { kind: 'message', id: message.id, title: 'Quota exceeded', says: message.description },
    {
      kind: 'quota',
      id: quota.id,
      title: `Indexed bytes per day of ${quota.subject.displayName}`,
      says: 'By which rule',
    },
  ];
}
