import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SplunkState, standInLicense } from '../../../src/emulators/splunk/index.js';
import { CHROMIUM_NOTE, enterKey, hasChromium, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

const GIB = 1024n ** 3n;

describe.skipIf(!hasChromium)(`Splunk on the dashboard in Chromium ${CHROMIUM_NOTE}`, { timeout: 120_000 }, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  let pristine: SplunkState;
  beforeAll(async () => {
    world = await startDemoWorld();
    pristine = structuredClone(world.emulators.splunk.state);
    browser = await openBrowser();
  });
  beforeEach(async () => {
    Object.assign(world.emulators.splunk.state, structuredClone(pristine));
    await world.gateway.refresh('splunk');
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function open(key: string, options = {}) {
    const opened = await browser.open(`${world.gateway.url}/splunk`, options);
    await enterKey(opened, key);
    await stackTable(opened.page)
      .getByRole('row', { name: /sandbox/ })
      .waitFor();
    await opened.page.getByRole('heading', { name: 'Peers by warnings left' }).waitFor();
    await opened.page.getByRole('row', { name: /idx-dev-01/ }).waitFor();
    return opened;
  }
  const poolAtVendor = (name: string) => world.emulators.splunk.state.pools.find((pool) => pool.name === name);

  it.each([
    ['light', 1400],
    ['dark', 1400],
    ['light', 390],
  ] as const)('shows how a stack is shared and who will be blocked, in %s at %i pixels', async (colorScheme, width) => {
    const opened = await open(keys.ADMIN, { colorScheme, viewport: { width, height: 900 } });
    const { page, wrongs } = opened;
    const stack = page.getByRole('region', { name: 'Stack Splunk Enterprise' });
    await stack
      .getByText('65 GB a day are given to pools with a size of their own; 15 GB are in no pool.')
      .first()
      .waitFor();
    const peers = page.getByRole('region', { name: 'Peers by warnings left' }).getByRole('row');
    expect(await peers.nth(1).textContent()).toMatch(/idx-dev-01\s*Blocked\s*none left/);
    expect(await peers.nth(2).textContent()).toMatch(/idx-pay-01\s*Works\s*2 left/);
    expect(await peers.last().textContent()).toMatch(
      /Not known\s*cannot be known\s*The limit is not known: the peer is in no pool/,
    );
    await opened.picture(`splunk-${colorScheme}-${width}`);
    expect(await opened.barriers()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('edits a pool: first what would change, then the change, then the new number', async () => {
    const opened = await open(keys.OPERATOR);
    const { page, wrongs } = opened;
    await page.getByRole('button', { name: 'Edit sandbox' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit the pool “sandbox”' });
    expect(await dialog.getByLabel('Quota a day').inputValue()).toBe('4GB');
    expect(await dialog.getByRole('button', { name: 'Show what would change' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Quota a day').fill('6GB');
    await opened.picture('splunk-pool-form');
    expect(await opened.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    const row = dialog.getByRole('row', { name: /sandbox/ });
    expect(await row.first().textContent()).toMatch(
      /5.13 GB of 4 GB\s*128 %\s*Exceeded\s*5.13 GB of 6 GB\s*85.4 %\s*Warning/,
    );
    await opened.picture('splunk-pool-preview');
    expect(await opened.barriers()).toEqual([]);
    expect(poolAtVendor('sandbox')?.quota).toBe(4n * GIB);
    await dialog.getByRole('button', { name: 'Change the pool' }).click();
    await page.getByText('The pool “sandbox” is changed.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await stackTable(page)
      .getByRole('row', { name: /sandbox/ })
      .getByText('5.13 GB of 6 GB')
      .waitFor();
    expect(poolAtVendor('sandbox')?.quota).toBe(6n * GIB);
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: 'Edit sandbox' }))
      .waitFor();
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('says beside the field what is wrong with it, and keeps what was typed', async () => {
    const opened = await open(keys.ADMIN);
    const { page, wrongs } = opened;
    await page.getByRole('button', { name: 'New pool' }).click();
    const dialog = page.getByRole('dialog', { name: 'New pool in Splunk Enterprise' });
    const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
    const adding = dialog.getByLabel('Add a peer');
    await field('Name').fill('mobile');
    await field('Quota a day').fill('lots');
    await field('Description').fill('The mobile app');
    await adding.fill('no-guid');
    await adding.press('Enter');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByText('write MAX, or digits with an optional KB, MB or GB').waitFor();
    await dialog.getByRole('listitem').getByText('this is no GUID of a peer').waitFor();
    expect(await field('Quota a day').getAttribute('aria-invalid')).toBe('true');
    await opened.picture('splunk-pool-refused');
    expect(await opened.barriers()).toEqual([]);
    await field('Quota a day').fill('MAX');
    await dialog.getByRole('button', { name: 'Take out no-guid' }).click();
    await adding.fill('idx-lab');
    await page.getByRole('option', { name: /idx-lab-99/ }).click();
    await dialog.getByRole('listitem').getByText('idx-lab-99').waitFor();
    // Closed by accident: nothing is lost.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'New pool' }).click();
    expect(await field('Description').inputValue()).toBe('The mobile app');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog
      .getByRole('row', { name: /mobile/ })
      .getByText('0 bytes of 15 GB')
      .waitFor();
    // Somebody else is faster, so that the vendor has a MAX pool already.
    const { pools } = world.emulators.splunk.state;
    pools.push({
      ...structuredClone(poolAtVendor('archive') as (typeof pools)[number]),
      name: 'faster',
      quota: 'MAX',
      peers: [],
    });
    await dialog.getByRole('button', { name: 'Make the pool' }).click();
    await dialog.getByText('You can only have one pool with MAX size in a stack').waitFor();
    expect(await field('Quota a day').inputValue()).toBe('MAX');
    expect(await field('Name').inputValue()).toBe('mobile');
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('says what somebody else has changed meanwhile, and goes on from there', async () => {
    const opened = await open(keys.OPERATOR);
    const { page, wrongs } = opened;
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Edit web' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit the pool “web”' });
    await dialog.getByLabel('Description').fill('The shop');
    const web = poolAtVendor('web');
    if (web === undefined) throw new Error('the demo has a pool web');
    web.quota = 28n * GIB;
    await world.gateway.refresh('splunk');
    await dialog.getByText('Since you began, its quota is 28GB and was 30GB.').waitFor();
    expect(await opened.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Go on from there' }).click();
    expect(await dialog.getByLabel('Quota a day').inputValue()).toBe('28GB');
    expect(await dialog.getByLabel('Description').inputValue()).toBe('The shop');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByText('No quota changes by this.').waitFor();
    await dialog.getByRole('button', { name: 'Change the pool' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(poolAtVendor('web')).toMatchObject({ quota: 28n * GIB, description: 'The shop' });
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('is used by the keyboard alone', async () => {
    const opened = await open(keys.ADMIN);
    const { page, wrongs } = opened;
    await page.getByRole('button', { name: 'Edit archive' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Edit the pool “archive”' });
    await focused(page, 'Quota a day');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2GB');
    await page.keyboard.press('Enter');
    await dialog
      .getByRole('row', { name: /archive/ })
      .first()
      .waitFor();
    // The focus stays within the dialog, however often Tab is pressed.
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.locator(':focus').count()).toBe(1);
    }
    await dialog.getByRole('button', { name: 'Change the pool' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(poolAtVendor('archive')?.quota).toBe(2n * GIB);
    await page.getByRole('button', { name: 'Delete archive' }).focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Delete the pool “archive”?' });
    await focused(page, 'The name, to confirm');
    await page.keyboard.type('archiv');
    await page.keyboard.press('Enter');
    expect(await question.getByRole('button', { name: 'Delete the pool' }).isDisabled()).toBe(true);
    expect(poolAtVendor('archive')).toBeDefined();
    expect(await opened.barriers()).toEqual([]);
    await page.keyboard.type('e');
    await page.keyboard.press('Enter');
    await page.getByText('The pool “archive” is deleted.').waitFor();
    await stackTable(page)
      .getByRole('row', { name: /archive/ })
      .waitFor({ state: 'detached' });
    await page.locator('#view:focus').waitFor();
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('offers a viewer nothing that changes anything', async () => {
    const opened = await open(keys.VIEWER);
    const { page, wrongs } = opened;
    expect(await page.getByRole('button', { name: /Edit|Delete|Activate|New pool|Upload/ }).count()).toBe(0);
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('takes a license, and tells why it does not take another', async () => {
    const opened = await open(keys.ADMIN);
    const { page, wrongs } = opened;
    await page.getByRole('button', { name: 'Upload license' }).click();
    const dialog = page.getByRole('dialog', { name: 'Upload a license to splunk' });
    await dialog.getByText('Pasted text').click();
    const text = dialog.getByLabel('Text of the license');
    await text.fill('<license>no more than that</license>');
    await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
    await dialog.getByText('INVALID_LICENSE_FILE').waitFor();
    expect(await text.inputValue()).toBe('<license>no more than that</license>');
    expect(await opened.barriers()).toEqual([]);
    await text.fill(standInLicense({ quota: 5n * GIB, label: 'Autumn', guid: 'AAAAAAAA-0000-4000-8000-000000000007' }));
    await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByRole('region', { name: 'Licenses of Splunk Enterprise' })
      .getByRole('row', { name: /Autumn/ })
      .waitFor();
    await page.getByRole('button', { name: 'Delete Autumn' }).click();
    const question = page.getByRole('dialog', { name: 'Delete this license?' });
    await question.getByLabel('The name, to confirm').fill('Autumn');
    await question.getByRole('button', { name: 'Delete the license' }).click();
    await page.getByText('The license “Autumn” is deleted.').waitFor();
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('deletes a license after its name was typed, and tells why the last one stays', async () => {
    const opened = await open(keys.ADMIN);
    const { page, wrongs } = opened;
    const remove = async (name: string) => {
      await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click();
      const question = page.getByRole('dialog', { name: 'Delete this license?' });
      await question.getByLabel('The name, to confirm').fill(name);
      await question.getByRole('button', { name: 'Delete the license' }).click();
      return question;
    };
    for (const name of ['Splunk Enterprise, last year', 'Splunk Enterprise, peak season']) {
      await remove(name);
      await page.getByText(`The license “${name}” is deleted.`).waitFor();
    }
    const question = await remove('Splunk Enterprise');
    await question.getByText('LAST_LICENSE_IN_ACTIVE_GROUP').waitFor();
    await opened.picture('splunk-license-refused');
    expect(await opened.barriers()).toEqual([]);
    expect(wrongs).toEqual([]);
    await opened.close();
  });

  it('activates a group after it said what stops counting, and says why its pools are fixed', async () => {
    const opened = await open(keys.OPERATOR, { colorScheme: 'dark' });
    const { page, wrongs } = opened;
    await page.getByRole('button', { name: 'Activate Forwarder' }).click();
    const question = page.getByRole('dialog', { name: 'Make “Forwarder” the active group?' });
    await question.getByText('Of “Enterprise” these stop counting:').waitFor();
    await question.getByText('Stack Splunk Enterprise (').waitFor();
    await question.getByLabel('The name, to confirm').fill('Forwarder');
    await opened.picture('splunk-activate');
    expect(await opened.barriers()).toEqual([]);
    await question.getByRole('button', { name: 'Activate the group' }).click();
    await page.getByRole('heading', { level: 2, name: 'Forwarder' }).waitFor();
    await page.getByText('Fixed: Splunk makes the pools of this kind of stack itself').first().waitFor();
    expect(await page.getByRole('button', { name: /Edit|New pool/ }).count()).toBe(0);
    expect(world.emulators.splunk.state.groups.find(({ isActive }) => isActive)?.name).toBe('Forwarder');
    expect(wrongs).toEqual([]);
    await opened.close();
  });
});

function stackTable(page: Page) {
  return page.getByRole('region', { name: 'Pools of Splunk Enterprise' });
}

async function focused(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).and(page.locator(':focus')).waitFor();
}
