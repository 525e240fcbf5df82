import { type Cell, cellText } from './book';
import { plainText } from './plain-text';
import type { Reading } from './read-day';

/** The period that a cell names: `2026`, `2026年第4季度`, `2026-Q4`, `2026年11月`, `2026.11`. */
export function parsePeriod(cell: Cell): Reading<string> {
  // An office program may have made a day of `2026-11`.
  if (typeof cell === 'object' && cell !== null && 'day' in cell) {
    return { ok: true, value: cell.day.slice(0, 7) };
  }
  const shown = cellText(cell).trim();
  const text = plainText(shown).replace(/\s+/g, '').toUpperCase();
  if (text === '') return { ok: true, value: '' };
  const year = /^(\d{4})年?(度|全年)?$/.exec(text);
  if (year?.[1]) return { ok: true, value: year[1] };
  const quarter = /^(\d{4})(?:年|-|\.)?(?:Q|第)?([1-4一二三四])(?:季度?)?$/.exec(text);
  if (quarter && /Q|季/.test(text)) {
    const place = '一二三四'.indexOf(quarter[2] ?? '');
    return { ok: true, value: `${quarter[1]}-Q${place >= 0 ? place + 1 : quarter[2]}` };
  }
  const month = /^(\d{4})(?:年|-|\.|\/)(0?[1-9]|1[0-2])月?$/.exec(text);
  if (month) return { ok: true, value: `${month[1]}-${month[2]?.padStart(2, '0')}` };
  return {
    ok: false,
    reason: {
      zh: `“${shown}”不是时期，应如 2026、2026-Q4 或 2026-11。`,
      en: `"${shown}" is no period; write 2026, 2026-Q4 or 2026-11.`,
    },
  };
}
