import * as z from 'zod';
import type { Field } from '../../../shared/kinds/field';
import { cellText } from '../../../shared/sheet/book';
import { wordKey } from '../../../shared/sheet/rows';
import type { SheetImport } from '../../../shared/sheet/sheet-import';

/** A way of writing that a field cannot read, and how many rows have it. */
export interface OpenWord {
  readonly field: Field;
  readonly text: string;
  readonly rows: number;
}

/** Names have a list of their own. */
const isNamed = ({ control }: Field): boolean =>
  control.type === 'person' || control.type === 'people';

/** What cannot be read in the rows, each word once, the most frequent first. */
export function openWords(
  { rows, meanings }: SheetImport,
  fields: readonly Field[],
): readonly OpenWord[] {
  const found = new Map<string, { field: Field; text: string; rows: number }>();
  for (const field of fields) {
    const column = meanings.indexOf(field.key);
    if (column < 0 || isNamed(field)) continue;
    for (const { cells, line } of rows) {
      const state = cells[field.key]?.state;
      if (state !== 'open' && state !== 'wrong') continue;
      const text = cellText(line.cells[column]).trim();
      if (text === '') continue;
      const key = wordKey(field.key, text);
      const word = found.get(key) ?? { field, text, rows: 0 };
      word.rows += 1;
      found.set(key, word);
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

const keptSchema = z.record(z.string().max(600), z.string().max(500));

const placeOf = (list: string): string => `touyan:sheet-words:${list}`;

/** The words that were read for a list on this PC, as the user chose. */
export function rememberedWords(list: string): ReadonlyMap<string, string> {
  try {
    const kept = keptSchema.parse(JSON.parse(localStorage.getItem(placeOf(list)) ?? '{}'));
    return new Map(Object.entries(kept));
  } catch {
    return new Map();
  }
}

/** Most words of a list that are kept. */
const mostKept = 500;

/** Keeps on this PC what a word of a choice is read as; days and numbers stand for themselves alone. */
export function rememberWord(list: string, field: Field, text: string, read: string): void {
  if (!['choice', 'flag', 'department'].includes(field.control.type) || read === '') return;
  const words = new Map(rememberedWords(list)).set(wordKey(field.key, text), read);
  const last = [...words].slice(-mostKept);
  localStorage.setItem(placeOf(list), JSON.stringify(Object.fromEntries(last)));
}
