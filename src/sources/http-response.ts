/** What an upstream answered, its body decoded and within the size that is allowed. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Media type without parameters, lower case; empty when the server names none. */
  readonly contentType: string;
  readonly body: string;
  /** What must not be shown of it, should the vendor repeat it. */
  readonly secrets?: readonly string[];
}
