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
  const typed = plainText(cell);
  // One blank parts groups of digits; more part two numbers.
  if (/\d\s{2,}\d/.test(typed)) return refused;
  const plain = typed
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

/** How the bare numbers of a column of per cents, those without a mark, are to be taken. */
export interface PercentColumn {
  /** What every bare number is multiplied by. */
  readonly factor: 1 | 100;
  /** Bare numbers above 1 stand beside parts of one: only the latter are multiplied, by 100. */
  readonly isMixed?: boolean;
  /** What is to be said of them. */
  readonly remark?: Bilingual;
}

/** A number without a per cent mark, as a number or in figures; undefined for all else. */
export function bareNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  const text = typeof cell === 'string' ? plainText(cell) : '';
  return /^\d{0,6}\.?\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/**
 * How the bare numbers of a column of per cents are taken: as parts of one (0.85 for 85 %) where none
 * is above 1 and some lie between 0 and 1; where others are above 1, those between 0 and 1 alone.
 */
export function percentColumn(cells: readonly Cell[]): PercentColumn {
  const numbers = cells.flatMap((cell) => bareNumber(cell) ?? []);
  const hasParts = numbers.some((number) => number > 0 && number < 1);
  const isUpToOne = numbers.every((number) => number <= 1);
  if (hasParts && isUpToOne) {
    return {
      factor: 100,
      remark: {
        zh: '这一列的数都在 0 到 1 之间，按百分数读入：0.85 为 85%。',
        en: 'All numbers of this column lie between 0 and 1 and are read as parts of one: 0.85 is 85 %.',
      },
    };
  }
  if (hasParts) {
    return {
      factor: 1,
      isMixed: true,
      remark: {
        zh: '这一列另有大于 1 的数，不到 1 的按百分数读入（0.85 为 85%），请核对。',
        en: 'Other numbers of this column are above 1; those below 1 are read as parts of one (0.85 is 85 %). Please check.',
      },
    };
  }
  const isOpen = isUpToOne && numbers.includes(1);
  return {
    factor: 1,
    ...(isOpen && {
      remark: {
        zh: '这一列的 1 按 1% 读入，如指全部完成请改为 100。',
        en: 'A 1 in this column is read as 1 %; write 100 for all of it.',
      },
    }),
  };
}

const isPart = (number: number, { factor, isMixed = false }: PercentColumn): boolean =>
  factor === 100 || (isMixed && number > 0 && number < 1);

/** A bare number of a column of per cents, in per cent, with what is to be said of it. */
export function inPercent(number: number, column: PercentColumn): Reading<number> {
  const value = isPart(number, column) ? Number(`${number}e2`) : number;
  const isSaid = value !== number || (!column.isMixed && number === 1);
  return read(value, isSaid ? column.remark : undefined);
}
