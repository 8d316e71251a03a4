/** What a view says of its table: where the rows come from, what of them is shown, and what they can be narrowed to and ordered by. */
import type { ReactNode } from 'react';
import type { TypedDocumentString } from '../../generated/graphql.js';

/** A page of a connection, as its document must select it. */
export interface Connection<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount: number;
}

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Of the first column: what the link to the row's own page says. */
  cell(row: Row): ReactNode;
  /** The API's name of the order; without it the column cannot be ordered by. */
  readonly order?: string;
  /** The least width, in pixels; what is left of the view is shared out in proportion. */
  readonly width: number;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  /** Not shown until somebody asks for it. */
  readonly hidden?: boolean;
}

/** Each is a field of the connection's filter, and a parameter of the address by the same name. */
export type Filter =
  | { readonly kind: 'search'; readonly field: 'search' }
  | { readonly kind: 'sources'; readonly field: 'sources' }
  | {
      readonly kind: 'choices';
      readonly field: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      /** The API takes one value, not a list. */
      readonly single?: boolean;
    }
  | { readonly kind: 'flag'; readonly field: string; readonly label: string; readonly yes: string; readonly no: string }
  /** Texts of any kind. */
  | { readonly kind: 'texts'; readonly field: string; readonly label: string; readonly single?: boolean }
  /** A day, taken from its start in UTC. */
  | { readonly kind: 'day'; readonly field: string; readonly label: string }
  /** A global id: nothing to be typed; set by links of other views, and taken away here. */
  | { readonly kind: 'thing'; readonly field: string; readonly label: string };

export interface Ordering {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

export interface PageVariables {
  readonly first: number;
  readonly after: string | null;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly orderBy: Ordering;
}

export interface TableSpec<Data, Row extends { readonly id: string }> {
  /** The connection's name in the API. Column choices are remembered by it. */
  readonly name: string;
  /** What the rows are, for sentences: `licenses`. */
  readonly things: string;
  /** Takes PageVariables. */
  readonly document: TypedDocumentString<Data, never>;
  connection(data: Data): Connection<Row> | null | undefined;
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly Filter[];
  /** The order when the address has none. */
  readonly order: Ordering;
  /** Why there may be no rows at all, and what to do. */
  readonly none: string;
  /** Where the first column leads; to the row's own page when absent. */
  link?(row: Row): string | null;
}
