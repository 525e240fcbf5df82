/** What a number in a cell is by its format. */
export type NumberMeaning = 'number' | 'day' | 'time' | 'percent';

/** Formats that every program knows by number: days, times and percentages among them. */
const days = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const times = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** What a format of its own says: by its letters, without what is quoted, escaped or in brackets. */
export function meaningOfCode(code: string): NumberMeaning {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P|上午\/下午|General/gi, '')
    .toLowerCase();
  if (/[yde年日]/.test(bare) && !/0|#/.test(bare)) return 'day';
  if (/[hs]/.test(bare)) return 'time';
  if (/m/.test(bare)) return 'day';
  return bare.includes('%') ? 'percent' : 'number';
}

/** What the format of that number means; `codes` are the workbook's own. */
export function meaningOfFormat(id: number, codes: ReadonlyMap<number, string>): NumberMeaning {
  const code = codes.get(id);
  if (code !== undefined) return meaningOfCode(code);
  if (days.has(id)) return 'day';
  if (times.has(id)) return 'time';
  return id === 9 || id === 10 ? 'percent' : 'number';
}
