import { type CSSProperties, type UIEvent, useState } from 'react';

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
 * Which of `count` rows of `rowHeight` px are in sight of a frame of `height` rem. Virtualised from
 * `many` rows on.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
  height: number,
  many = manyRows,
): RowWindow {
  // The row at the upper edge: scrolling within a row draws nothing anew.
  const [row, setRow] = useState(0);
  const isVirtual = count >= many;
  const shown = Math.ceil((height * 16) / rowHeight) + 1;
  // Fewer rows than it was scrolled past, e.g. after filtering: show the last ones.
  const at = Math.min(Math.max(0, count - shown), row);
  const around = Math.ceil(margin / rowHeight);
  const first = isVirtual ? Math.max(0, at - around) : 0;
  const last = isVirtual ? Math.min(count, at + shown + around) : count;
  return {
    isVirtual,
    first,
    last,
    frame: {
      style: isVirtual ? { maxHeight: `${height}rem` } : undefined,
      onScroll: (event) =>
        isVirtual && setRow(Math.floor(event.currentTarget.scrollTop / rowHeight)),
    },
  };
}
