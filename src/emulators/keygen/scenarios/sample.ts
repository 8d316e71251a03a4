/** The vendor documentation's own license, verbatim, and the few things it refers to. */
import { createKeygenState, type KeygenState } from '../state.js';
import { license, machine, policy, product, user } from './rows.js';

/**
 * What the documentation's server believed the time to be: the sample was validated the day before, and ACTIVE, as it says,
 * holds only until 90 days after that. Used when the emulator is given no clock.
 */
export const SAMPLE_PRESENT = new Date('2021-03-16T00:00:00.000Z');

const CREATED = new Date('2017-01-02T20:26:53.464Z');
const LICENSE_ID = 'b18e3f3a-330c-4d8d-ae2e-014db21fa827';
const PRODUCT_ID = 'eb4e14a7-ea41-4ede-b3fe-5e835c17156b';
const POLICY_ID = '70af414d-6152-4ff1-892b-15a40ada6b4e';
const OWNER_ID = 'e8bf27c0-5f9c-4135-a65c-f52706c5fd4c';
const YEAR_SECONDS = 365 * 86_400;

export function sampleState(): KeygenState {
  const state = createKeygenState('documentation');
  state.products.insert(
    product({
      id: PRODUCT_ID,
      created: CREATED,
      name: 'Example App',
      code: 'example',
      url: 'https://example.com',
      platforms: ['macOS', 'Windows', 'Linux'],
    }),
  );
  // Node-locked, as the license says; its five machines are an override on the license.
  state.policies.insert(
    policy({
      id: POLICY_ID,
      created: CREATED,
      name: 'Example Policy',
      productId: PRODUCT_ID,
      duration: YEAR_SECONDS,
      maxMachines: 1,
      maxCores: 64,
    }),
  );
  state.users.insert(
    user({ id: OWNER_ID, created: CREATED, email: 'jdoe@example.com', firstName: 'John', lastName: 'Doe' }),
  );
  state.licenses.insert(
    license({
      id: LICENSE_ID,
      created: CREATED,
      key: '6DFB15-6597FC-B7DBB6-E34DAB-9D77C0-V3',
      expiry: new Date('2022-03-15T19:27:50.440Z'),
      version: '1.0.0',
      maxMachines: 5,
      lastValidated: new Date('2021-03-15T19:27:50.440Z'),
      productId: PRODUCT_ID,
      policyId: POLICY_ID,
      ownerId: OWNER_ID,
    }),
  );
  state.machines.insert(
    machine({
      id: '9c4c90c8-d4d3-4571-9363-4c7b0332a6a4',
      created: CREATED,
      fingerprint: '4d:Eq:UV:D3:XZ:tL:WN:Bz:mA:Eg:E6:Mk:YX:dK:NC',
      name: 'Office MacBook Pro',
      platform: 'macOS',
      cores: 8,
      licenseId: LICENSE_ID,
      ownerId: OWNER_ID,
    }),
  );
  state.machines.insert(
    machine({
      id: '5b1f3d6e-7c8a-4e21-9a53-2f6f0f5a9c17',
      created: new Date('2017-02-11T09:14:05.120Z'),
      fingerprint: '7f:Ab:KQ:P2:LM:zR:VT:Xc:nD:Hh:S4:Jp:WB:eG:RY',
      name: 'Home Workstation',
      platform: 'Windows',
      cores: 16,
      licenseId: LICENSE_ID,
      ownerId: OWNER_ID,
    }),
  );
  return state;
}
