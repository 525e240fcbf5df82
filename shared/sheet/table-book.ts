import { readDay } from '../reading/day';
import type { Book, BookColumn, Cell } from './book';

/** A table as it reads on the screen. */
export interface ScreenTable {
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly language: 'zh' | 'en';
}

/** How the screen says that there is nothing. */
const nothing = new Set(['', '—', '-']);

/**
 * Figures that are an amount, and what they are counted in: `36000亩`. Numbers of documents and
 * telephones begin with zeros or are longer.
 */
const amount = /^(-?(?:0|[1-9]\d{0,14})(?:\.\d+)?)( ?[^\s\d.,:/~+\-—–]{0,8})$/;
const writtenDay = /^\d{4}(?:-\d{2}-\d{2}|年\d{1,2}月\d{1,2}日)$/;

/** What all cells of a column that say something are. */
function formatOf(texts: readonly string[]): Pick<BookColumn, 'format' | 'suffix'> {
  const said = texts.filter((text) => !nothing.has(text));
  if (said.length === 0) return { format: 'text' };
  if (said.every((text) => writtenDay.test(text))) return { format: 'day' };
  const suffixes = new Set(said.map((text) => amount.exec(text)?.[2]));
  const [suffix] = suffixes;
  if (suffixes.size > 1 || suffix === undefined) return { format: 'text' };
  return suffix === '' ? { format: 'number' } : { format: 'number', suffix };
}

function cellFor(text: string, format: BookColumn['format']): Cell {
  if (nothing.has(text)) return null;
  if (format === 'number') return Number(amount.exec(text)?.[1] ?? text);
  if (format === 'text') return text;
  const read = readDay(text, 2000);
  return read.ok && read.value !== '' ? { day: read.value } : text;
}

/** Columns of a letter or a line, so that most cells need no second line. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(50, Math.max(8, ...texts.map((text) => text.length * 2 + 2)));

/** A table of the screen as a workbook; columns of days and of amounts hold real ones. */
export function tableBook({ title, note, headings, rows, language }: ScreenTable): Book {
  const formats = headings.map((_, column) => formatOf(rows.map((row) => row[column] ?? '')));
  return {
    title,
    note,
    columns: headings.map((heading, column) => ({
      title: heading,
      width: widthOf([heading, ...rows.map((row) => row[column] ?? '')]),
      ...(formats[column] ?? { format: 'text' }),
    })),
    rows: rows.map((row) =>
      headings.map((_, column) => cellFor(row[column] ?? '', formats[column]?.format ?? 'text')),
    ),
    guide: [],
    emptyRows: 0,
    language,
  };
}
