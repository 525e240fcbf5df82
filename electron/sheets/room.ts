import { StorageError } from '../storage/storage-error';
import { mostAreas, mostCells, mostLetters, mostMarks } from './limits';

/**
 * What a workbook may still come to once it is unpacked: its size on the disk says nothing of that,
 * for one long text may stand in every cell. Everything that is kept is taken from here first.
 */
export class Room {
  #cells = mostCells;
  #letters = mostLetters;
  #areas = mostAreas;
  #marks = mostMarks;

  /** Takes places in the grid, empty ones before a cell among them. Throws StorageError `sheet-large`. */
  takeCells(count: number): void {
    this.#cells -= count;
    if (this.#cells < 0) throw new StorageError('sheet-large');
  }

  /** Takes characters that are handed over, each time they are. Throws StorageError `sheet-large`. */
  takeLetters(count: number): void {
    this.#letters -= count;
    if (this.#letters < 0) throw new StorageError('sheet-large');
  }

  /** Takes a merged area; false where there is room for no more. */
  takeArea(): boolean {
    this.#areas -= 1;
    return this.#areas >= 0;
  }

  /** Takes a hidden row or column; false where there is room for no more. */
  takeMark(): boolean {
    this.#marks -= 1;
    return this.#marks >= 0;
  }
}
