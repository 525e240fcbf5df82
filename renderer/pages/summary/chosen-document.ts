import { useMemo } from 'react';
import { monthsOf, type Period, periodOf, periodRange } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { meantPeriod } from '../../../shared/insight/closing';
import {
  type DocumentKind,
  type DocumentRequest,
  type DocumentSpan,
  type DocumentSubject,
  subjectsOf,
} from '../../../shared/report/document-kind';
import { documentKind } from '../../../shared/report/documents';
import { monthlyKind } from '../../../shared/report/summary';
import { useLanguage } from '../../i18n/i18n';
import { useLocation } from '../../state/location';
import { useMonth } from '../../state/month';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';

/** The document that the address of the page names, and what it could be of. */
export interface ChosenDocument {
  readonly kind: DocumentKind;
  readonly span: DocumentSpan;
  readonly month: Period;
  readonly subjects: readonly DocumentSubject[];
  /** Undefined where there is nobody and nothing it could be of in this period. */
  readonly request: DocumentRequest | undefined;
  readonly period: Period;
}

/** Which document the page shows: kind, span, subject and month are all in its address. */
export function useChosenDocument(): ChosenDocument {
  const { params } = useLocation();
  const replica = useReplica();
  const today = useToday();
  const language = useLanguage();
  const [month] = useMonth('summary');
  return useMemo(() => {
    const kind = documentKind(params.document ?? '') ?? monthlyKind;
    const span = kind.spans.find((one) => one === params.span) ?? kind.spans[0];
    // Without a month in the address, a year that is being closed is meant through January.
    const period =
      params.month === undefined
        ? meantPeriod(replica.state, span, { today, calendar: standardCalendar() })
        : periodOf(periodRange(month).first, span);
    const watch = { period, today, language, calendar: standardCalendar() };
    const subjects = subjectsOf(kind, replica.state, watch);
    const subject = subjects.find(({ id }) => id === params.subject) ?? subjects[0];
    const request = subject && { ...watch, subject: subject.id };
    return { kind, span, month, period, subjects, request };
  }, [params, replica, today, language, month]);
}

/** The month that stands for a period in the address: that of today if it lies in it. */
export function monthFor(period: Period, today: string): Period {
  const months = monthsOf(period);
  const current = periodOf(today, 'month');
  return months.includes(current) ? current : (months.at(-1) ?? current);
}
