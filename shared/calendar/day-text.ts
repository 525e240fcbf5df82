import { type Day, isDay } from './day';
import { monthNames } from './period';

/**
 * A day as documents write it, in Arabic numerals without leading zeros: 2026年11月5日, `5 November
 * 2026`; without the year where `year` is the day's own. Empty for an empty or impossible day.
 */
export function dayText(day: Day | '', language: 'zh' | 'en', year?: number): string {
  if (!isDay(day)) return '';
  const [y = 0, month = 0, date = 0] = day.split('-').map(Number);
  const isOwnYear = y === year;
  if (language === 'zh') return `${isOwnYear ? '' : `${y}年`}${month}月${date}日`;
  return `${date} ${monthNames[month - 1]}${isOwnYear ? '' : ` ${y}`}`;
}
