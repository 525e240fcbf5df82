import type { Block, Orientation } from '../../shared/report/blocks';

/**
 * A block as measured in the galley, all heights in CSS px. What can be broken says where:
 * paragraphs between lines, tables between rows; everything else stays whole.
 */
export type Measured =
  | { readonly kind: 'whole'; readonly block: Block; readonly height: number }
  | { readonly kind: 'heading'; readonly block: Block; readonly height: number }
  /** What follows the text and never stands on a page without some of it. */
  | { readonly kind: 'closing'; readonly block: Block; readonly height: number }
  | { readonly kind: 'break'; readonly block: Block; readonly orientation: Orientation }
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
      /** How many rows never stand alone at the foot or head of a page. */
      readonly fewest: number;
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

/** A page and what stands on it. */
export interface PageOfPieces {
  readonly orientation: Orientation;
  readonly pieces: readonly Piece[];
}

/** Heights of the type area, in CSS px. */
export type PageHeights = Readonly<Record<Orientation, number>>;

/** Fewest lines of a paragraph that may stand alone at the foot or head of a page. */
const fewestLines = 2;

/** Rounding of measured heights must not push the last line of a full page away. */
const tolerance = 1;

/** A piece on its page, with the lines or rows (0 and 1 of a whole block) it has of its block. */
interface Placed {
  readonly measured: Measured;
  readonly piece: Piece;
  readonly height: number;
  readonly first: number;
  readonly last: number;
}

/** A page while it is being filled. */
interface OpenPage {
  readonly orientation: Orientation;
  readonly placed: Placed[];
}

class Pages {
  private readonly open: OpenPage[] = [{ orientation: 'portrait', placed: [] }];
  private used = 0;

  constructor(private readonly heights: PageHeights) {}

  private get orientation(): Orientation {
    return this.open.at(-1)?.orientation ?? 'portrait';
  }

  private get height(): number {
    return this.heights[this.orientation];
  }

  get room(): number {
    return this.height - this.used + tolerance;
  }

  get isEmpty(): boolean {
    return this.page.length === 0;
  }

  /** The page that is being filled. */
  private get page(): Placed[] {
    return this.open.at(-1)?.placed ?? [];
  }

  /** The pages as they stand; without the empty one that a break at the end leaves. */
  get filled(): PageOfPieces[] {
    return this.open
      .filter(({ placed }, index) => placed.length > 0 || index === 0)
      .map(({ orientation, placed }) => ({
        orientation,
        pieces: placed.map(({ piece }) => piece),
      }));
  }

  turn(orientation = this.orientation): void {
    if (this.isEmpty) this.open.pop();
    this.open.push({ orientation, placed: [] });
    this.used = 0;
  }

  put(placed: Placed): void {
    this.page.push(placed);
    this.used += placed.height;
  }

  /** Turns the page and brings along the end of its text, so that `height` px do not stand alone. */
  turnWithEnd(height: number): void {
    const page = this.page;
    const { kept, carried } = endOf(page);
    const total = carried.reduce((sum, { height: one }) => sum + one, height);
    const fits = total <= this.height + tolerance;
    if (fits) page.splice(0, page.length, ...kept);
    this.turn();
    if (fits) for (const placed of carried) this.put(placed);
  }
}

/** A piece with fewer lines or rows of its block. */
function slice(placed: Placed, first: number, last: number): Placed {
  const { measured, piece } = placed;
  const { index, block } = piece;
  if (measured.kind === 'lines') return linesOf(measured, index, first, last);
  if (measured.kind === 'rows') return rowsOf(measured, index, first, last);
  return { measured, piece: { index, block, from: 0 }, height: placed.height, first, last };
}

/** How many of its lines or rows stand together at least. */
function fewestOf(measured: Measured): number {
  if (measured.kind === 'lines') return fewestLines;
  return measured.kind === 'rows' ? measured.fewest : 1;
}

/** Splits a page before its last lines, row or whole block, with the headings that stand over it. */
function endOf(page: readonly Placed[]): { kept: Placed[]; carried: Placed[] } {
  const kept = [...page];
  const carried: Placed[] = [];
  for (let placed = kept.pop(); placed; placed = kept.pop()) {
    const { measured, first, last } = placed;
    if (measured.kind === 'heading' || measured.kind === 'closing') {
      carried.unshift(placed);
      continue;
    }
    const fewest = fewestOf(measured);
    const cut = last - first >= 2 * fewest ? last - fewest : first;
    carried.unshift(slice(placed, cut, last));
    if (cut > first) kept.push(slice(placed, first, cut));
    break;
  }
  while (kept.at(-1)?.measured.kind === 'heading') carried.unshift(...kept.splice(-1));
  return { kept, carried };
}

/** Lines or rows of a block that must stand together at its beginning. */
const leastParts = (parts: number, fewest: number): number => (parts < 2 * fewest ? parts : fewest);

/** Height of the least of a block that must follow a heading on the same page. */
function leastHeight(measured: Measured | undefined): number {
  if (!measured) return 0;
  switch (measured.kind) {
    case 'lines':
      return leastParts(measured.starts.length, fewestLines) * measured.lineHeight;
    case 'rows':
      return rowsOf(measured, 0, 0, leastParts(measured.rowHeights.length, measured.fewest)).height;
    case 'break':
      return 0;
    default:
      return measured.height;
  }
}

type Lines = Extract<Measured, { kind: 'lines' }>;
type Rows = Extract<Measured, { kind: 'rows' }>;

function linesOf(measured: Lines, index: number, first: number, last: number): Placed {
  const { starts, lineHeight, block } = measured;
  const to = starts[last];
  const piece = { index, block, from: starts[first] ?? 0, ...(to !== undefined && { to }) };
  return { measured, piece, height: (last - first) * lineHeight, first, last };
}

function putLines(pages: Pages, index: number, measured: Lines): void {
  const lines = measured.starts.length;
  let first = 0;
  while (first < lines) {
    const left = lines - first;
    // Sums of measured heights carry rounding; the last line that fits must not be lost by it.
    let fit = Math.min(left, Math.floor(pages.room / measured.lineHeight + 1e-6));
    if (fit < left) {
      // Neither an orphan here nor a widow on the next page.
      if (left - fit < fewestLines) fit = left - fewestLines;
      if (fit < fewestLines) fit = pages.isEmpty ? 1 : 0;
    }
    if (fit > 0) pages.put(linesOf(measured, index, first, first + fit));
    first += Math.max(fit, 0);
    if (first < lines) pages.turn();
  }
}

function rowsOf(measured: Rows, index: number, first: number, last: number): Placed {
  const { rowHeights, headHeight, captionHeight, block } = measured;
  const rows = rowHeights.slice(first, last).reduce((sum, height) => sum + height, 0);
  const height = headHeight + (first === 0 ? captionHeight : 0) + rows;
  const piece = { index, block, from: first, ...(last < rowHeights.length && { to: last }) };
  return { measured, piece, height, first, last };
}

function putRows(pages: Pages, index: number, measured: Rows): void {
  const { rowHeights, headHeight, captionHeight, fewest } = measured;
  if (leastHeight(measured) > pages.room) pages.turn();
  let first = 0;
  do {
    let height = headHeight + (first === 0 ? captionHeight : 0);
    let last = first;
    while (last < rowHeights.length) {
      height += rowHeights[last] ?? 0;
      // A row higher than a page is put alone and cut by the page rather than lost in a loop.
      if (height > pages.room && last > first) break;
      last += 1;
    }
    const left = rowHeights.length - last;
    if (left > 0 && left < fewest) last = Math.max(rowHeights.length - fewest, first + 1);
    if (left > 0 && last - first < fewest && !pages.isEmpty) {
      pages.turn();
      continue;
    }
    pages.put(rowsOf(measured, index, first, last));
    first = last;
    if (first < rowHeights.length) pages.turn();
  } while (first < rowHeights.length);
}

/** Height of a heading, of the headings right below it and of the least of what they stand over. */
function heightWithNext(blocks: readonly Measured[], index: number): number {
  const least = leastHeight(blocks[index]);
  if (blocks[index]?.kind !== 'heading') return least;
  return least + heightWithNext(blocks, index + 1);
}

/**
 * Puts measured blocks on pages whose type areas have these heights. Headings stay with what
 * follows, paragraphs leave no single line behind, tables repeat their titles, the signature and the
 * list of attachments never stand on a page alone.
 * What does not fit a whole page gets one to itself, and its foot is cut off.
 */
export function paginate(blocks: readonly Measured[], heights: PageHeights): PageOfPieces[] {
  const pages = new Pages(heights);
  for (const [index, measured] of blocks.entries()) {
    const { kind, block } = measured;
    if (kind === 'break') pages.turn(measured.orientation);
    else if (kind === 'lines') putLines(pages, index, measured);
    else if (kind === 'rows') putRows(pages, index, measured);
    else {
      const needed = kind === 'heading' ? heightWithNext(blocks, index) : measured.height;
      if (needed > pages.room) {
        if (kind === 'closing') pages.turnWithEnd(needed);
        else pages.turn();
      }
      const piece = { index, block, from: 0 };
      pages.put({ measured, piece, height: measured.height, first: 0, last: 1 });
    }
  }
  return pages.filled;
}
