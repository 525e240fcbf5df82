import { type KeyboardEvent, useEffect, useState } from 'react';
import { readNumber } from '../../shared/reading/number';
import { bilingual } from '../i18n/i18n';
import { Field } from './Field';
import { focusFirst, isComposing } from './TextField';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** Called with null when the field was emptied. */
  readonly onCommit: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly hint?: string;
  /** What the number is counted in, where that is known: `%`, 万元. */
  readonly unit?: string | undefined;
  /** Said when what was typed is no number in the range. */
  readonly wrong: string;
  readonly className?: string;
  /** Name for screen readers where the visible label alone does not tell fields apart. */
  readonly name?: string;
  readonly autoFocus?: boolean;
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** A number, right-aligned; what is no number is said and not taken over. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onCommit, min = -1e12, max = 1e12, hint, wrong, className } = props;
  const [text, setText] = useState(textOf(value));
  useEffect(() => setText(textOf(value)), [value]);
  const reading = readNumber(text, { unit: props.unit });
  const read = reading.ok ? reading.value : null;
  const isWrong = !reading.ok || (read !== null && (read < min || read > max));
  // What was written otherwise than as a plain number is told as it is taken.
  const remark = reading.ok && reading.remark ? bilingual(reading.remark) : undefined;
  const done = () => {
    if (isWrong) return;
    const next = read;
    if (next !== value) onCommit(next);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !isComposing(event)) done();
  };
  return (
    <Field
      label={label}
      hint={remark ?? hint}
      error={isWrong ? wrong : undefined}
      {...(className && { className })}
    >
      {(wiring) => (
        <input
          {...wiring}
          {...(props.autoFocus && { ref: focusFirst })}
          className="ty-input ty-input-number"
          aria-label={props.name}
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={done}
          onKeyDown={pressed}
        />
      )}
    </Field>
  );
}
