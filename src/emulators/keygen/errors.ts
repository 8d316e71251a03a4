/** The vendor's refusals, as data: every step of a request answers its value or one of these (facts 3, "Errors"). */

export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The vendor often sends none. */
  readonly code?: string;
  readonly source?: { readonly parameter: string } | { readonly header: string } | { readonly pointer: string };
  readonly headers?: Readonly<Record<string, string>>;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value && value.refused === true;
}

/** A parameter that cannot be understood; `parameter` is spelled as in the URL, e.g. `page[size]`. */
export function badParameter(parameter: string, detail: string): Refusal {
  return { refused: true, status: 400, title: 'Bad request', detail, source: { parameter } };
}

export function badHeader(header: string, code: string, detail: string): Refusal {
  return { refused: true, status: 400, title: 'Bad request', detail, code, source: { header } };
}

/** A member of the body that cannot be understood; `pointer` is its JSON pointer, e.g. `/data/attributes/name`. */
export function badPointer(pointer: string, detail: string): Refusal {
  return { refused: true, status: 400, title: 'Bad request', detail, source: { pointer } };
}

/** Understood and refused. `code` is PREFIX_KIND where a rule of the resource is broken; an action out of place has none. */
export function unprocessable(pointer: string, detail: string, code?: string): Refusal {
  const title = code === undefined ? 'Unprocessable entity' : 'Unprocessable resource';
  return { refused: true, status: 422, title, detail, source: { pointer }, ...(code === undefined ? {} : { code }) };
}

/** What a relationship names has to exist: PREFIX_NOT_FOUND. */
export function unknownRelation(name: string): Refusal {
  return unprocessable(`/data/relationships/${name}`, 'must exist', `${name.toUpperCase()}_NOT_FOUND`);
}

export function unauthorized(code: string, detail: string): Refusal {
  return {
    refused: true,
    status: 401,
    title: 'Unauthorized',
    detail,
    code,
    headers: { 'www-authenticate': 'Bearer realm="keygen"' },
  };
}

/** Without a code when only a permission is missing, as the vendor does. */
export function forbidden(detail: string, code?: string): Refusal {
  return { refused: true, status: 403, title: 'Access denied', detail, ...(code === undefined ? {} : { code }) };
}

export function notFound(what: string): Refusal {
  return {
    refused: true,
    status: 404,
    title: 'Not found',
    detail: `The requested ${what} was not found`,
    code: 'NOT_FOUND',
  };
}

export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return {
    refused: true,
    status: 429,
    title: 'Too many requests',
    detail: 'Throttled: the number of requests in this window is used up',
    code: 'TOO_MANY_REQUESTS',
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}

/** The body; a 429 comes from middleware and has no `meta`. */
export function errorDocument(refusal: Refusal, requestId: string): object {
  const { title, detail, code, source } = refusal;
  const errors = [
    { title, detail, ...(code === undefined ? {} : { code }), ...(source === undefined ? {} : { source }) },
  ];
  return refusal.status === 429 ? { errors } : { meta: { id: requestId }, errors };
}
