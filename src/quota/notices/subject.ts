/** What a notice is called and what it points at, told from the global id of its subject alone. Pure. */
import type { MessageRefs } from '../../domain/entities.js';
import { type Concept, parseGlobalId, thingName } from '../../domain/ids.js';
import type { QuotaDimension } from '../../domain/vocabulary.js';

const refFields: Partial<Record<Concept, keyof MessageRefs>> = {
  License: 'licenseId',
  Pool: 'poolId',
  Stack: 'stackId',
  Peer: 'peerId',
  Target: 'targetId',
};

/** `<CATEGORY>.<Concept>.<vendor id>[.<DIMENSION>]`. */
export function noticeName(category: string, subjectId: string, dimension?: QuotaDimension): string {
  return `${category}.${thingName(subjectId, dimension)}`;
}

/** The subject, also under the field of its concept. */
export function aboutSubject(subjectId: string): MessageRefs {
  const concept = parseGlobalId(subjectId)?.concept;
  const field = concept && refFields[concept];
  return field === undefined ? { subjectId } : { subjectId, [field]: subjectId };
}
