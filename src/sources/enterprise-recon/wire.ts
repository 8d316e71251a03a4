/** The wire check: what `GET /v1/licenses` must look like to be believed at all, and each of its rows to be kept. */
import { z } from 'zod';
import { SourceFailure } from '../../domain/failure.js';

export interface LicensesBody {
  /** Everything beside the three lists. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Null: not sent, which differs from an empty list (model detection). */
  readonly summary: readonly unknown[] | null;
  readonly targets: readonly unknown[] | null;
  readonly datausage: readonly unknown[] | null;
}

/** Documented as "object", sent as arrays; an empty object is what some serializers make of an empty list. */
const rows = z
  .union([z.array(z.unknown()), z.strictObject({}).transform((): unknown[] => [])])
  .nullish()
  .transform((list) => list ?? null);

const body = z.looseObject({ summary: rows, targets: rows, datausage: rows });

/** One of them makes a body an answer about licenses. */
const knownFields = ['state', 'expires', 'edition', 'company', 'summary', 'targets', 'datausage'];

/** Text that is not blank; a number is taken for its digits (ids beyond 2^53 come as bigint from the parser). */
const text = z
  .union([z.string(), z.bigint(), z.number().refine(Number.isSafeInteger)])
  .transform(String)
  .refine((value) => value.trim() !== '');
const optionalText = text.nullish().catch(null);

export const summaryRow = z.looseObject({ type: text, comment: optionalText });
export const targetRow = z.looseObject({ id: text, name: text, type: text });
export const dataUsageRow = z.looseObject({
  id: optionalText,
  location: text,
  type: text,
  attribution: optionalText,
});
export type SummaryRow = z.infer<typeof summaryRow>;
export type TargetRow = z.infer<typeof targetRow>;
export type DataUsageRow = z.infer<typeof dataUsageRow>;

/** Throws SourceFailure BAD_RESPONSE / UNEXPECTED_SHAPE for JSON that is no answer about licenses. */
export function checkLicensesBody(json: unknown): LicensesBody {
  const checked = body.safeParse(json);
  if (!checked.success) {
    const at = checked.error.issues[0]?.path.join('.') ?? '';
    throw unexpected(at === '' ? 'it is no JSON object' : `its "${at}" is no list`);
  }
  const { summary, targets, datausage, ...fields } = checked.data;
  const sent = json as Readonly<Record<string, unknown>>;
  if (!knownFields.some((field) => sent[field] !== undefined)) throw unexpected('it has none of the documented fields');
  return { fields, summary, targets, datausage };
}

/** What `GET /v1/server` may say; every part of it may be missing. */
export const serverBody = z.looseObject({
  version: z
    .union([text, z.number().transform(String)])
    .nullish()
    .catch(null),
});
export type ServerBody = z.infer<typeof serverBody>;

function unexpected(what: string): SourceFailure {
  return new SourceFailure(
    'BAD_RESPONSE',
    'UNEXPECTED_SHAPE',
    `the answer is not what Enterprise Recon documents for its licenses: ${what}; check the source's url and kind`,
  );
}
