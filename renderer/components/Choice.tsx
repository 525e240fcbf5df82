import { type KeyboardEvent, useId } from 'react';

/** One option of a choice. */
export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Digit that chooses it while the choice has the focus. */
  readonly key?: string;
  /** What it means, shown beside the mouse. */
  readonly tip?: string;
}

interface ChoiceProps<V extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  /** Called on Enter, after a choice was made: go on to the next; `isFar` with Ctrl. */
  readonly onNext?: (from: Element, isFar: boolean) => void;
  readonly disabled?: boolean;
}

/** A few options side by side, of which one is chosen: arrows, digits or the mouse. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, value, options, onChange, onNext, disabled } = props;
  const name = useId();
  const pressed = (event: KeyboardEvent) => {
    // Enter that the input method takes for its choice is not the user's.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && onNext) {
      event.preventDefault();
      onNext(event.currentTarget, event.ctrlKey);
      return;
    }
    const chosen = options.find((option) => option.key === event.key);
    if (!chosen || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onChange(chosen.value);
  };
  return (
    <div className="ty-choice" role="radiogroup" aria-label={label} onKeyDown={pressed}>
      {options.map((option) => (
        <label key={option.value} className="ty-choice-option" title={option.tip}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span data-label={option.label}>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
