import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Reading } from '../../shared/reading/reading';
import { bilingual } from '../i18n/i18n';
import { Field } from './Field';
import { useOwnDialog } from './own-dialog';
import { isComposing } from './TextField';
import './date-field.css';

interface WrittenFieldProps<T> {
  readonly label: string;
  /** What is kept, as it is written. */
  readonly value: string;
  /** Reads what was typed or pasted. */
  readonly read: (text: string) => Reading<T>;
  /** How a value that was read is written. */
  readonly textOf: (value: T) => string;
  /** Hears of every text that can be read. */
  readonly onRead: (value: T) => void;
  /** Hears whether the text cannot be read, where no dialog waits for that by itself. */
  readonly onUnread?: ((isUnread: boolean) => void) | undefined;
  /** What stands beside the text while it can be read: the weekday. */
  readonly aside?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  /** The text that a key leads to: arrows step by a day. */
  readonly step?: (key: string) => string | undefined;
  readonly openLabel: string;
  /** What hangs below the field; `choose` takes a text as if it had been typed. */
  readonly chooser: (choose: (text: string) => void) => ReactNode;
}

/**
 * A day or month as people write it: typed or pasted in any shape, read at once, with what was taken
 * for granted or why it cannot be read said below. While it cannot be read, the dialog does not save.
 */
export function WrittenField<T>(props: WrittenFieldProps<T>) {
  const { label, value, read, textOf, onRead, aside, hint, error, className, step } = props;
  const [text, setText] = useState(value);
  /** What was said of a text that has since been rewritten. */
  const [remark, setRemark] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const sent = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  const [ref, portal] = useOwnDialog();
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
    setRemark(undefined);
  }, [value]);
  const reading = read(text);
  const reason = reading.ok ? undefined : bilingual(reading.reason);

  const isUnread = reason !== undefined;
  const { onUnread } = props;
  useEffect(() => onUnread?.(isUnread), [isUnread, onUnread]);

  const take = (next: string) => {
    setText(next);
    const now = read(next);
    setRemark(now.ok && now.remark ? bilingual(now.remark) : undefined);
    if (!now.ok) return;
    sent.current = textOf(now.value);
    onRead(now.value);
  };
  /** Takes a text that was chosen, not typed; the form hears of it as of typing. */
  const choose = (next: string) => {
    take(next);
    input.current?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const settle = () => {
    if (reading.ok) setText(textOf(reading.value));
  };
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setOpen(true);
      return;
    }
    const next = event.altKey || event.ctrlKey ? undefined : step?.(event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const note = error ?? reason;
  return (
    <Field
      label={label}
      hint={remark ?? hint}
      error={note}
      {...(className !== undefined && { className })}
    >
      {(wiring) => (
        <div className="ty-date" ref={ref}>
          <input
            {...wiring}
            ref={input}
            className="ty-input"
            data-written={reason === undefined ? 'read' : 'unread'}
            autoComplete="off"
            placeholder={props.placeholder}
            maxLength={200}
            value={text}
            onChange={(event) => take(event.target.value)}
            onBlur={settle}
            onKeyDown={pressed}
          />
          {aside && reason === undefined && <span className="ty-date-aside">{aside}</span>}
          <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
            <Button className="ty-date-open" aria-label={props.openLabel}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path
                  d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.4"
                />
              </svg>
            </Button>
            <Popover className="ty-popover" placement="bottom end" {...portal}>
              <Dialog className="ty-date-dialog" aria-label={label}>
                {props.chooser((next) => {
                  choose(next);
                  const now = read(next);
                  if (now.ok) setText(textOf(now.value));
                  setOpen(false);
                })}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </div>
      )}
    </Field>
  );
}
