import type { Bilingual } from '../catalogue/row';
import { type Cell, cellText } from './cell';
import { plainText, saysNothing } from './plain-text';
import { type Reading, read, unread } from './reading';

/** What is known of the number beside its text. */
export interface NumberContext {
  /** The unit that the field is counted in, `%` or 万元; empty or absent where none is known. */
  readonly unit?: string | undefined;
}

/** Places that a word moves the point by. */
const powers: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

const about = /^(?:大约|约|近|将近|超过|超|不少于|不低于|至少|不超过|至多|[<>≤≥≈])+/;
const figures = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d*)?|\.\d+`;
const shape = new RegExp(
  String.raw`^(?:共计|共|计|合计)?([¥$])?([-+])?(${figures}) ?(余|多|来)?((?:[十百千]?[万亿]亿?|[百千](?![克米瓦卡帕伏分])))?(余|多)?([\p{L}%°²³/()]{0,12}?)(左右|上下|以上|以下|以内)?$`,
  'u',
);
const span = /^[¥]?[-+]?[\d,.]+\D{0,4}(?:-|~|至|到|[\u2010-\u2015])+[\d,.]+\D{0,6}$/;

const said = (shown: string, value: number): Bilingual => ({
  zh: `“${shown}”按 ${value} 读入。`,
  en: `"${shown}" read as ${value}.`,
});

/**
 * The number that is written: `1,234.5`, `85%` (85), `12 学时`, `3.5万` (35000, with a remark),
 * `约30人` (30, with a remark), full-width digits, `（12）` for minus twelve. A comma stands before
 * three digits or it is no number. Null where nothing is said.
 */
export function readNumber(cell: Cell, { unit = '' }: NumberContext = {}): Reading<number | null> {
  if (typeof cell === 'number') return read(cell);
  const shown = cellText(cell).trim();
  if (saysNothing(shown)) return read(null);
  const refused = unread(
    `“${shown.slice(0, 40)}”不是一个数。`,
    `"${shown.slice(0, 40)}" is not a number.`,
  );
  if (typeof cell !== 'string' || cell.length > 60) return refused;
  const plain = plainText(cell)
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/[−–－—](?=\d)/g, '-')
    .replace(/^百分之 ?(\d+(?:\.\d+)?)$/, '$1%');
  if (span.test(plain.replaceAll(' ', ''))) {
    return unread(`“${shown}”是一个范围，请填一个数。`, `"${shown}" is a range; give one number.`);
  }
  const bracketed = /^\((\d[\d,.]*)\)$/.exec(plain);
  const bare = (bracketed ? `-${bracketed[1]}` : plain).replace(about, '').trim();
  const match = shape.exec(bare);
  if (!match) return refused;
  const [, , sign = '', written = '', roughly, power = '', more, suffix = '', near] = match;
  // A half, a month or a day behind the figures makes them something else than a plain number.
  if (/半|^[月日号]$/.test(suffix)) return refused;
  const digits = written.replace(/[, ]/g, '').replace(/\.$/, '');
  if (digits.replace('.', '').replace(/^0+/, '').length > 15) {
    return unread(`“${shown}”位数太多，记不准。`, `"${shown}" has too many digits to be kept.`);
  }
  const own = plainText(unit);
  // Of a field counted in 万元, 3.5万 is 3.5.
  const isOwn = power !== '' && own.startsWith(power);
  const places = power === '' || isOwn ? 0 : powers[power];
  if (places === undefined) return refused;
  const value = Number(`${sign}${digits}e${places}`);
  if (!Number.isFinite(value)) return refused;
  // 30人 in a field of per cents, or a per cent in one of heads, is worth a look.
  const isFraction = suffix !== own && (suffix === '%' || own !== '') && suffix !== '';
  const isPlain = power === '' && !roughly && !more && !near && !isFraction;
  const isName = /^0\d/.test(digits);
  const isWord = bare !== (bracketed ? `-${bracketed[1]}` : plain).trim();
  return isPlain && !isName && !isWord ? read(value) : read(value, said(shown, value));
}

/** How the numbers of a column of per cents are to be taken. */
export interface PercentColumn {
  /** What every number of the column is multiplied by. */
  readonly factor: 1 | 100;
  /** What is to be said of the whole column. */
  readonly remark?: Bilingual;
}

/**
 * Whether the numbers of a column of per cents are parts of one (0.85 for 85 %): so where all lie
 * between 0 and 1 and some between the two. Decided for the whole column, never for a cell alone.
 */
export function percentColumn(cells: readonly Cell[]): PercentColumn {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number');
  const isText = cells.some((cell) => typeof cell === 'string' && /\d/.test(cell));
  const parts = numbers.filter((number) => number > 0 && number < 1);
  if (numbers.length === 0) return { factor: 1 };
  if (numbers.every((number) => number >= 0 && number <= 1)) {
    if (parts.length > 0 && !isText) {
      return {
        factor: 100,
        remark: {
          zh: '这一列的数都在 0 到 1 之间，按百分数读入：0.85 为 85%。',
          en: 'All numbers of this column lie between 0 and 1 and are read as parts of one: 0.85 is 85 %.',
        },
      };
    }
    if (numbers.every((number) => number === 0)) return { factor: 1 };
  } else if (parts.length === 0) return { factor: 1 };
  return {
    factor: 1,
    remark: {
      zh: '这一列有的数不到 1，仍按原数读入（0.85 为 0.85%），请核对。',
      en: 'Some numbers of this column are 1 or less and are read as they stand (0.85 is 0.85 %); please check.',
    },
  };
}

/** A number of a column of per cents, in per cent. */
export const inPercent = (number: number, { factor }: PercentColumn): number =>
  factor === 1 ? number : Number(`${number}e2`);
