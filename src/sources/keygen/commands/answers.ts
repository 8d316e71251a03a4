/** What a good answer to a write must hold; anything else under a good status is a proxy's page or half an answer. */
import { z } from 'zod';
import type { Verdict } from '../../../domain/commands.js';
import { SourceFailure } from '../../../domain/failure.js';
import { parseJsonResponse } from '../../body.js';
import type { HttpResponse } from '../../http-response.js';
import { countedShape } from '../shapes.js';
import { oneDocument } from '../wire.js';
import { resourceOf } from './reads.js';

/** The id of what was made or changed. Each of these throws SourceFailure for an answer that is not the vendor's. */
export function idIn(response: HttpResponse): string {
  const resource = resourceOf(parseJsonResponse(response), countedShape);
  if (resource === null) throw noAnswer('the answer names no resource with an id');
  return resource.id;
}

export function changedIs(id: string, response: HttpResponse): null {
  if (idIn(response) !== id) throw noAnswer('the answer is about something else than what was asked');
  return null;
}

/** Deleted: the vendor answers 204 and nothing more. */
export function isGone(response: HttpResponse): null {
  if (response.status !== 204) throw noAnswer(`the answer to a deletion has status ${response.status} instead of 204`);
  return null;
}

const verdictMeta = z.looseObject({
  valid: z.boolean(),
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/),
  detail: z.string().nullish(),
});

/** `clean` makes the vendor's words showable. */
export function verdictIn(response: HttpResponse, clean: (words: string) => string): Verdict {
  const document = oneDocument.safeParse(parseJsonResponse(response));
  const meta = verdictMeta.safeParse(document.data?.meta);
  if (!meta.success) throw noAnswer('the answer holds no verdict');
  const { valid, code, detail } = meta.data;
  return { valid, code, detail: detail ? clean(detail) : null };
}

function noAnswer(why: string): SourceFailure {
  return new SourceFailure('BAD_RESPONSE', 'UNEXPECTED_ANSWER', why);
}
