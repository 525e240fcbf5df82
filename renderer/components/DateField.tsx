import { CalendarDate, parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
} from 'react-aria-components';
import { type Day, isDay } from '../../shared/calendar/day';
import { standardCalendar } from '../../shared/calendar/workdays';
import { t, useLanguage } from '../i18n/i18n';
import './date-field.css';
import { useOwnDialog } from './own-dialog';

interface DateFieldProps {
  readonly label: string;
  /** A day, or empty. */
  readonly value: Day | '';
  readonly onChange: (day: Day | '') => void;
  readonly error?: string | undefined;
  readonly className?: string;
}

const dayOfDate = ({ year, month, day }: CalendarDate): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A day: typed in its parts or picked from a calendar that shows which days are off. */
export default function DateField({ label, value, onChange, error, className }: DateFieldProps) {
  const language = useLanguage();
  const calendar = standardCalendar();
  const [ref, portal] = useOwnDialog();
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
      <DatePicker
        ref={ref}
        className={`ty-field ${className ?? ''}`}
        value={isDay(value) ? parseDate(value) : null}
        onChange={(date) => {
          if (date === null) onChange('');
          else if (date instanceof CalendarDate && date.year >= 1900) onChange(dayOfDate(date));
        }}
        isInvalid={error !== undefined}
        firstDayOfWeek="mon"
        shouldForceLeadingZeros={false}
      >
        <Label className="ty-label">{label}</Label>
        <Group className="ty-input ty-date">
          <DateInput className="ty-date-parts">
            {(segment) => <DateSegment segment={segment} className="ty-date-part" />}
          </DateInput>
          <Button className="ty-date-open" aria-label={t('components.openCalendar')}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path
                d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.4"
              />
            </svg>
          </Button>
        </Group>
        {error && <FieldError className="ty-error">{error}</FieldError>}
        <Popover className="ty-popover" {...portal}>
          <Dialog className="ty-date-dialog">
            <Calendar>
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
                  {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => (
                    <CalendarCell
                      date={date}
                      className={`ty-date-cell ${
                        calendar.isWorkday(dayOfDate(date)) ? '' : 'ty-date-off'
                      }`}
                    />
                  )}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
