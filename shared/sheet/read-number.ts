import { type Cell, cellText } from './book';
import { plainText, saysNothing } from './plain-text';
import type { Reading } from './read-day';

/**
 * The number that a cell states: `1,234.5`, `85%` (85), `12 学时`, `约30人`, full-width digits,
 * `（12）` for minus twelve. Null where the cell says nothing.
 */
export function readNumber(cell: Cell): Reading<number | null> {
  if (typeof cell === 'number') return { ok: true, value: cell };
  const shown = cellText(cell).trim();
  if (saysNothing(shown)) return { ok: true, value: null };
  const refused: Reading<never> = {
    ok: false,
    reason: { zh: `“${shown}”不是一个数。`, en: `"${shown}" is not a number.` },
  };
  if (typeof cell !== 'string') return refused;
  const text = plainText(cell)
    .replace(/[\s_]/g, '')
    .replace(/[−–－]/g, '-');
  const negative = /^\((\d[\d,.]*)\)$/.exec(text);
  const bare = negative ? `-${negative[1]}` : text;
  const match =
    /^(约|共|计)?([¥￥]?)([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-+]?\.\d+)([^\d.,]{0,8})$/.exec(
      bare,
    );
  if (!match) return refused;
  const value = Number((match[3] ?? '').replaceAll(',', ''));
  if (!Number.isFinite(value)) return refused;
  const about = match[1] === '约';
  return about
    ? { ok: true, value, guessed: { zh: `按 ${value} 读入。`, en: `Read as ${value}.` } }
    : { ok: true, value };
}
