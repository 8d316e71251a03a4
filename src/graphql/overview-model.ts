/** What the resolvers of the overview hand on to those of its fields. */
import type { QuotaState } from '../domain/vocabulary.js';

/** Nothing is computed for the overview itself: each of its fields is, when it is asked for. */
export type OverviewModel = Readonly<Record<never, never>>;

export interface QuotaCountsModel {
  readonly total: number;
  readonly byState: { state: QuotaState; count: number }[];
}
