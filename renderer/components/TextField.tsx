import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTypedText } from '../state/forms';
import { Field } from './Field';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called on every change of the text. */
  readonly onChange?: (text: string) => void;
  /** Called when the user is done with the field: leaving it, or Enter in a single line. */
  readonly onCommit?: (text: string) => void;
  readonly multiline?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Tells fields that save themselves apart where one label stands for several. */
  readonly keepAs?: string;
}

/** Enter or Escape that the input method takes for its choice is not the user's. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;

/** The element that a dialog gives the focus to as it opens; React's `autoFocus` comes too early. */
export const focusFirst = (element: HTMLElement | null): void =>
  element?.setAttribute('autofocus', '');

/** One line or several lines of text; input methods may compose in peace. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, onCommit, multiline, placeholder, maxLength, autoFocus } = props;
  const { hint, error, required, className } = props;
  // What saves itself holds what was typed since; else the form around it does.
  const [text, setText] = useTypedText(onCommit ? (props.keepAs ?? label) : '', value);

  const changed = (next: string) => {
    setText(next);
    onChange?.(next);
  };
  const done = () => {
    // What must be filled in is not emptied by itself: what is saved shows again.
    if (onCommit && required && text.trim() === '') return setText(value);
    if (onCommit && text.trim() !== value) onCommit(text.trim());
  };
  const leave = useRef(done);
  useEffect(() => {
    leave.current = done;
  });
  // Whichever way it is left: a page that goes away leaves its fields without a word.
  useEffect(() => () => leave.current(), []);
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (!multiline || event.ctrlKey)) done();
    // Several lines are too much to lose to one key.
    if (event.key === 'Escape' && onCommit && !multiline && text !== value) {
      event.stopPropagation();
      setText(value);
    }
  };
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      {...(required && { required })}
      {...(className && { className })}
    >
      {(wiring) =>
        multiline ? (
          <textarea
            {...wiring}
            {...(autoFocus && { ref: focusFirst })}
            className="ty-area"
            value={text}
            placeholder={placeholder}
            maxLength={maxLength}
            onChange={(event) => changed(event.target.value)}
            onBlur={done}
            onKeyDown={pressed}
          />
        ) : (
          <input
            {...wiring}
            {...(autoFocus && { ref: focusFirst })}
            className="ty-input"
            value={text}
            placeholder={placeholder}
            maxLength={maxLength ?? 500}
            // biome-ignore lint/a11y/noAutofocus: the first field of a dialog the user just opened
            autoFocus={autoFocus}
            onChange={(event) => changed(event.target.value)}
            onBlur={done}
            onKeyDown={pressed}
          />
        )
      }
    </Field>
  );
}
