import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe.skipIf(!hasChromium)(`Keygen in the dashboard in Chromium ${CHROMIUM_NOTE}`, { timeout: 120_000 }, () => {
  let world: DemoWorld;
  let browser: TestBrowser;
  beforeAll(async () => {
    world = await startDemoWorld();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const licenseAt = (name: string) => world.emulators.keygen.state.licenses.all().find((each) => each.name === name);
  const machinesAt = (name: string) =>
    world.emulators.keygen.state.machines.by('license', licenseAt(name)?.id ?? 'none').length;

  async function opened(key: string, name: string, options = {}): Promise<TestPage> {
    const view = await browser.open(`${world.gateway.url}/keygen?search=${encodeURIComponent(name)}`, options);
    await enterKey(view, key);
    await view.page.getByRole('button', { name }).first().click();
    await view.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    await view.page.getByRole('heading', { name: 'Terms' }).waitFor();
    return view;
  }

  /** Opens one of the license's buttons, and answers its form. */
  async function form(page: Page, button: string): Promise<Locator> {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  async function confirm(page: Page, button: string, told: string): Promise<void> {
    const dialog = await form(page, button);
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await page.getByText(told).waitFor();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('shows a viewer limits, machines and the verdict with its reason, and neither keys nor buttons that change anything', async () => {
    const view = await opened(keys.VIEWER, 'Acme Archive');
    const { page } = view;
    await page.getByText('Not valid').waitFor();
    await page.getByText('(TOO_MANY_MACHINES)').waitFor();
    const limits = page.getByRole('region', { name: 'Table of the limits of Acme Archive' });
    expect(await limits.getByRole('row', { name: /Machines/ }).textContent()).toContain('6 of 5');
    await page.getByRole('region', { name: 'Table of machines' }).getByRole('row').nth(6).waitFor();
    for (const name of ['Suspend', 'Edit', 'Revoke', 'Activate machine', 'New license', 'Show the key']) {
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    }
    expect(await page.getByRole('button', { name: /Deactivate/ }).count()).toBe(0);
    expect(await view.barriers()).toEqual([]);
    await view.picture('keygen-viewer-light');
    await page.setViewportSize({ width: 390, height: 844 });
    await view.picture('keygen-phone');
    expect(view.wrongs).toEqual([]);
    await view.close();
  });

  it('takes a license through its life, seen at the vendor and on the page', async () => {
    const view = await opened(keys.OPERATOR, 'Umbrella Enterprise', { colorScheme: 'dark' });
    const { page } = view;
    expect(await view.barriers()).toEqual([]);
    await view.picture('keygen-dark');
    const name = 'Umbrella Enterprise';
    expect(await page.getByRole('button', { name: 'Revoke' }).count()).toBe(0);

    await confirm(page, 'Suspend', `“${name}” is suspended.`);
    expect(licenseAt(name)?.suspended).toBe(true);
    await confirm(page, 'Reinstate', `“${name}” is reinstated.`);
    expect(licenseAt(name)?.suspended).toBe(false);
    const expiry = licenseAt(name)?.expiry?.getTime() ?? 0;
    await confirm(page, 'Renew', `“${name}” is renewed.`);
    expect(licenseAt(name)?.expiry?.getTime()).toBeGreaterThan(expiry);
    const checkedIn = licenseAt(name)?.lastCheckIn?.getTime() ?? 0;
    await confirm(page, 'Check in', `“${name}” is checked in.`);
    expect(licenseAt(name)?.lastCheckIn?.getTime()).toBeGreaterThan(checkedIn);

    const uses = await form(page, 'Count uses');
    await uses.getByLabel('By how many').fill('7');
    await uses.getByLabel('By how many').press('Enter');
    await page.getByText(`The uses of “${name}” are counted up by 7.`).waitFor();
    expect(licenseAt(name)?.uses).toBe(7);
    await form(page, 'Count uses');
    await uses.getByText('Down').click();
    await uses.getByLabel('By how many').fill('2');
    await uses.getByRole('button', { name: 'Count down' }).click();
    await page.getByText(`The uses of “${name}” are counted down by 2.`).waitFor();
    expect(licenseAt(name)?.uses).toBe(5);
    await confirm(page, 'Reset uses', `The uses of “${name}” are 0.`);
    expect(licenseAt(name)?.uses).toBe(0);

    const validated = licenseAt(name)?.lastValidated?.getTime() ?? 0;
    const verdict = await form(page, 'Validate');
    await verdict.getByRole('button', { name: 'Validate' }).click();
    await verdict.getByText('Keygen answers:').waitFor();
    expect(licenseAt(name)?.lastValidated?.getTime()).toBeGreaterThan(validated);
    await verdict.getByRole('button', { name: 'Close', exact: true }).last().click();

    expect(await page.getByText(licenseAt(name)?.key ?? 'no key').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the key' }).click();
    await page.getByText(licenseAt(name)?.key ?? 'no key').waitFor();
    expect(view.wrongs).toEqual([]);
    await view.close();
  });

  it('overrides a limit and gives it back to the policy', async () => {
    const view = await opened(keys.OPERATOR, 'Acme Drafting');
    const { page } = view;
    const edit = await form(page, 'Edit');
    await edit.getByLabel('Machines', { exact: true }).selectOption({ label: 'Set to' });
    const number = edit.getByLabel('Machines, a number');
    await number.fill('many');
    await edit.getByText('A whole number, in digits.').waitFor();
    expect(await edit.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await number.fill('9');
    expect(await view.barriers()).toEqual([]);
    await view.picture('keygen-edit-light');
    await edit.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“Acme Drafting” is changed.').first().waitFor();
    expect(licenseAt('Acme Drafting')?.maxMachines).toBe(9);
    const limits = page.getByRole('region', { name: 'Table of the limits of Acme Drafting' });
    await limits.getByText('2 of 9').waitFor();

    await form(page, 'Edit');
    await edit.getByLabel('Machines', { exact: true }).selectOption({ label: 'As the policy says (5)' });
    await edit.getByRole('button', { name: 'Save' }).click();
    await limits.getByText('2 of 5').waitFor();
    expect(licenseAt('Acme Drafting')?.maxMachines).toBeNull();
    expect(view.wrongs).toEqual([]);
    await view.close();
  });

  it('keeps the form when a machine is one too many, and activates and deactivates machines', async () => {
    const view = await opened(keys.OPERATOR, 'Workshop PC 1');
    const { page } = view;
    const activate = await form(page, 'Activate machine');
    await activate.getByLabel('Fingerprint').fill('aa:bb:cc');
    await activate.getByLabel('Host name').fill('bench-7');
    await activate.getByRole('button', { name: 'Activate', exact: true }).click();
    await activate.getByText('(MACHINE_LIMIT_EXCEEDED)').waitFor();
    await activate.getByText('Deactivate a machine that is no longer used').waitFor();
    expect(await activate.getByLabel('Host name').inputValue()).toBe('bench-7');
    expect(await view.barriers()).toEqual([]);
    await view.picture('keygen-machine-refused');
    await activate.getByRole('button', { name: 'Close', exact: true }).last().click();

    const deactivate = await form(page, 'Deactivate Workshop PC 1 1');
    await deactivate.getByRole('button', { name: 'Deactivate', exact: true }).press('Enter');
    await page.getByText('is deactivated.').waitFor();
    await deactivate.waitFor({ state: 'hidden' });
    expect(machinesAt('Workshop PC 1')).toBe(0);
    await form(page, 'Activate machine');
    expect(await activate.getByLabel('Fingerprint').inputValue()).toBe('aa:bb:cc');
    await activate.getByRole('button', { name: 'Activate', exact: true }).click();
    await page.getByText('The machine “aa:bb:cc” is activated.').waitFor();
    expect(machinesAt('Workshop PC 1')).toBe(1);
    expect(view.wrongs).toEqual([]);
    await view.close();
  });

  it('makes a license, and revokes it once its name was typed', async () => {
    const view = await opened(keys.ADMIN, 'Closet Server');
    const { page } = view;
    const make = await form(page, 'New license');
    await make.getByLabel('Policy').selectOption({ label: 'Atlas Team' });
    await make.getByLabel('Group').selectOption({ label: 'Initech' });
    await make.getByLabel('Name', { exact: true }).fill('Short Lived');
    await make.getByLabel('Key').fill('SHORT-LIVED-KEY-1');
    await make.getByLabel('Uses', { exact: true }).selectOption({ label: 'Set to' });
    await make.getByLabel('Uses, a number').fill('12');
    expect(await view.barriers()).toEqual([]);
    await make.getByRole('button', { name: 'Create the license' }).click();
    await page.getByRole('heading', { level: 2, name: 'Short Lived' }).waitFor();
    expect(licenseAt('Short Lived')).toMatchObject({ key: 'SHORT-LIVED-KEY-1', maxUses: 12, maxMachines: null });

    const revoke = await form(page, 'Revoke');
    const really = revoke.getByRole('button', { name: 'Revoke' });
    expect(await really.isDisabled()).toBe(true);
    await revoke.getByLabel('The name, to confirm').fill('Short');
    expect(await really.isDisabled()).toBe(true);
    await revoke.getByLabel('The name, to confirm').fill('Short Lived');
    await really.click();
    await page.getByText('Choose a license to see').waitFor();
    expect(licenseAt('Short Lived')).toBeUndefined();
    expect(view.wrongs).toEqual([]);
    await view.close();
  });
});
