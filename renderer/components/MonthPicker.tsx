import { nextPeriod, type Period, periodLabel, previousPeriod } from '../../shared/calendar/period';
import { t, useLanguage } from '../i18n/i18n';

interface MonthPickerProps {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}

/** The month (or quarter) that a page is about, and its neighbours. */
export function MonthPicker({ value, onChange }: MonthPickerProps) {
  const language = useLanguage();
  return (
    <fieldset className="ty-actions" aria-label={periodLabel(value, language)}>
      <button
        type="button"
        className="ty-button ty-button-small"
        aria-label={t('components.previousMonth')}
        onClick={() => onChange(previousPeriod(value))}
      >
        ‹
      </button>
      <strong aria-live="polite">{periodLabel(value, language)}</strong>
      <button
        type="button"
        className="ty-button ty-button-small"
        aria-label={t('components.nextMonth')}
        onClick={() => onChange(nextPeriod(value))}
      >
        ›
      </button>
    </fieldset>
  );
}
