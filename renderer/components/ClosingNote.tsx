import { type Period, periodLabel, periodOf } from '../../shared/calendar/period';
import { standardCalendar } from '../../shared/calendar/workdays';
import { type Closed, closingOf } from '../../shared/insight/closing';
import { shortDayText, t, useLanguage } from '../i18n/i18n';
import { useToday } from '../state/today';
import { useReplica } from '../state/workspace';

interface ClosingNoteProps {
  readonly every: Closed;
  /** The period that the page shows. */
  readonly shown: Period;
  readonly onChoose: (period: Period) => void;
}

/** In the days in which a period is being closed: says which, until when, and leads to the other. */
export function ClosingNote({ every, shown, onChoose }: ClosingNoteProps) {
  const { state } = useReplica();
  const today = useToday();
  const language = useLanguage();
  const closing = closingOf(state, every, { today, calendar: standardCalendar() });
  const current = periodOf(today, every);
  if (!closing || (shown !== closing.period && shown !== current)) return null;
  const other = shown === current ? closing.period : current;
  const period = periodLabel(closing.period, language);
  return (
    <p className="ty-hint" role="status">
      {t('components.closing', { period, due: shortDayText(closing.due) })}{' '}
      <button type="button" className="ty-link" onClick={() => onChoose(other)}>
        {t('components.closing.other', { period: periodLabel(other, language) })}
      </button>
    </p>
  );
}
