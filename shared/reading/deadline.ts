import { type Day, isDay } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import { isPeriod, type Period, periodRange } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { type Cell, cellText } from './cell';
import { fullYear, readDay, withFigures } from './day';
import { plainText, saysNothing } from './plain-text';
import { type Reading, read, unread } from './reading';

/** By when something is to be done, as it was written. */
export interface Deadline {
  /** The day; empty where the words name none. */
  readonly due: Day | '';
  /** What was written, where no day says all of it; else empty. */
  readonly words: string;
  /** How often, where it is done again and again. */
  readonly every?: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
}

/** What is known beside the words. */
export interface DeadlineContext {
  /** The year of words that name none. */
  readonly year: number;
  /** The period that the work belongs to; gives words such as 月底 their month. */
  readonly period?: Period | undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Words that name no day by their nature. */
const open =
  /长期|常态|持续|经常|随时|适时|及时|立即|即时|立行立改|即知即改|边学边改|尽快|尽早|待定|另行|视情|根据|按(?:照)?(?:上级|要求|计划|规定|时|进度|序时)|贯穿|全程|日常|不定期|实时|同步|随到随办|结合实际|ongoing|asap|continuous/i;
/** `5个工作日内`: counted from a day that the words do not name. */
const counted = /\d+\s*(?:个)?(?:工作日|日|天|周|星期|月|季度|年|小时)(?:之|以)?(?:内|后)/;

/** `每月25日`, `按季度`, `逐月`. */
const cadences: readonly {
  readonly every: NonNullable<Deadline['every']>;
  readonly words: RegExp;
}[] = [
  { every: 'week', words: /(?:每|按|逐|各)个?(?:周|星期|礼拜)|周报/ },
  { every: 'month', words: /(?:每|按|逐|各)个?月|月报|月度/ },
  { every: 'half-year', words: /(?:每|按|逐|各)个?半年/ },
  { every: 'quarter', words: /(?:每|按|逐|各)个?季/ },
  { every: 'year', words: /(?:每|逐|各)个?年/ },
];

const everyTexts: Record<NonNullable<Deadline['every']>, Bilingual> = {
  week: { zh: '每周', en: 'every week' },
  month: { zh: '每月', en: 'every month' },
  quarter: { zh: '每季度', en: 'every quarter' },
  'half-year': { zh: '每半年', en: 'every half-year' },
  year: { zh: '每年', en: 'every year' },
};

/** What may stand around the words that name the day. */
const before =
  /^(?:完成(?:时限|时间)|时限|期限|截至|截止(?:到|至|于)?|最迟|不晚于|力争|确保|务必|至|于|到|在)+\s*:?/;
const done =
  /(?:全部|基本|全面)?(?:完成|办结|落实|到位|报送|上报|提交|整改|结束|完毕|见效|销号|建成|验收)+(?:到位|完毕|完成)?$/;
const by = /(?:之前|以前|前|止|截止|内|以内|之内)$/;

type Found = { readonly due: Day } | { readonly unclear: true } | { readonly impossible: true };

const lastOf = (period: string): Found =>
  isPeriod(period) ? { due: periodRange(period).last } : { impossible: true };

const halves: Readonly<Record<string, number>> = { 上: 1, 下: 2 };

/** The end of a part of a month: its first ten days, the second ten, the rest. */
function partOfMonth(year: number, month: number, part: string): Found {
  const key = `${year}-${two(month)}`;
  if (!isPeriod(key)) return { impossible: true };
  if (part === '上旬' || part === '初') return { due: `${key}-10` };
  if (part === '中旬' || part === '中') return { due: `${key}-${part === '中' ? '15' : '20'}` };
  return lastOf(key);
}

/** The day of words that name a year or a part of one; undefined where they name neither. */
function endOf(text: string, year: number, isBefore: boolean): Found | undefined {
  if (/^(?:19|20)\d{2}$/.test(text)) return isBefore ? { unclear: true } : lastOf(text);
  const match =
    /^(?:(\d{4}|\d{2}(?=年))年度?|(\d{4})(?=[-./]?[QH]|[-./]\d)|(今年|本年度?|当年)|(明年|来年|次年)|)[-./]?(.*)$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, full, bare, , next, rest = ''] = match;
  const said = full ?? bare;
  const of = said ? fullYear(Number(said)) : next ? year + 1 : year;
  const whole = text.length > rest.length;
  if (rest === '' || /^(?:底|末|年底|年末|全年|年内?|度|终)$/.test(rest)) {
    if (rest === '' && (!whole || isBefore)) return isBefore ? { unclear: true } : undefined;
    if (rest === '年' && isBefore) return { unclear: true };
    return lastOf(two(of).padStart(4, '0'));
  }
  if (/^(?:年中|中)$/.test(rest)) return { due: `${of}-06-30` };
  const half = /^([上下])半年(?:底|末|内)?$/.exec(rest)?.[1] ?? /^H([12])$/i.exec(rest)?.[1];
  if (half) return isBefore ? { unclear: true } : lastOf(`${of}-H${halves[half] ?? half}`);
  const quarter = /^(?:第?([1-4])(?:个)?季度?|Q([1-4]))(末|底|内|初)?$/i.exec(rest);
  if (quarter) {
    const isOpen = quarter[3] === '初' || (isBefore && !quarter[3]);
    return isOpen ? { unclear: true } : lastOf(`${of}-Q${quarter[1] ?? quarter[2]}`);
  }
  const month = /^(\d{1,2})(?:月份?)?(底|末|内|上旬|中旬|下旬|初|中)?$/.exec(rest);
  // `3` alone is no month; behind a year it is one.
  if (!month || (!/月/.test(rest) && !said)) return undefined;
  // Before June may mean by the end of May or of June.
  if (isBefore && !month[2]) return { unclear: true };
  return partOfMonth(of, Number(month[1]), month[2] ?? '底');
}

/** The part of a month that the words leave to the period of the work: 月底, 本月底. */
function endOfOwnMonth(text: string, period: Period | undefined): Found | undefined {
  const part = /^(?:本月|当月|月)(底|末|内|上旬|中旬|下旬|初)?$/.exec(text)?.[1];
  if (part === undefined && !/^[本当]月$/.test(text)) return undefined;
  const month = /^(\d{4})-(\d{2})$/.exec(period ?? '');
  if (!month) return { unclear: true };
  return partOfMonth(Number(month[1]), Number(month[2]), part ?? '底');
}

const until = /\s*(?:-|~|至|到|[\u2010-\u2015])+\s*/;

function find(text: string, context: DeadlineContext): Found | undefined {
  const isBefore = by.test(text) && !/内$/.test(text);
  const bare = text.replace(by, '');
  const named = endOfOwnMonth(bare, context.period) ?? endOf(bare, context.year, isBefore);
  if (named) return named;
  const day = readDay(bare, context.year, 'refuse');
  if (day.ok && day.value !== '') return { due: day.value };
  // Of a span of days or months the last counts.
  const ends = bare.split(until);
  if (ends.length === 2 && ends[0] && ends[1]) {
    const [first = '', last = ''] = ends;
    const year = /^(\d{4})/.exec(first)?.[1];
    const month = /^(?:\d{4}[-./年])?(\d{1,2})(?:月|[-./])/.exec(first)?.[1];
    const from = find(first.replace(/^(\d{1,2})$/, '$1月'), context);
    const own = { ...context, year: year ? Number(year) : context.year };
    const to =
      /^\d{1,2}[日号]?$/.test(last) && month && /[月./-]\d{1,2}[日号]?$/.test(first)
        ? find(`${own.year}-${month}-${last.replace(/[日号]/, '')}`, own)
        : find(last, own);
    if (from && to && 'due' in from && 'due' in to) {
      return from.due <= to.due ? to : { unclear: true };
    }
    if (from && to) return { unclear: true };
  }
  return undefined;
}

/** Figures that mean to be one day, month or year, and nothing else. */
const looksLikeDay = /^(?:\d+[-./年月日号、。]*)+$/;

/**
 * The deadline that is written, by this table: a day is that day; a month, quarter, half or year is
 * its last day, with a remark; a span is its last day, with a remark; 每月25日 and the like are a
 * cadence; words that name no day (长期, 及时, 5个工作日内, 6月前) are kept beside an open deadline,
 * with a remark. What names a day that does not exist is refused.
 */
export function readDeadline(cell: Cell, context: DeadlineContext): Reading<Deadline> {
  const shown = cellText(cell)
    .trim()
    .replace(/\s*\n\s*/g, ' ');
  if (saysNothing(shown)) return read({ due: '', words: '' });
  const direct = readDay(cell, context.year, 'refuse');
  if (direct.ok) return read({ due: direct.value, words: '' }, direct.remark);
  // A number that is no day is no deadline in words either, but a year or a month may be.
  if (typeof cell !== 'string' && typeof cell !== 'number') return direct;
  const words = shown.slice(0, 500);
  const plain = withFigures(plainText(shown))
    .replace(/\s+/g, '')
    .replace(/^\((.*)\)$/, '$1');
  const every = cadences.find(({ words: pattern }) => pattern.test(plain))?.every;
  if (every) {
    const { zh, en } = everyTexts[every];
    return read(
      { due: '', words, every },
      {
        zh: `“${words}”作为${zh}的要求保留文字，不定具体日期。`,
        en: `Kept in words, to be done ${en}; no day is set.`,
      },
    );
  }
  const core = plain
    .replace(before, '')
    .replace(done, '')
    .replace(/[。;,、]$/, '');
  const found = counted.test(core) && !/年内$/.test(core) ? undefined : find(core, context);
  if (found && 'due' in found && isDay(found.due)) {
    return read(
      { due: found.due, words: '' },
      {
        zh: `“${words}”按${dayText(found.due, 'zh')}读入。`,
        en: `"${words}" read as ${dayText(found.due, 'en')}.`,
      },
    );
  }
  const isNone = found !== undefined && 'impossible' in found;
  const isOpen =
    (found !== undefined && 'unclear' in found) || open.test(plain) || counted.test(plain);
  if (typeof cell === 'number') return direct;
  if (isNone || (!isOpen && looksLikeDay.test(core.replace(by, '')))) {
    return unread(
      `“${words}”不是能用的期限，请写成 2026-01-25、年底、第三季度或长期。`,
      `"${words}" is no deadline; write 2026-01-25, a month, a quarter or ongoing.`,
    );
  }
  return read(
    { due: '', words },
    {
      zh: `“${words}”没有具体日期，保留文字，期限空着。`,
      en: `"${words}" names no day; kept in words, the deadline stays open.`,
    },
  );
}
