import type { SheetForm } from './book';

/** Areas of the merged cells that begin in a row above or reach over columns, by row. */
export class Merges {
  readonly #byRow = new Map<number, { left: number; right: number; top: number }[]>();

  constructor(form: SheetForm | undefined, from: number) {
    let room = 500_000;
    for (const [top, left, bottom, right] of form?.merged ?? []) {
      if (top === bottom && left === right) continue;
      for (let row = Math.max(top, from); row <= bottom && room > 0; row += 1) {
        room -= 1;
        const areas = this.#byRow.get(row);
        if (areas) areas.push({ left, right, top });
        else this.#byRow.set(row, [{ left, right, top }]);
      }
    }
  }

  at(row: number): readonly { left: number; right: number; top: number }[] {
    return this.#byRow.get(row) ?? [];
  }

  /** Whether the cell only repeats what was said in a row above. */
  isFromAbove(row: number, column: number): boolean {
    return this.at(row).some(
      ({ left, right, top }) => top < row && column >= left && column <= right,
    );
  }

  /** Whether a cell reaches over most of the row. */
  isWide(row: number, column: number): boolean {
    return this.at(row).some(
      ({ left, right, top }) => top === row && right > left && column >= left && column <= right,
    );
  }
}
