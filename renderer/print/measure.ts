import { type Block, isClosing } from '../../shared/report/blocks';
import type { Measured } from './paginate';

/** Offsets at which the lines of a text node begin, found by where the glyphs stand. */
function lineStarts(text: Text): number[] {
  const length = text.data.length;
  const range = document.createRange();
  const topAt = (offset: number): number => {
    range.setStart(text, offset);
    range.setEnd(text, offset + 1);
    const rects = range.getClientRects();
    return rects[rects.length - 1]?.top ?? Number.NaN;
  };
  const starts = [0];
  let top = topAt(0);
  for (let offset = 1; offset < length; offset += 1) {
    const next = topAt(offset);
    // Fallback fonts sit a little higher or lower on the same line.
    if (next - top > 8) {
      starts.push(offset);
      top = next;
    }
  }
  return starts;
}

/** A single row at the foot or head of a page looks forgotten. */
const fewestRows = 2;

/** Fewer bars than these are no chart at the foot or head of a page. */
const fewestBars = 3;

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/** What the galley shows of one block, measured. */
export function measure(element: Element, block: Block): Measured {
  if (isClosing(block)) return { kind: 'closing', block, height: heightOf(element) };
  switch (block.type) {
    case 'page-break':
      return { kind: 'break', block, orientation: block.orientation ?? 'portrait' };
    case 'heading':
      return { kind: 'heading', block, height: heightOf(element) };
    case 'paragraph': {
      const text = element.firstChild;
      if (!(text instanceof Text)) return { kind: 'whole', block, height: heightOf(element) };
      const starts = lineStarts(text);
      return { kind: 'lines', block, starts, lineHeight: heightOf(element) / starts.length };
    }
    case 'table': {
      const head = element.querySelector('thead');
      const rowHeights = [...element.querySelectorAll('tbody tr')].map(heightOf);
      const headHeight = head ? heightOf(head) : 0;
      const inner = rowHeights.reduce((sum, height) => sum + height, headHeight);
      const captionHeight = heightOf(element) - inner;
      return { kind: 'rows', block, captionHeight, headHeight, rowHeights, fewest: fewestRows };
    }
    case 'chart': {
      const bars = [...element.querySelectorAll('.paper-bar')];
      const [firstBar] = bars;
      const last = bars.at(-1);
      if (!firstBar || !last) return { kind: 'whole', block, height: heightOf(element) };
      const { top, bottom } = element.getBoundingClientRect();
      // What stands below the bars goes with the last of them.
      const below = bottom - last.getBoundingClientRect().bottom;
      const rowHeights = bars.map((bar) => heightOf(bar) + (bar === last ? below : 0));
      const captionHeight = firstBar.getBoundingClientRect().top - top;
      return { kind: 'rows', block, captionHeight, headHeight: 0, rowHeights, fewest: fewestBars };
    }
    default:
      return { kind: 'whole', block, height: heightOf(element) };
  }
}
