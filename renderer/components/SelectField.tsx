import { t } from '../i18n/i18n';
import { Field } from './Field';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** Whether nothing may be chosen; shown as the first option. */
  readonly optional?: boolean;
  /** How choosing nothing reads. */
  readonly nothing?: string;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly className?: string;
}

/** One of a handful of options, as the system shows them. */
export function SelectField(props: SelectFieldProps) {
  const { label, value, options, onChange, optional, nothing, error, hint, className } = props;
  return (
    <Field label={label} error={error} hint={hint} {...(className && { className })}>
      {(wiring) => (
        <select
          {...wiring}
          className="ty-select"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {(optional || value === '') && (
            <option value="">
              {nothing ?? t(optional ? 'components.none' : 'components.choose')}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
