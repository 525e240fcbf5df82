import { useState } from 'react';
import { Button } from 'react-aria-components';
import { nextPeriod, type Period, periodOf, previousPeriod } from '../../shared/calendar/period';
import { readMonth } from '../../shared/reading/period';
import { useToday } from '../state/today';
import { d } from './date-texts';
import { WrittenField } from './WrittenField';

interface MonthFieldProps {
  readonly label: string;
  /** A month, or empty. */
  readonly value: Period | '';
  readonly onChange: (month: Period | '') => void;
  /** Hears whether the text cannot be read: then nothing that stands on the month is done. */
  readonly onUnread: (isUnread: boolean) => void;
  readonly error?: string | undefined;
  readonly className?: string;
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** A month: written in any usual shape, or picked from the twelve of a year. */
export default function MonthField(props: MonthFieldProps) {
  const { label, value, onChange, onUnread, error, className } = props;
  const today = useToday();
  const own = periodOf(today, 'month');
  const [year, setYear] = useState<string>();
  const shown = year ?? (value === '' ? own : value).slice(0, 4);
  const step = (key: string): string | undefined => {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
    if (value === '') return own;
    return key === 'ArrowUp' ? nextPeriod(value) : previousPeriod(value);
  };
  const turn = (years: number) => setYear(String(Number(shown) + years).padStart(4, '0'));
  return (
    <WrittenField
      label={label}
      value={value}
      read={(text) => readMonth(text, Number(today.slice(0, 4)))}
      textOf={(month) => month}
      onRead={onChange}
      onUnread={onUnread}
      error={error}
      className={className}
      placeholder={d('monthExample')}
      step={step}
      openLabel={d('openMonths')}
      chooser={(choose) => (
        <>
          <header className="ty-date-head">
            <Button
              className="ty-button ty-button-small"
              aria-label={d('previousYear')}
              onPress={() => turn(-1)}
            >
              ‹
            </Button>
            <h2 aria-live="polite">{shown}</h2>
            <Button
              className="ty-button ty-button-small"
              aria-label={d('nextYear')}
              onPress={() => turn(1)}
            >
              ›
            </Button>
          </header>
          <div className="ty-month-grid">
            {months.map((month) => (
              <Button
                key={month}
                autoFocus={`${shown}-${month}` === (value || own)}
                className="ty-button ty-button-small"
                onPress={() => choose(`${shown}-${month}`)}
              >
                {d('monthOf', { month: Number(month) })}
              </Button>
            ))}
          </div>
          <p className="ty-date-near">
            <Button className="ty-button ty-button-small" onPress={() => choose(own)}>
              {d('thisMonth')}
            </Button>
          </p>
        </>
      )}
    />
  );
}
