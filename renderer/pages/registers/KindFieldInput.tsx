import { isDay } from '../../../shared/calendar/day';
import { listOf } from '../../../shared/changes/records';
import type { Field, FieldValue } from '../../../shared/kinds/field';
import type { RecordOf } from '../../../shared/model/collections';
import DateField from '../../components/DateField';
import { NumberField } from '../../components/NumberField';
import PeopleField from '../../components/PeopleField';
import PersonField from '../../components/PersonField';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { bilingual, t } from '../../i18n/i18n';
import { useReplica } from '../../state/workspace';

interface KindFieldInputProps {
  readonly field: Field;
  readonly value: FieldValue;
  readonly people: readonly RecordOf<'person'>[];
  readonly onChange: (value: FieldValue) => void;
  /** Of a deadline: its words, kept in a field of their own, and who hears of them. */
  readonly words?: { readonly is: string; readonly onChange: (words: string) => void } | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

const textOf = (value: FieldValue): string => (typeof value === 'string' ? value : '');

/** The control that a field of a register declares. */
export function KindFieldInput(props: KindFieldInputProps) {
  const { field, value, people, onChange, words, error, autoFocus } = props;
  const { state } = useReplica();
  const { control } = field;
  const label = bilingual(field.label);
  const wide = control.type === 'prose' || control.type === 'people' || field.key === 'title';
  const common = {
    label,
    error,
    ...(wide && { className: 'ty-wide' }),
    ...(field.hint && { hint: bilingual(field.hint) }),
  };
  switch (control.type) {
    case 'line':
    case 'prose':
      return (
        <TextField
          {...common}
          value={textOf(value)}
          multiline={control.type === 'prose'}
          {...(field.required && { required: true })}
          {...(autoFocus && { autoFocus })}
          onChange={onChange}
        />
      );
    case 'day': {
      const day = textOf(value);
      return (
        <DateField
          {...common}
          value={isDay(day) ? day : ''}
          onChange={onChange}
          {...(control.deadline && {
            deadline: { words: words?.is ?? '', ...(words && { onWords: words.onChange }) },
          })}
        />
      );
    }
    case 'number': {
      const unit = control.unit ? bilingual(control.unit) : '';
      return (
        <NumberField
          label={unit === '' ? label : t('registers.withUnit', { label, unit })}
          {...(field.hint && { hint: bilingual(field.hint) })}
          value={typeof value === 'number' ? value : null}
          unit={control.unit?.zh}
          min={control.min}
          max={control.max}
          wrong={t('registers.number', { min: control.min, max: control.max })}
          onCommit={onChange}
        />
      );
    }
    case 'flag':
      return (
        <label className="ty-field ty-registers-flag">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {label}
        </label>
      );
    case 'choice':
      return (
        <SelectField
          {...common}
          value={textOf(value)}
          optional={!field.required}
          options={control.options.map((option) => ({
            value: option.value,
            label: bilingual(option.text),
          }))}
          onChange={onChange}
        />
      );
    case 'person':
      return <PersonField {...common} value={textOf(value)} people={people} onChange={onChange} />;
    case 'people':
      return (
        <PeopleField
          {...common}
          value={typeof value === 'object' && value !== null ? value : []}
          people={people}
          onChange={onChange}
        />
      );
    case 'department':
      return (
        <SelectField
          {...common}
          value={textOf(value)}
          optional
          options={listOf(state, 'department').map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      );
  }
}
