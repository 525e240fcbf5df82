import * as z from 'zod';
import { cellSchema } from '../reading/cell';
import { mostColumns, mostRows } from '../reading/text-table';

export { type Cell, cellSchema, cellText, type Grid, isBlank, longestCell } from '../reading/cell';
export { mostColumns, mostRows } from '../reading/text-table';

/** Most merged areas that are told of a sheet. */
export const mostMerged = 50_000;

const rowIndex = z
  .number()
  .int()
  .min(0)
  .max(mostRows - 1);
const columnIndex = z
  .number()
  .int()
  .min(0)
  .max(mostColumns - 1);

/** What the user sees of a sheet besides its cells. Rows and columns count from 0. */
export const sheetFormSchema = z.strictObject({
  /** Hidden by hand or by a filter. */
  hiddenRows: z.array(rowIndex).max(mostRows),
  hiddenColumns: z.array(columnIndex).max(mostColumns),
  /** Rows at the top whose letters are mostly bold. */
  boldRows: z.array(rowIndex).max(100),
  /** Top row, left column, bottom row, right column. */
  merged: z.array(z.tuple([rowIndex, columnIndex, rowIndex, columnIndex])).max(mostMerged),
});

export type SheetForm = z.infer<typeof sheetFormSchema>;

/** A sheet of an opened file, without its cells. */
export const sheetAboutSchema = z.strictObject({
  name: z.string(),
  rows: z.number().int().min(0),
  isHidden: z.boolean(),
  /** Whether there was more than is read. */
  isCut: z.boolean(),
  /** Of a workbook; separated text has none. */
  form: sheetFormSchema.optional(),
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
