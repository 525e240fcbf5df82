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

const two = (number: number): string => String(number).padStart(2, '0');

/** Seconds of a day as a clock shows them; `14:30`, with seconds where there are any. */
function clockOf(seconds: number): string {
  const rest = seconds % 60;
  const text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return rest === 0 ? text : `${text}:${two(rest)}`;
}

const secondsADay = 86_400;

/** A number whose format is of days and times, as the user sees it; undefined where there is no such day. */
function timedCell(number: number, meaning: NumberMeaning, from1904: boolean): Cell | undefined {
  if (meaning === 'elapsed')
    return number < 0 ? undefined : clockOf(Math.round(number * secondsADay));
  // Whole seconds first: of 0.99999999 the next day is meant.
  const seconds = Math.round(number * secondsADay);
  const ofDay = seconds % secondsADay;
  if (meaning === 'time') return number < 0 ? undefined : clockOf(ofDay);
  const serial = meaning === 'moment' ? Math.floor(seconds / secondsADay) : number;
  const day = dayOfSerial(from1904 ? serial + 1462 : serial);
  if (day === undefined) return undefined;
  if (meaning === 'moment' && ofDay > 0) return `${day} ${clockOf(ofDay)}`;
  // Of a day shown as a month the first stands for all of it; another day was meant as one.
  if (meaning === 'month' && day.endsWith('-01')) {
    return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
  }
  return { day };
}

function numberCell(text: string, meaning: NumberMeaning, from1904: boolean): Cell {
  const number = Number(text);
  if (!Number.isFinite(number)) return text.slice(0, longestCell);
  if (typeof meaning === 'object') {
    const isName = Number.isInteger(number) && number >= 0;
    return isName ? text.padStart(meaning.digits, '0') : rounded(number);
  }
  if (meaning === 'number') return rounded(number);
  // What the user sees; as a share of one it would be read as less than one.
  if (meaning === 'percent') return `${rounded(number * 100)}%`;
  return timedCell(number, meaning, from1904) ?? rounded(number);
}

/** A day in letters, with its time where it has one. */
function dayInLetters(text: string): Cell {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2}(?::\d{2})?))?/.exec(text) ?? [];
  const clock = time?.replace(/:00$/, (end) => (time.length > 5 ? '' : end));
  const hasTime = clock !== undefined && clock !== '00:00';
  if (day === undefined) return clock ?? text.slice(0, longestCell);
  return hasTime ? `${day} ${clock}` : { day };
}

/** What a cell says. A formula says what it last gave; it is never calculated. */
export function valueOfCell(raw: RawCell, { strings, from1904 }: CellSources): Cell {
  const { type, text, hasValue, hasFormula, meaning } = raw;
  if (!hasValue) return hasFormula ? { error: '=' } : null;
  // An empty `v` says nothing, whatever its type; as a number it would be the first shared string.
  if (text.trim() === '' && type !== 'str' && type !== 'inlineStr') return null;
  switch (type) {
    case 's':
      // A text that the book has lost is said, for the cell was not empty.
      return strings[Number(text)]?.slice(0, longestCell) ?? { error: '#REF!' };
    case 'str':
    case 'inlineStr':
      return text.slice(0, longestCell);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { error: text.slice(0, 40) };
    case 'd':
      return dayInLetters(text);
    default:
      return numberCell(text.trim(), meaning, from1904);
  }
}
