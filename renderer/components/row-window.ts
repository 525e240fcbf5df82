import { type CSSProperties, type UIEvent, useDeferredValue, useState } from 'react';
import { flushSync } from 'react-dom';

/** From so many rows on only those in sight are in the page, where nothing else is said. */
export const manyRows = 200;
/** What is drawn beyond both edges, in px. */
const margin = 88;

interface RowWindow {
  readonly isVirtual: boolean;
  /** The rows to draw: from `first`, up to before `last`. */
  readonly first: number;
  readonly last: number;
  /** For the frame that scrolls. */
  readonly frame: {
    readonly style: CSSProperties | undefined;
    readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  };
}

/**
 * Which of `count` rows of `rowHeight` px are in sight of a frame of `height` rem, `head` px of which
 * a head takes. Virtualised from `many` rows on.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
  height: number,
  { many = manyRows, head = 0 } = {},
): RowWindow {
  // The row at the upper edge: scrolling within a row draws nothing anew.
  const [row, setRow] = useState(0);
  const isVirtual = count >= many;
  // What is in sight comes first; what lies beyond the edges follows when that is on the screen.
  const settled = useDeferredValue(row, isVirtual ? -Infinity : row);
  const shown = Math.ceil((height * 16 - head) / rowHeight) + 1;
  // Fewer rows than it was scrolled past, e.g. after filtering: show the last ones.
  const top = Math.max(0, count - shown);
  const at = Math.min(top, row);
  const beyond = Math.ceil(margin / rowHeight);
  // What is drawn already beyond the edges stays, as far as it is still near.
  const before = Math.min(top, settled);
  const [up, down] =
    Math.abs(at - before) > shown
      ? [at, at + shown]
      : [
          Math.min(at, Math.max(at, before) - beyond),
          Math.max(at, Math.min(at, before) + beyond) + shown,
        ];
  return {
    isVirtual,
    first: isVirtual ? Math.max(0, up) : 0,
    last: isVirtual ? Math.min(count, down) : count,
    frame: {
      style: isVirtual ? { maxHeight: `${height}rem` } : undefined,
      onScroll: ({ currentTarget }) => {
        if (!isVirtual) return;
        // At once: put off, the frame that scrolls would show a gap where the rows are to come.
        flushSync(() => setRow(Math.floor(currentTarget.scrollTop / rowHeight)));
      },
    },
  };
}
