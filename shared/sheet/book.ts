import * as z from 'zod';

/** Most rows and columns that are read of a sheet; every office program takes more. */
export const mostRows = 100_000;
export const mostColumns = 300;

/** Longest text of a cell that is read, in characters; what Excel takes at most. */
export const longestCell = 32_767;

/** A calendar day as a sheet states it by the format of its cell. */
const dayCellSchema = z.strictObject({ day: z.iso.date() });

/** A cell that cannot say its value: `#N/A` and the like, or a formula that was never calculated. */
const errorCellSchema = z.strictObject({ error: z.string().max(40) });

/** What a cell holds; null where it is empty. Formulas are not read, only what they last gave. */
export const cellSchema = z.union([
  z.null(),
  z.string().max(longestCell),
  z.number(),
  z.boolean(),
  dayCellSchema,
  errorCellSchema,
]);

export type Cell = z.infer<typeof cellSchema>;

/** A block of cells; rows may differ in length. */
export type Grid = readonly (readonly Cell[])[];

/** A sheet of an opened file, without its cells. */
export const sheetAboutSchema = z.strictObject({
  name: z.string(),
  rows: z.number().int().min(0),
  isHidden: z.boolean(),
  /** Whether there was more than is read. */
  isCut: z.boolean(),
});

export type SheetAbout = z.infer<typeof sheetAboutSchema>;

/** A column of a sheet that is written. */
export const columnSchema = z.strictObject({
  title: z.string().max(500),
  /** In characters of the sheet's own font. */
  width: z.number().min(0).max(200),
  format: z.enum(['text', 'number', 'day']),
  /** Words offered in the cell. */
  choices: z.array(z.string().max(255)).max(500).optional(),
  /** Kept out of sight and off paper: the ids of records. */
  isHidden: z.boolean().optional(),
  isRequired: z.boolean().optional(),
  /** Printed behind a number by the format alone, e.g. `%`. */
  suffix: z.string().max(20).optional(),
});

/** A sheet that is written: title rows, a frozen head, and records as rows. */
export const bookSchema = z.strictObject({
  title: z.string().max(500),
  /** One line below the title. */
  note: z.string().max(2000),
  columns: z.array(columnSchema).min(1).max(mostColumns),
  rows: z.array(z.array(cellSchema).max(mostColumns)).max(mostRows),
  /** Lines of a second sheet that says how to fill in the first; none where empty. */
  guide: z.array(z.array(z.string().max(2000)).max(10)).max(500),
  /** Empty rows below that are made ready for filling in. */
  emptyRows: z.number().int().min(0).max(1000),
  language: z.enum(['zh', 'en']),
});

export type Book = z.infer<typeof bookSchema>;
export type BookColumn = Book['columns'][number];

/** Whether a cell says nothing. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

/** A cell as text, as one would read it aloud; days as `2026-03-05`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.error;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell);
}
