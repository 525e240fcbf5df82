import { dayOfSerial } from '../../shared/reading/day';
import type { Cell } from '../../shared/sheet/book';
import { longestCell } from '../../shared/sheet/book';
import type { NumberMeaning } from './number-format';

/** A cell as the XML has it. */
export interface RawCell {
  /** The attribute `t`; empty for numbers. */
  readonly type: string;
  /** Text of `v`, or of the inline string. */
  readonly text: string;
  readonly hasValue: boolean;
  readonly hasFormula: boolean;
  readonly meaning: NumberMeaning;
}

/** What is needed of the workbook to read its cells. */
export interface CellSources {
  readonly strings: readonly string[];
  /** Days count from 1904, as on old Macintoshes. */
  readonly from1904: boolean;
}

/** Of a number its fifteen digits that office programs keep. */
const rounded = (number: number): number => Number(number.toPrecision(15));

function numberCell(text: string, meaning: NumberMeaning, from1904: boolean): Cell {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text.slice(0, longestCell);
  if (meaning === 'day') {
    const day = dayOfSerial(from1904 ? number + 1462 : number);
    return day === undefined ? rounded(number) : { day };
  }
  // What the user sees; as a share of one it would be read as less than one.
  if (meaning === 'percent') return `${rounded(number * 100)}%`;
  return rounded(number);
}

/** What a cell says. A formula says what it last gave; it is never calculated. */
export function valueOfCell(raw: RawCell, { strings, from1904 }: CellSources): Cell {
  const { type, text, hasValue, hasFormula, meaning } = raw;
  if (!hasValue) return hasFormula ? { error: '=' } : null;
  switch (type) {
    case 's':
      return (strings[Number(text)] ?? '').slice(0, longestCell);
    case 'str':
    case 'inlineStr':
      return text.slice(0, longestCell);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { error: text.slice(0, 40) };
    case 'd': {
      const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
      return day ? { day } : text.slice(0, longestCell);
    }
    default:
      return numberCell(text, meaning, from1904);
  }
}
