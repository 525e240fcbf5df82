import type { Bilingual } from '../catalogue/row';

/**
 * What a text was read as: a value; a value with a `remark` that says what was taken for granted; or
 * the reason, in one sentence, why nothing is read. A value other than the one written never comes
 * out without a remark.
 */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly remark?: Bilingual }
  | { readonly ok: false; readonly reason: Bilingual };

/** A value that was read, with what was taken for granted. */
export const read = <T>(value: T, remark?: Bilingual): Reading<T> =>
  remark ? { ok: true, value, remark } : { ok: true, value };

/** Nothing read, and why. */
export const unread = (zh: string, en: string): Reading<never> => ({
  ok: false,
  reason: { zh, en },
});
