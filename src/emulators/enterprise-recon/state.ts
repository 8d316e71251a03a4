/** What an emulated installation holds: a plain object that tests and uploads change in place. */

export interface EnterpriseReconState {
  readonly credentials: { username: string; password: string };
  /** Null: a server too old to have `GET /v1/server`. */
  server: { version: string } | null;
  /** The answer of `GET /v1/licenses`, as it is sent. */
  licenses: LicensesBody;
  /** Serials of the licenses uploaded since the start: each is taken once. A start has forgotten them. */
  readonly usedSerials: Set<string>;
}

/** Numbers are strings in the vendor's samples, all but the legacy `expires`; both are sent as they stand here. */
export interface LicensesBody {
  state?: string;
  company?: string;
  edition?: string;
  expires?: string | number;
  warning?: string;
  targets?: TargetRow[];
  summary?: SummaryRow[];
  datausage?: DataUsageRow[];
}

export interface TargetRow {
  name: string;
  id: string;
  type: string;
}

export interface SummaryRow {
  type: string;
  comment: string;
  total: string;
  usage: string;
}

export interface DataUsageRow {
  id?: string;
  type: string;
  location: string;
  bytes: string;
  attribution: string;
}
