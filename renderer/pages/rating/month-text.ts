import { type Period, parsePeriod, periodLabel } from '../../../shared/calendar/period';
import { currentLanguage } from '../../i18n/i18n';

/** `10月`, `October`: a month where its year is known. */
export const monthText = (month: Period): string =>
  currentLanguage() === 'zh'
    ? `${parsePeriod(month).index}月`
    : (periodLabel(month, 'en').split(' ')[0] ?? month);

/** `10月、11月`, `October, November`. */
export const monthsText = (months: readonly Period[]): string =>
  months.map(monthText).join(currentLanguage() === 'zh' ? '、' : ', ');
