/** The demo's licenses, a line or two each: every status, and each way to stand to a limit. */
import type { License } from '../state.js';
import type { DemoPolicy } from './demo-catalog.js';

export interface DemoLicense {
  readonly name: string;
  readonly policy: DemoPolicy;
  readonly group?: 'Acme' | 'Globex' | 'Initech';
  /** Index of its owner among the demo's users; the last of them is banned. */
  readonly owner?: number;
  readonly users?: number;
  /** Days from today; absent: never. */
  readonly expires?: number;
  /** Days since the last validation; absent: never validated. */
  readonly validated?: number;
  readonly created?: number;
  readonly machines?: number;
  /** Of each machine. */
  readonly cores?: number;
  readonly gib?: number;
  readonly processes?: number;
  /** Days since the last check-in, where the policy requires it; default 6. */
  readonly checkedIn?: number;
  readonly given?: Partial<License>;
}

/** Index of the user who is banned. */
export const BANNED_USER = 11;

export const demoLicenses: readonly DemoLicense[] = [
  {
    name: 'Acme Drafting',
    policy: 'Atlas Team',
    group: 'Acme',
    owner: 0,
    users: 3,
    expires: 210,
    validated: 0,
    machines: 2,
  },
  {
    name: 'Acme Modelling',
    policy: 'Atlas Team',
    group: 'Acme',
    owner: 1,
    users: 2,
    expires: 145,
    validated: 1,
    machines: 4,
  },
  {
    name: 'Acme Review',
    policy: 'Atlas Team',
    group: 'Acme',
    owner: 2,
    users: 4,
    expires: 88,
    validated: 0,
    machines: 5,
  },
  // The limit was lowered after the sixth activation: over a limit that allows no overage.
  { name: 'Acme Archive', policy: 'Atlas Team', group: 'Acme', owner: 3, expires: 61, validated: 2, machines: 6 },
  {
    name: 'Globex Studio East',
    policy: 'Atlas Studio',
    group: 'Globex',
    owner: 4,
    users: 1,
    expires: 300,
    validated: 0,
    machines: 3,
    cores: 4,
  },
  {
    name: 'Globex Studio West',
    policy: 'Atlas Studio',
    group: 'Globex',
    owner: 5,
    expires: 300,
    validated: 3,
    machines: 5,
    cores: 4,
  },
  {
    name: 'Globex Studio North',
    policy: 'Atlas Studio',
    group: 'Globex',
    owner: 5,
    expires: 25,
    validated: 1,
    machines: 6,
    cores: 4,
  },
  {
    name: 'Render Farm A',
    policy: 'Beacon Render',
    group: 'Globex',
    owner: 6,
    expires: 120,
    validated: 0,
    machines: 3,
    cores: 32,
    gib: 64,
    processes: 3,
  },
  {
    name: 'Render Farm B',
    policy: 'Beacon Render',
    group: 'Globex',
    owner: 6,
    expires: 120,
    validated: 0,
    machines: 4,
    cores: 32,
    gib: 32,
    processes: 2,
  },
  {
    name: 'Render Farm C',
    policy: 'Beacon Render',
    owner: 6,
    expires: 15,
    validated: 4,
    machines: 2,
    cores: 16,
    gib: 16,
    processes: 1,
  },
  { name: 'Reports API', policy: 'Beacon Metered', owner: 7, validated: 0, machines: 2, given: { uses: 8_420 } },
  { name: 'Partner API', policy: 'Beacon Metered', owner: 8, validated: 1, machines: 9, given: { uses: 9_950 } },
  { name: 'Internal API', policy: 'Beacon Metered', validated: 6, machines: 1, given: { uses: 310 } },
  {
    name: 'Initech Enterprise',
    policy: 'Atlas Enterprise',
    group: 'Initech',
    owner: 9,
    users: 8,
    expires: 330,
    validated: 0,
    machines: 12,
    cores: 8,
    gib: 32,
  },
  {
    name: 'Initech Enterprise DR',
    policy: 'Atlas Enterprise',
    group: 'Initech',
    owner: 9,
    users: 2,
    expires: 330,
    validated: 9,
    machines: 4,
    cores: 8,
    gib: 32,
  },
  {
    // Overdue: its check-in is due monthly.
    name: 'Umbrella Enterprise',
    checkedIn: 40,
    policy: 'Atlas Enterprise',
    owner: 10,
    users: 10,
    expires: 47,
    validated: 1,
    machines: 7,
    cores: 16,
    gib: 64,
  },
  { name: 'Workshop PC 1', policy: 'Atlas Desktop', validated: 5, machines: 1 },
  { name: 'Workshop PC 2', policy: 'Atlas Desktop', validated: 12, machines: 1 },
  { name: 'Workshop PC 3', policy: 'Atlas Desktop', validated: 33, machines: 1 },
  { name: 'Front Desk', policy: 'Atlas Desktop', validated: 71, machines: 0 },
  { name: 'Travel Laptop', policy: 'Atlas Desktop', owner: 7, validated: 2, machines: 1 },
  // EXPIRING
  {
    name: 'Acme Trial',
    policy: 'Atlas Trial',
    group: 'Acme',
    owner: 0,
    expires: 2,
    validated: 0,
    created: 12,
    machines: 1,
  },
  { name: 'Hooli Trial', policy: 'Atlas Trial', expires: 1, validated: 1, created: 13, machines: 1 },
  // EXPIRED, with each of the policies' four consequences
  { name: 'Vehement Trial', policy: 'Atlas Trial', expires: -4, validated: 5, created: 18 },
  { name: 'Stark Studio', policy: 'Atlas Studio', owner: 4, expires: -20, validated: 21, machines: 2, cores: 4 },
  {
    name: 'Wayne Render',
    policy: 'Beacon Render',
    owner: 6,
    expires: -1,
    validated: 1,
    machines: 1,
    cores: 16,
    gib: 32,
  },
  { name: 'Cyberdyne Team', policy: 'Atlas Team', owner: 2, expires: -75, validated: 80, machines: 1 },
  // INACTIVE
  { name: 'Closet Server', policy: 'Atlas Desktop', validated: 130, machines: 1 },
  { name: 'Spare Seat', policy: 'Atlas Desktop' },
  { name: 'Legacy Cluster', policy: 'Beacon Render', expires: 200, validated: 240, machines: 2, cores: 8, gib: 16 },
  // SUSPENDED
  {
    name: 'Soylent Team',
    policy: 'Atlas Team',
    owner: 3,
    expires: 90,
    validated: 10,
    machines: 2,
    given: { suspended: true },
  },
  {
    name: 'Massive Dynamic',
    policy: 'Atlas Enterprise',
    users: 1,
    expires: 14,
    validated: 3,
    machines: 2,
    given: { suspended: true },
  },
  // BANNED
  { name: 'Tyrell Desktop', policy: 'Atlas Desktop', owner: BANNED_USER, validated: 8, machines: 1 },
];
