import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from '../../components/TextField';
import { v } from './texts';

interface ChargeCellProps {
  /** Whose, and which of line, point and project: said to screen readers. */
  readonly label: string;
  readonly value: string;
  /** What others have: most names are chosen, not typed. */
  readonly offered: readonly string[];
  readonly onCommit: (value: string) => void;
}

/**
 * One of line, point and project in its place in the table: Enter opens it, Enter again keeps what
 * was chosen or typed, Escape does not. A gap has its icon and word.
 */
export function ChargeCell({ label, value, offered, onCommit }: ChargeCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const comesBack = useRef(false);
  const list = useId();
  const isOpen = typed !== null;
  useEffect(() => {
    if (isOpen || !comesBack.current) return;
    comesBack.current = false;
    button.current?.focus();
  }, [isOpen]);

  const close = (isKept: boolean) => {
    if (isKept && typed !== null && typed.trim() !== value.trim()) onCommit(typed.trim());
    setTyped(null);
  };
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    comesBack.current = true;
    close(event.key === 'Enter');
  };
  if (typed === null) {
    const isGap = value.trim() === '';
    return (
      <button
        ref={button}
        type="button"
        data-charge
        className={isGap ? 'ty-charge ty-charge-gap' : 'ty-charge'}
        aria-label={`${label}：${isGap ? v('tasks.charges.gap') : value}`}
        onClick={() => setTyped(value)}
      >
        {isGap ? `✗ ${v('tasks.charges.gap')}` : value}
      </button>
    );
  }
  return (
    <>
      <input
        className="ty-input"
        aria-label={label}
        value={typed}
        maxLength={500}
        list={list}
        // biome-ignore lint/a11y/noAutofocus: the user just opened this cell
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => close(true)}
        onKeyDown={pressed}
      />
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
