import { useMemo } from 'react';
import { periodLabel, periodOf, periodRange } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { closingOf } from '../../../shared/insight/closing';
import { leadersOf } from '../../../shared/insight/people';
import { ratingPeriodOf, sheetStatus } from '../../../shared/insight/score';
import { shortDayText, t, useLanguage } from '../../i18n/i18n';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';

/** The month, and in January the year, that is being closed: what is left of it, and the new year. */
export function Closing() {
  const replica = useReplica();
  const today = useToday();
  const language = useLanguage();
  const found = useMemo(() => {
    const { state } = replica;
    const when = { today, calendar: standardCalendar() };
    const month = closingOf(state, 'month', when);
    const rated = month && ratingPeriodOf(state, month.period);
    const isRated = rated !== undefined && periodRange(rated).last < today;
    const leaders = isRated ? leadersOf(state, rated) : [];
    const open = leaders.filter(({ id }) => sheetStatus(state, id, rated ?? '') !== 'submitted');
    return { month, year: closingOf(state, 'year', when), all: leaders.length, open: open.length };
  }, [replica, today]);
  const { month, year, all, open } = found;
  return (
    <>
      {month && (
        <p className="ty-banner" role="status">
          {t('home.closing', {
            period: periodLabel(month.period, language),
            due: shortDayText(month.due),
          })}{' '}
          {all > 0 && (
            <>
              <a href={hrefOf('rating', { month: month.period })}>
                {open > 0
                  ? t('home.closing.rating', { all, open })
                  : t('home.closing.rated', { all })}
              </a>
              {' · '}
            </>
          )}
          <a href={hrefOf('mechanisms', { month: month.period })}>{t('home.closing.items')}</a>
          {' · '}
          <a href={hrefOf('summary', { month: month.period })}>{t('home.print')}</a>
        </p>
      )}
      {year && (
        <p className="ty-banner" role="status">
          {t('home.closing', {
            period: periodLabel(year.period, language),
            due: shortDayText(year.due),
          })}{' '}
          <a href={hrefOf('targets', { month: `${year.period}-12` })}>
            {t('home.closing.targets')}
          </a>
          {' · '}
          <a href={hrefOf('summary', { month: `${year.period}-12`, span: 'year' })}>
            {t('home.closing.report')}
          </a>
          {' · '}
          <a href={hrefOf('tasks', { month: periodOf(today, 'month'), scope: 'year' })}>
            {t('home.closing.plan', { year: periodLabel(periodOf(today, 'year'), language) })}
          </a>
        </p>
      )}
    </>
  );
}
