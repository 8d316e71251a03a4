/** Every view, where it is, and what it is called. */
import {
  Activity,
  BellRing,
  Boxes,
  ChartLine,
  CircleGauge,
  Database,
  FlaskConical,
  Gauge,
  HardDrive,
  KeyRound,
  Layers,
  type LucideIcon,
  Network,
  ScrollText,
  ShieldCheck,
  SquareStack,
  Target,
  UsersRound,
} from 'lucide-react';
import type { Role } from './generated/graphql.js';

export interface Place {
  readonly path: string;
  readonly title: string;
  readonly icon: LucideIcon;
  /** What it is narrowed to when it is opened by its name. */
  readonly usual?: Readonly<Record<string, string>>;
  /** The least role that may open it. */
  readonly role?: Role;
}

export interface Section {
  readonly title: string | null;
  readonly places: readonly Place[];
}

/** What still holds and nobody has acknowledged. */
export const unreadMessages = { active: 'true', acknowledged: 'false' } as const;

/** As the navigation shows them. */
export const sections: readonly Section[] = [
  {
    title: null,
    places: [
      { path: '/', title: 'Overview', icon: CircleGauge },
      { path: '/messages', title: 'Messages', icon: BellRing, usual: unreadMessages },
      { path: '/history', title: 'History', icon: ChartLine },
      { path: '/what-if', title: 'What if', icon: FlaskConical },
    ],
  },
  {
    title: 'Vendors',
    places: [
      { path: '/splunk', title: 'Splunk', icon: Activity },
      { path: '/enterprise-recon', title: 'Enterprise Recon', icon: ShieldCheck },
      { path: '/keygen', title: 'Keygen', icon: KeyRound },
    ],
  },
  {
    title: 'Everything',
    places: [
      { path: '/sources', title: 'Sources', icon: Database },
      { path: '/licenses', title: 'Licenses', icon: KeyRound },
      { path: '/quotas', title: 'Quotas', icon: Gauge },
      { path: '/groups', title: 'Groups', icon: UsersRound },
      { path: '/stacks', title: 'Stacks', icon: SquareStack },
      { path: '/pools', title: 'Pools', icon: Layers },
      { path: '/peers', title: 'Peers', icon: Network },
      { path: '/targets', title: 'Targets', icon: Target },
      { path: '/data-usages', title: 'Data usage', icon: HardDrive },
      { path: '/policies', title: 'Policies', icon: Boxes },
      { path: '/audit', title: 'Audit', icon: ScrollText, role: 'ADMIN' },
    ],
  },
];

export const places: readonly Place[] = sections.flatMap((section) => section.places);

/** Where the navigation leads to. */
export function placePath({ path, usual }: Pick<Place, 'path' | 'usual'>): string {
  return usual === undefined ? path : `${path}?${new URLSearchParams(usual)}`;
}

/** The detail page of anything with a global id. */
export function nodePath(id: string): string {
  return `/node/${encodeURIComponent(id)}`;
}

/** Which object a detail page's path names: the path as the address bar has it, since ids hold percent signs of their own. */
export function nodeIdOf(path: string): string {
  const encoded = path.slice('/node/'.length);
  try {
    return decodeURIComponent(encoded);
  } catch {
    // No address that this page makes; nothing has such an id.
    return encoded;
  }
}

/** How the use of something went. */
export function historyPath(id: string): string {
  return `/history?subject=${encodeURIComponent(id)}`;
}
