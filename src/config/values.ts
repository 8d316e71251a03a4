/** The small forms that several sections of the configuration share. */
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';

/** A whole number; `"4000"` counts as one, since `"${PORT}"` can only arrive as a text. */
export function wholeNumber(least: number, most: number): z.ZodType<number> {
  return numberLike(
    `must be a whole number from ${least} to ${most}`,
    (n) => Number.isInteger(n) && n >= least && n <= most,
  );
}

/** A number greater than `above` and at most `most`. */
export function numberAbove(above: number, most: number): z.ZodType<number> {
  return numberLike(`must be a number above ${above} and at most ${most}`, (n) => n > above && n <= most);
}

/** The fields when none of them is missing. */
export function complete<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } | undefined {
  const isComplete = !Object.values(fields).includes(undefined);
  return isComplete ? (fields as { [K in keyof T]: Exclude<T[K], undefined> }) : undefined;
}

/** true or false, also as a text. */
export const flag: z.ZodType<boolean> = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);

/** A text with something in it. */
export const text = z.string().refine((value) => value.trim() !== '', 'is empty');

/** Why the text is not one or more PEM certificates; null when it is. */
export function certificateProblem(pem: string): string | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  if (blocks === null) return 'names a file without a PEM certificate (-----BEGIN CERTIFICATE-----)';
  for (const block of blocks) {
    try {
      new X509Certificate(block);
    } catch {
      return 'names a file with a damaged PEM certificate';
    }
  }
  return null;
}

function numberLike(form: string, fits: (n: number) => boolean): z.ZodType<number> {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value),
    z.number({ error: form }).refine(fits, form),
  );
}
