import type { Period } from '../../../shared/calendar/period';
import { NumberField } from '../../components/NumberField';
import { t } from '../../i18n/i18n';
import { monthText } from './target-words';

interface MonthFieldsProps {
  readonly months: readonly Period[];
  readonly numberOf: (month: Period, index: number) => number | null;
  readonly onChange: (month: Period, index: number, value: number | null) => void;
  readonly min?: number;
  /** The month that is most likely meant; it has the focus as the dialog opens. */
  readonly focused?: Period;
}

/** A number for each month of a year. */
export function MonthFields({ months, numberOf, onChange, min, focused }: MonthFieldsProps) {
  return (
    <div className="ty-targets-months">
      {months.map((month, index) => (
        <NumberField
          key={month}
          label={monthText(month)}
          value={numberOf(month, index)}
          {...(min !== undefined && { min })}
          wrong={t('targets.noNumber')}
          autoFocus={month === focused}
          onCommit={(value) => onChange(month, index, value)}
        />
      ))}
    </div>
  );
}
