import type { KeyboardEvent, ReactNode } from 'react';

interface MarkProps {
  /** What it is and says, for screen readers and as a tip. */
  readonly label: string;
  /** Goes to the records behind it; without it the mark is only a tip. */
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A part of a drawn chart that stands for records: reached by Tab, opened by Enter or a click. */
export function Mark({ label, onOpen, children }: MarkProps) {
  if (!onOpen) {
    return (
      <g>
        <title>{label}</title>
        {children}
      </g>
    );
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen();
  };
  return (
    // SVG knows no button; role, focus and keys make it one.
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot hold one
    <g
      className="ty-mark"
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={onOpen}
      onKeyDown={pressed}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}
