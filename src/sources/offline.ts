/** Vendor answers from files instead of from a server: what an operator fetched where the gateway may not reach. */
import { SourceFailure } from '../domain/failure.js';
import type { Gap, Snapshot } from '../domain/snapshot.js';
import type { HttpClient, HttpRequest } from './http-request.js';
import type { HttpResponse } from './http-response.js';

export interface ImportFile {
  /** As the operator knows it. */
  readonly name: string;
  readonly text: string;
}

/** What a module makes of the files. */
export interface OfflineAnswers {
  readonly http: HttpClient;
  /** The earliest moment at which the vendor itself says it answered; null when it does not tell. */
  readonly answeredAt: Date | null;
  /** What each file was taken for, in the vendor's words. */
  readonly taken: readonly { readonly file: string; readonly as: string }[];
}

/** Files that cannot be what they are given as; every one of them is told. */
export class ImportRefusedError extends Error {
  constructor(problems: readonly { readonly file: string; readonly why: string }[]) {
    super(problems.map(({ file, why }) => `${file}: ${why}`).join('\n'));
    this.name = 'ImportRefusedError';
  }
}

/** A client that answers GETs with 200 and the text given, or with 404 where it gives none; whatever else is asked fails. */
export function offlineHttp(answer: (request: HttpRequest) => string | null): HttpClient {
  return {
    async request(request): Promise<HttpResponse> {
      if ((request.method ?? 'GET') !== 'GET') {
        throw new SourceFailure(
          'UNSUPPORTED',
          'IMPORTED',
          'this source is imported from files, and nothing can be changed in it',
        );
      }
      const body = answer(request);
      return { status: body === null ? 404 : 200, headers: {}, contentType: '', body: body ?? '' };
    },
    probe() {},
    async close() {},
  };
}

/** The vendor did not refuse what is missing: nobody brought it. */
export function withImportGaps(snapshot: Snapshot): Snapshot {
  const gap = ({ part, code, message }: Gap): Gap =>
    code === 'HTTP_404' || code === 'HTTP_403'
      ? { part, code: 'NOT_IMPORTED', message: 'no file of it was imported' }
      : { part, code, message };
  return { ...snapshot, gaps: snapshot.gaps.map(gap) };
}

/** The files by what they are, each thing once; throws ImportRefusedError with all that is wrong. */
export function sorted<T extends { readonly as: string }>(
  files: readonly ImportFile[],
  recognize: (file: ImportFile) => T | string,
): (T & { readonly file: string })[] {
  const problems: { file: string; why: string }[] = [];
  const found = new Map<string, T & { readonly file: string }>();
  for (const file of files) {
    const result = recognize(file);
    if (typeof result === 'string') {
      problems.push({ file: file.name, why: result });
      continue;
    }
    const earlier = found.get(result.as);
    if (earlier !== undefined)
      problems.push({ file: file.name, why: `is a second file of ${result.as}, after ${earlier.file}; give one` });
    else found.set(result.as, { ...result, file: file.name });
  }
  if (problems.length > 0) throw new ImportRefusedError(problems);
  return [...found.values()];
}

/** What is imported takes the place of all that is stored: without the licenses it would seem that there are none any more. */
export function assertGiven(found: readonly { readonly as: string }[], as: string): void {
  if (found.some((each) => each.as === as)) return;
  throw new ImportRefusedError([
    { file: as, why: 'no file of it is given, and every import needs it; give all files of one fetch together' },
  ]);
}

/** JSON or the reason why it is none; XML and web pages are told apart from what was cut off. */
export function jsonOrReason(text: string, parse: (text: string) => unknown): { readonly value: unknown } | string {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return 'is empty; fetch it again';
  if (trimmed.startsWith('<'))
    return 'is a web page or XML, not the JSON that the vendor answers; look what stands in it, and fetch it again';
  try {
    return { value: parse(trimmed) };
  } catch {
    return 'is no complete JSON; it may have been cut off, fetch it again';
  }
}
