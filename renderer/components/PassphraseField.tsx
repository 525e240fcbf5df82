import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Field } from './Field';
import './passphrase-field.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** What the button beside it says to show and to hide the text. */
  readonly words: { readonly show: string; readonly hide: string; readonly caps: string };
  /** Shown as typed, e.g. a code from paper. */
  readonly isPlain?: boolean;
}

/** A secret: hidden while typed, shown on demand, with a word about caps lock. */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const { label, value, onChange, hint, error, autoFocus, disabled, words, isPlain } = props;
  const [isShown, setShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const pressed = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <Field label={label} error={error} hint={isCaps ? words.caps : hint}>
      {(wiring) => (
        <div className="ty-passphrase">
          <input
            {...wiring}
            className="ty-input"
            type={isShown || isPlain ? 'text' : 'password'}
            value={value}
            maxLength={1000}
            disabled={disabled}
            spellCheck={false}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the only thing to do on a locked screen
            autoFocus={autoFocus}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={pressed}
            onKeyUp={pressed}
          />
          {!isPlain && (
            <button
              type="button"
              className="ty-button ty-button-small"
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? words.hide : words.show}
            </button>
          )}
        </div>
      )}
    </Field>
  );
}
