import type { Block } from '../../shared/report/blocks';

/**
 * A block as measured in the galley, all heights in CSS px. What can be broken says where:
 * paragraphs between lines, tables between rows; everything else stays whole.
 */
export type Measured =
  | { readonly kind: 'whole'; readonly block: Block; readonly height: number }
  | { readonly kind: 'heading'; readonly block: Block; readonly height: number }
  | { readonly kind: 'signature'; readonly block: Block; readonly height: number }
  | { readonly kind: 'break'; readonly block: Block }
  | {
      readonly kind: 'lines';
      readonly block: Block;
      readonly lineHeight: number;
      /** Offset of the first character of every line. */
      readonly starts: readonly number[];
    }
  | {
      readonly kind: 'rows';
      readonly block: Block;
      /** Caption and column titles; titles are repeated on every page. */
      readonly captionHeight: number;
      readonly headHeight: number;
      readonly rowHeights: readonly number[];
    };

/** A piece of a block on one page. `to` is exclusive; both count characters or rows. */
export interface Piece {
  /** Index of the block in the document. */
  readonly index: number;
  readonly block: Block;
  readonly from: number;
  /** Undefined for the rest of the block. */
  readonly to?: number;
}

/** Fewest lines of a paragraph that may stand alone at the foot or head of a page. */
const fewestLines = 2;

/** Rounding of measured heights must not push the last line of a full page away. */
const tolerance = 1;

class Pages {
  readonly pages: Piece[][] = [[]];
  private used = 0;

  constructor(private readonly height: number) {}

  get room(): number {
    return this.height - this.used + tolerance;
  }

  get isEmpty(): boolean {
    return this.pages.at(-1)?.length === 0;
  }

  turn(): void {
    if (this.isEmpty) return;
    this.pages.push([]);
    this.used = 0;
  }

  put(piece: Piece, height: number): void {
    this.pages.at(-1)?.push(piece);
    this.used += height;
  }

  /** Takes the last piece back, if the page keeps another one. */
  takeBack(heightOf: (piece: Piece) => number): Piece | undefined {
    const page = this.pages.at(-1);
    if (!page || page.length < 2) return undefined;
    const piece = page.pop();
    if (piece) this.used -= heightOf(piece);
    return piece;
  }
}

/** Height of the least of a block that must follow a heading on the same page. */
function leastHeight(measured: Measured | undefined): number {
  if (!measured) return 0;
  switch (measured.kind) {
    case 'lines':
      return Math.min(measured.starts.length, fewestLines) * measured.lineHeight;
    case 'rows':
      return measured.captionHeight + measured.headHeight + (measured.rowHeights[0] ?? 0);
    case 'break':
      return 0;
    default:
      return measured.height;
  }
}

function putLines(pages: Pages, index: number, measured: Measured & { kind: 'lines' }): void {
  const { starts, lineHeight, block } = measured;
  let first = 0;
  while (first < starts.length) {
    const left = starts.length - first;
    let fit = Math.min(left, Math.floor(pages.room / lineHeight));
    if (fit < left) {
      // Neither an orphan here nor a widow on the next page.
      if (left - fit < fewestLines) fit = left - fewestLines;
      if (fit < fewestLines && !pages.isEmpty) fit = 0;
      fit = Math.max(fit, pages.isEmpty ? 1 : 0);
    }
    if (fit > 0) {
      const to = first + fit < starts.length ? starts[first + fit] : undefined;
      const piece = { index, block, from: starts[first] ?? 0, ...(to !== undefined && { to }) };
      pages.put(piece, fit * lineHeight);
      first += fit;
    }
    if (first < starts.length) pages.turn();
  }
}

function putRows(pages: Pages, index: number, measured: Measured & { kind: 'rows' }): void {
  const { rowHeights, headHeight, captionHeight, block } = measured;
  if (leastHeight(measured) > pages.room) pages.turn();
  let first = 0;
  do {
    const top = headHeight + (first === 0 ? captionHeight : 0);
    let height = top;
    let last = first;
    while (last < rowHeights.length) {
      const next = height + (rowHeights[last] ?? 0);
      // A row higher than a page is put alone and cut by the page rather than lost in a loop.
      if (next > pages.room && last > first) break;
      height = next;
      last += 1;
      if (height > pages.room) break;
    }
    const rest = last < rowHeights.length;
    pages.put({ index, block, from: first, ...(rest && { to: last }) }, height);
    first = last;
    if (rest) pages.turn();
  } while (first < rowHeights.length);
}

/**
 * Puts measured blocks on pages of `height` px. Headings stay with what follows, paragraphs leave
 * no single line behind, tables repeat their titles, the signature never stands on a page alone.
 */
export function paginate(blocks: readonly Measured[], height: number): Piece[][] {
  const pages = new Pages(height);
  const wholeHeight = (piece: Piece): number => leastHeight(blocks[piece.index]);
  blocks.forEach((measured, index) => {
    const piece: Piece = { index, block: measured.block, from: 0 };
    switch (measured.kind) {
      case 'break':
        return pages.turn();
      case 'lines':
        return putLines(pages, index, measured);
      case 'rows':
        return putRows(pages, index, measured);
      case 'heading': {
        let needed = measured.height;
        for (let next = index + 1; ; next += 1) {
          const following = blocks[next];
          needed += leastHeight(following);
          if (following?.kind !== 'heading') break;
        }
        if (needed > pages.room) pages.turn();
        return pages.put(piece, measured.height);
      }
      case 'signature': {
        if (measured.height > pages.room) {
          const last = pages.takeBack(wholeHeight);
          pages.turn();
          if (last) pages.put(last, wholeHeight(last));
        }
        return pages.put(piece, measured.height);
      }
      default:
        if (measured.height > pages.room) pages.turn();
        return pages.put(piece, measured.height);
    }
  });
  return pages.pages.filter((page, index) => page.length > 0 || index === 0);
}
