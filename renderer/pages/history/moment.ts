import { localDay } from '../../../shared/calendar/clock';
import { isMomentInRange } from '../../../shared/model/range';
import { currentLanguage, dayText } from '../../i18n/i18n';

/** The calendar day of a moment (ISO 8601) where this PC stands; empty where it is none. */
export function dayOfMoment(wall: string): string {
  const moment = new Date(wall);
  // A forged moment may be of a year that no calendar here shows.
  if (Number.isNaN(moment.getTime()) || !isMomentInRange(wall)) return '';
  return localDay(moment);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment in words: `2026年11月3日 16:05`. */
export function momentText(wall: string): string {
  const moment = new Date(wall);
  const day = dayOfMoment(wall);
  if (day === '') return wall;
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  return currentLanguage() === 'zh' ? `${dayText(day)} ${time}` : `${dayText(day)}, ${time}`;
}
