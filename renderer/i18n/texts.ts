/** Names of the parameters `{name}` in a text. */
export type ParamsOf<S extends string> = S extends `${string}{${infer P}}${infer R}`
  ? P | ParamsOf<R>
  : never;

type Same<A extends string, B extends string> = [A] extends [B]
  ? [B] extends [A]
    ? string
    : never
  : never;

/** Texts of one page in both languages. */
export interface Texts<Z extends Record<string, string>> {
  readonly zh: Z;
  readonly en: { readonly [K in keyof Z]: string };
}

/**
 * Declares texts. The compiler sees to it that English has the same keys, and in every text the
 * same parameters, as Chinese.
 */
export function texts<
  const Z extends Record<string, string>,
  const E extends { readonly [K in keyof Z]: string },
>(
  zh: Z,
  en: E & { readonly [K in keyof Z]: Same<ParamsOf<Z[K]>, ParamsOf<E[K]>> } & {
    readonly [K in Exclude<keyof E, keyof Z>]: never;
  },
): Texts<Z> {
  return { zh, en };
}
