import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from 'react-aria-components';
import { addDays, type Day, isDay, weekday } from '../../shared/calendar/day';
import { type Period, periodOf, periodRange } from '../../shared/calendar/period';
import { standardCalendar } from '../../shared/calendar/workdays';
import { readDay } from '../../shared/reading/day';
import { type Deadline, readDeadline } from '../../shared/reading/deadline';
import { type Reading, read, unread } from '../../shared/reading/reading';
import { useLanguage } from '../i18n/i18n';
import { useToday } from '../state/today';
import { d } from './date-texts';
import { WrittenField } from './WrittenField';

interface DateFieldProps {
  readonly label: string;
  /** A day, or empty. */
  readonly value: Day | '';
  readonly onChange: (day: Day | '') => void;
  /**
   * Of a deadline, that may be written in words: what no day says of it, and who hears of that and
   * of how often it falls due.
   */
  readonly deadline?: {
    readonly words: string;
    readonly period?: Period;
    readonly onWords?: (words: string, every: Deadline['every']) => void;
  };
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly className?: string;
}

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Of a deadline that keeps no words. */
const noDayIn = (text: string) =>
  unread(`“${text}”没有具体日期，请写明到哪一天。`, `"${text}" names no day; write by which day.`);

/** A day: written in any usual shape, or picked from a calendar that shows which days are off. */
export default function DateField(props: DateFieldProps) {
  const { label, value, onChange, deadline, hint, error, className } = props;
  const language = useLanguage();
  const today = useToday();
  const calendar = standardCalendar();
  const readText = (text: string): Reading<Deadline> => {
    const year = Number(today.slice(0, 4));
    if (deadline) {
      const reading = readDeadline(text, { year, period: deadline.period });
      const isKept = !reading.ok || reading.value.words === '' || deadline.onWords;
      return isKept ? reading : noDayIn(text);
    }
    const reading = readDay(text, year, 'refuse');
    return reading.ok ? read({ due: reading.value, words: '' }, reading.remark) : reading;
  };
  const day = isDay(value) ? value : undefined;
  const step = (key: string): string | undefined => {
    const days = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }[key];
    return days === undefined ? undefined : day ? addDays(day, days) : today;
  };
  const month = periodOf(day ?? today, 'month');
  const near = [
    { text: d('today'), day: today },
    { text: d('monthEnd'), day: periodRange(month).last },
    { text: d('lastWorkday'), day: calendar.lastWorkday(month) },
  ];
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
      <WrittenField
        label={label}
        value={value === '' ? (deadline?.words ?? '') : value}
        read={readText}
        textOf={({ due, words }) => due || words}
        onRead={({ due, words, every }) => {
          onChange(due);
          deadline?.onWords?.(words, every);
        }}
        aside={
          day &&
          `${d(weekdays[weekday(day) - 1] ?? 'monday')}${
            calendar.isWorkday(day) ? '' : ` ${d('dayOff')}`
          }`
        }
        hint={hint}
        error={error}
        className={className}
        placeholder={d('dayExample')}
        step={step}
        openLabel={d('openCalendar')}
        chooser={(choose) => (
          <>
            <Calendar
              value={day ? parseDate(day) : null}
              defaultFocusedValue={parseDate(day ?? today)}
              onChange={(date) => choose(date.toString())}
              firstDayOfWeek="mon"
              // The user opened it to choose a day.
              autoFocus
            >
              <header className="ty-date-head">
                <Button slot="previous" className="ty-button ty-button-small">
                  ‹
                </Button>
                <Heading />
                <Button slot="next" className="ty-button ty-button-small">
                  ›
                </Button>
              </header>
              <CalendarGrid>
                <CalendarGridHeader>
                  {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => (
                    <CalendarCell
                      date={date}
                      className={`ty-date-cell ${
                        calendar.isWorkday(date.toString()) ? '' : 'ty-date-off'
                      }`}
                    />
                  )}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
            <p className="ty-date-near">
              {near.map((one) => (
                <Button
                  key={one.text}
                  className="ty-button ty-button-small"
                  onPress={() => choose(one.day)}
                >
                  {one.text}
                </Button>
              ))}
            </p>
          </>
        )}
      />
    </I18nProvider>
  );
}
