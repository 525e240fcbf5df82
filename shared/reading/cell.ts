import * as z from 'zod';

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

/** What is written in one place: a text typed anywhere, or a cell of a sheet. */
export type Cell = z.infer<typeof cellSchema>;

/** A block of cells; rows may differ in length. */
export type Grid = readonly (readonly Cell[])[];

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
