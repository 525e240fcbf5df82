import * as z from 'zod';
import { bookSchema, cellSchema, sheetAboutSchema } from '../sheet/book';
import { call } from './call';

const none = z.null();

/** Most rows that are handed over at once, so that the window stays quick. */
export const rowsAtOnce = 2_000;

/** The calls on sheets of office programs. */
export const sheetCalls = {
  /**
   * Asks for a file and reads its tables in a process of its own; nothing is written. Null when the
   * user gave up. Tells its progress as job `sheets.open`, in bytes unpacked.
   */
  'sheets.open': call(
    none,
    z.strictObject({ name: z.string(), sheets: z.array(sheetAboutSchema) }).nullable(),
  ),
  /**
   * Rows of a sheet of the file that was opened last, from row `from` on: at most `count`, fewer where
   * they hold much, none behind the last.
   */
  'sheets.rows': call(
    z.strictObject({
      sheet: z.number().int().min(0).max(1000),
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(rowsAtOnce),
    }),
    z.array(z.array(cellSchema)),
  ),
  /** Stops `sheets.open`, which then fails with `cancelled`. */
  'sheets.cancel': call(none, none),
  /** Forgets the file that was opened. */
  'sheets.close': call(none, none),
  /** Asks for a place, then writes a workbook there. Null when the user gave up. */
  'sheets.save': call(
    z.strictObject({ book: bookSchema, fileName: z.string().min(1).max(200) }),
    z.strictObject({ path: z.string() }).nullable(),
  ),
};
