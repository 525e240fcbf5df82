import * as z from 'zod';
import type { Field } from '../../../shared/kinds/field';
import { idMeaning, type Layout, layoutKey, type Meaning } from '../../../shared/sheet/layout';

const keptSchema = z.array(z.string().nullable());

/** A short name for a layout; two layouts hardly ever share one, and then it is seen at once. */
function keyOf(list: string, layout: Layout): string {
  let hash = 5381;
  for (const character of layoutKey(list, layout)) {
    hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return `touyan:sheet:${list}:${layout.headings.length}:${hash.toString(36)}`;
}

/** What the columns of such a sheet were last read as on this PC; undefined where nothing is known. */
export function rememberedColumns(
  list: string,
  layout: Layout,
  fields: readonly Field[],
): readonly Meaning[] | undefined {
  try {
    const kept = keptSchema.parse(JSON.parse(localStorage.getItem(keyOf(list, layout)) ?? ''));
    const isKnown = (key: Meaning) =>
      key === null || key === idMeaning || fields.some((field) => field.key === key);
    return kept.length === layout.headings.length && kept.every(isKnown) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps on this PC what the columns of such a sheet are read as. */
export function rememberColumns(list: string, layout: Layout, meanings: readonly Meaning[]): void {
  localStorage.setItem(keyOf(list, layout), JSON.stringify(meanings));
}
