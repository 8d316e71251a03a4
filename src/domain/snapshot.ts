/** Everything one source said at one moment, in our own vocabulary. */
import type {
  DataUsage,
  Finding,
  Group,
  License,
  Meter,
  Peer,
  Policy,
  Pool,
  Stack,
  Target,
  VendorMessage,
} from './entities.js';
import type { JsonObject } from './json.js';

export interface Snapshot {
  /** When the read began, by the gateway's clock. */
  readonly observedAt: Date;
  readonly version: string | null;
  /** How far the vendor's clock is ahead of ours, in milliseconds; 0 where it does not tell, or is as good as ours. */
  readonly clockSkewMs: number;
  /** IANA zone or fixed offset (`-07:00`) in which the source counts its days; null when it has no days. */
  readonly timeZone: string | null;
  /** Fields of Source that only this kind has, by their GraphQL names. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly vendorFields: JsonObject;
  readonly licenses: readonly License[];
  readonly groups: readonly Group[];
  readonly stacks: readonly Stack[];
  readonly pools: readonly Pool[];
  readonly peers: readonly Peer[];
  readonly targets: readonly Target[];
  readonly dataUsages: readonly DataUsage[];
  readonly policies: readonly Policy[];
  /** Null: the vendor did not say; those it showed before stay as they were. */
  readonly messages: readonly VendorMessage[] | null;
  readonly meters: readonly Meter[];
  readonly findings: readonly Finding[];
  /** Parts the source refused (403) or does not have (404); the rest stands. */
  readonly gaps: readonly Gap[];
  /** By which the connection that read it can tell later what has changed since; absent where it cannot. */
  readonly mark?: ReadMark;
}

/** Meaningful to the connection it came from alone. */
export interface ReadMark {
  readonly isMark: true;
}

/** What has changed of a source since a snapshot: of some licenses and groups everything, of all others nothing. */
export interface SnapshotChanges
  extends Pick<Snapshot, 'observedAt' | 'clockSkewMs' | 'version' | 'timeZone' | 'details' | 'vendorFields' | 'gaps'> {
  readonly part: LicensesPart;
  /** Whose meters are others, and all of theirs. */
  readonly groups: readonly Group[];
  readonly groupMeters: readonly Meter[];
  readonly mark: ReadMark;
}

/** Some licenses read anew, each with all that belongs to it. */
export interface LicensesPart {
  /** Global ids of those that were asked for: one of which there is no license here is gone. */
  readonly licenseIds: readonly string[];
  readonly licenses: readonly License[];
  /** All of these licenses. */
  readonly targets: readonly Target[];
  /** All of these licenses. */
  readonly meters: readonly Meter[];
}

type Belongings = Pick<LicensesPart, 'licenses' | 'targets' | 'meters'>;

/** Of what was read of these licenses, what is theirs: a row that claims another license, or none, is not. */
export function partOf(licenseIds: readonly string[], read: Belongings): LicensesPart {
  const own = new Set(licenseIds);
  return { licenseIds, ...belongings(read, (licenseId) => licenseId !== null && own.has(licenseId)) };
}

/** The snapshot with what has been read anew of some licenses in place of what it says of them. */
export function withPart(snapshot: Snapshot, part: LicensesPart): Snapshot {
  return { ...snapshot, ...renewed(snapshot, part) };
}

/** What has been read anew of some licenses, and then of others or of the same. */
export function joinedParts(first: LicensesPart | null, next: LicensesPart): LicensesPart {
  if (first === null) return next;
  const licenseIds = [...new Set([...first.licenseIds, ...next.licenseIds])];
  return { licenseIds, ...renewed(first, next) };
}

function renewed(before: Belongings, { licenseIds, licenses, targets, meters }: LicensesPart): Belongings {
  const own = new Set(licenseIds);
  const rest = belongings(before, (licenseId) => licenseId === null || !own.has(licenseId));
  return {
    licenses: [...rest.licenses, ...licenses],
    targets: [...rest.targets, ...targets],
    meters: [...rest.meters, ...meters],
  };
}

function belongings(read: Belongings, isOf: (licenseId: string | null) => boolean): Belongings {
  return {
    licenses: read.licenses.filter(({ id }) => isOf(id)),
    targets: read.targets.filter(({ licenseId }) => isOf(licenseId)),
    meters: read.meters.filter(({ subjectId }) => isOf(subjectId)),
  };
}

export interface Gap {
  /** The vendor's name of the part, e.g. `peers`. */
  readonly part: string;
  readonly code: string;
  readonly message: string;
}

/** A snapshot with nothing in it, to build on. */
export function emptySnapshot(observedAt: Date): Snapshot {
  return {
    observedAt,
    clockSkewMs: 0,
    version: null,
    timeZone: null,
    details: {},
    vendorFields: {},
    licenses: [],
    groups: [],
    stacks: [],
    pools: [],
    peers: [],
    targets: [],
    dataUsages: [],
    policies: [],
    messages: [],
    meters: [],
    findings: [],
    gaps: [],
  };
}
