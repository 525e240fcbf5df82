/**
 * What a number in a cell is by its format. A `moment` is a day with its time, a `month` a day of
 * which only year and month are shown, `elapsed` hours that may be more than a day has. `digits` are
 * numbers that are names, shown with leading zeros up to that many.
 */
export type NumberMeaning =
  | 'number'
  | 'day'
  | 'month'
  | 'moment'
  | 'time'
  | 'elapsed'
  | 'percent'
  | { readonly digits: number };

/** Formats that every program knows by number: days, times and percentages among them. */
const days = new Set([14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58]);
const months = new Set([17, 27, 36, 50, 52, 57]);
const times = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);

/** What a format of its own says: by its letters, without what is quoted, escaped or in brackets. */
export function meaningOfCode(code: string): NumberMeaning {
  const [shown = ''] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const bare = shown
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午|General/gi, '')
    // Parts of a second are no figures of a number.
    .replace(/s\.0+/gi, 's')
    .toLowerCase();
  if (/\[[hms]+\]/.test(bare)) return 'elapsed';
  const hasTime = /[hs]/.test(bare);
  if (/[yde年日]/.test(bare) && !/0|#/.test(bare)) {
    if (hasTime) return 'moment';
    return /[yeg年]/.test(bare) && /m/.test(bare) && !/[d日]/.test(bare) ? 'month' : 'day';
  }
  if (hasTime) return 'time';
  if (/m/.test(bare)) return 'day';
  if (bare.includes('%')) return 'percent';
  const zeros = /^0{2,15}$/.exec(shown.trim());
  return zeros ? { digits: zeros[0].length } : 'number';
}

/** What the format of that number means; `codes` are the workbook's own. */
export function meaningOfFormat(id: number, codes: ReadonlyMap<number, string>): NumberMeaning {
  const code = codes.get(id);
  if (code !== undefined) return meaningOfCode(code);
  if (id === 22) return 'moment';
  if (id === 46) return 'elapsed';
  if (days.has(id)) return 'day';
  if (months.has(id)) return 'month';
  if (times.has(id)) return 'time';
  return id === 9 || id === 10 ? 'percent' : 'number';
}
