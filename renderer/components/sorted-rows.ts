const collator = new Intl.Collator('zh-CN', { numeric: true });

type SortBy<R> = (row: R) => string | number;

/** Places of texts in dictionary order, by what gave the texts; looked up again while they suffice. */
const known = new WeakMap<object, ReadonlyMap<string, number>>();

function placesOf(by: object, texts: ReadonlySet<string>): ReadonlyMap<string, number> {
  let places = known.get(by);
  if (!places || [...texts].some((text) => places?.has(text) !== true)) {
    // Comparing by dictionary is slow, and many rows say the same: each text takes part once.
    places = new Map([...texts].sort(collator.compare).map((text, place) => [text, place]));
    known.set(by, places);
  }
  return places;
}

/**
 * Rows by what `by` says of each: numbers by size, texts as a dictionary has them, figures in texts
 * by size as well. Rows that say the same stay in their order, whichever way it goes.
 */
export function sortedRows<R>(
  rows: readonly R[],
  by: SortBy<R>,
  descending: boolean,
): readonly R[] {
  const keys = rows.map(by);
  const hasTexts = keys.some((key) => typeof key === 'string');
  const places = hasTexts ? placesOf(by, new Set(keys.map(String))) : undefined;
  const sign = descending ? -1 : 1;
  return rows
    .map((row, index) => ({ row, key: places?.get(String(keys[index])) ?? Number(keys[index]) }))
    .sort((a, b) => sign * (a.key - b.key))
    .map(({ row }) => row);
}
