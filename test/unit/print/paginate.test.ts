import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measured, type Piece, paginate } from '../../../renderer/print/paginate';

const line = 10;
const block = { type: 'title', text: '' } as const;

const heading = (height = line): Measured => ({ kind: 'heading', block, height });
const whole = (height: number): Measured => ({ kind: 'whole', block, height });
const signature = (height = 2 * line): Measured => ({ kind: 'closing', block, height });
const pageBreak: Measured = { kind: 'break', block, orientation: 'portrait' };
const turned: Measured = { kind: 'break', block, orientation: 'landscape' };

/** Pieces by page, on upright pages of `height` px and turned ones of seven lines. */
const piecesOf = (blocks: readonly Measured[], height: number): (readonly Piece[])[] =>
  paginate(blocks, { portrait: height, landscape: 7 * line }).map(({ pieces }) => pieces);

/** A paragraph whose lines have 28 characters each. */
const lines = (count: number): Measured => ({
  kind: 'lines',
  block,
  lineHeight: line,
  starts: Array.from({ length: count }, (_, index) => index * 28),
});

const rows = (rowHeights: readonly number[], captionHeight = line, fewest = 1): Measured => ({
  kind: 'rows',
  block,
  captionHeight,
  headHeight: line,
  rowHeights,
  fewest,
});

/** How far a piece reaches in its block, in lines, rows or whole blocks. */
function reach(blocks: readonly Measured[], { index, from, to }: Piece): [number, number] {
  const measured = blocks[index];
  if (measured?.kind === 'lines') {
    const { starts } = measured;
    return [starts.indexOf(from), to === undefined ? starts.length : starts.indexOf(to)];
  }
  if (measured?.kind === 'rows') return [from, to ?? measured.rowHeights.length];
  return [0, 1];
}

function heightOf(blocks: readonly Measured[], piece: Piece): number {
  const measured = blocks[piece.index];
  const [first, last] = reach(blocks, piece);
  if (!measured) return 0;
  switch (measured.kind) {
    case 'break':
      return 0;
    case 'lines':
      return (last - first) * measured.lineHeight;
    case 'rows':
      return measured.rowHeights
        .slice(first, last)
        .reduce(
          (sum, height) => sum + height,
          measured.headHeight + (first === 0 ? measured.captionHeight : 0),
        );
    default:
      return measured.height;
  }
}

const sumOf = (heights: readonly number[]): number =>
  heights.reduce((sum, height) => sum + height, 0);

const pageHeight = (blocks: readonly Measured[], page: readonly Piece[]): number =>
  page.reduce((sum, piece) => sum + heightOf(blocks, piece), 0);

/** Pages as text: index of the block and, where it is broken, which lines or rows. */
const shown = (blocks: readonly Measured[], height: number): string[] =>
  piecesOf(blocks, height).map((page) =>
    page
      .map((piece) => {
        const [first, last] = reach(blocks, piece);
        const isWhole = piece.from === 0 && piece.to === undefined;
        return isWhole ? String(piece.index) : `${piece.index}[${first}-${last}]`;
      })
      .join(' '),
  );

describe('worked pages of ten lines', () => {
  const cases: [name: string, blocks: Measured[], pages: string[]][] = [
    ['an empty document has one page', [], ['']],
    ['what fits stays together', [heading(), lines(9)], ['0 1']],
    ['a paragraph breaks where the page ends', [lines(14)], ['0[0-10]', '0[10-14]']],
    ['no single line on the next page', [lines(11)], ['0[0-9]', '0[9-11]']],
    ['no single line at the foot', [lines(9), lines(5)], ['0', '1']],
    ['three lines are not broken', [lines(8), lines(3)], ['0', '1']],
    ['a heading goes with two lines', [lines(8), heading(), lines(6)], ['0', '1 2']],
    ['a heading goes with three whole lines', [lines(7), heading(), lines(3)], ['0', '1 2']],
    ['headings go together', [lines(7), heading(), heading(), lines(4)], ['0', '1 2 3']],
    ['a heading goes with a chart', [lines(5), heading(), whole(50)], ['0', '1 2']],
    ['a heading goes with the first row', [lines(7), heading(), rows([10, 10])], ['0', '1 2']],
    [
      'rows break, titles are repeated',
      [rows(Array(20).fill(10))],
      ['0[0-8]', '0[8-17]', '0[17-20]'],
    ],
    [
      'two rows go together to the next page',
      [rows(Array(9).fill(10), line, 2)],
      ['0[0-7]', '0[7-9]'],
    ],
    ['and at the foot', [lines(8), rows(Array(4).fill(10), 0, 2)], ['0', '1']],
    ['three of two rows are not broken', [lines(7), rows(Array(3).fill(10), 0, 2)], ['0', '1']],
    ['fewer rows than must go together', [lines(8), rows([10], 0, 3)], ['0 1']],
    [
      'a signature brings as many',
      [rows(Array(8).fill(10), line, 3), signature()],
      ['0[0-5]', '0[5-8] 1'],
    ],
    ['a table without rows', [rows([])], ['0']],
    [
      'a row higher than a page stands alone',
      [rows([10, 300, 10])],
      ['0[0-1]', '0[1-2]', '0[2-3]'],
    ],
    ['a break turns the page', [lines(2), pageBreak, lines(2)], ['0', '2']],
    ['breaks make no empty pages', [pageBreak, pageBreak, lines(2), pageBreak], ['2']],
    ['turned pages have seven lines', [lines(2), turned, lines(9)], ['0', '2[0-7]', '2[7-9]']],
    ['a break turns back', [turned, lines(2), pageBreak, lines(9)], ['1', '3']],
    ['a signature that fits', [lines(8), signature()], ['0 1']],
    ['a signature brings two lines', [lines(9), signature()], ['0[0-7]', '0[7-9] 1']],
    [
      'it brings them from a page of one paragraph',
      [lines(20), signature()],
      ['0[0-10]', '0[10-18]', '0[18-20] 1'],
    ],
    ['it brings a short paragraph whole', [lines(6), lines(3), signature()], ['0', '1 2']],
    ['and the heading over that', [lines(5), heading(), lines(3), signature()], ['0', '1 2 3']],
    ['it brings the last row', [rows(Array(8).fill(10)), signature()], ['0[0-7]', '0[7-8] 1']],
    ['it brings a chart', [lines(5), whole(45), signature()], ['0', '1 2']],
    ['two signatures bring text', [lines(8), signature(), signature()], ['0[0-6]', '0[6-8] 1 2']],
    ['it stands alone where a break says so', [lines(2), pageBreak, signature()], ['0', '2']],
  ];
  test.each(cases)('%s', (_name, blocks, pages) => {
    expect(shown(blocks, 100)).toEqual(pages);
  });

  test('a height that is a hair too large by rounding still fits', () => {
    expect(shown([lines(9), heading(line + 0.4), whole(0)], 100)).toEqual(['0 1 2']);
  });
});

const anyBlock: fc.Arbitrary<Measured> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map(lines) },
  { weight: 3, arbitrary: fc.integer({ min: 8, max: 30 }).map(heading) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 260 }).map(whole) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(fc.integer({ min: 8, max: 90 }), { maxLength: 40 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([heights, caption, fewest]) => rows(heights, caption, fewest)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }).map(signature) },
  { weight: 1, arbitrary: fc.constant(pageBreak) },
);

const anyDocument = fc.array(anyBlock, { maxLength: 40 });
const height = 200;
const tolerance = 1;

const property = (holds: (blocks: readonly Measured[], pages: (readonly Piece[])[]) => void) =>
  fc.assert(
    fc.property(anyDocument, (blocks) => {
      holds(blocks, piecesOf(blocks, height));
    }),
    { numRuns: 1000 },
  );

/** Height of the least of a block that can stand on a page. */
function least(measured: Measured | undefined): number {
  if (measured?.kind === 'lines') {
    const { length } = measured.starts;
    return (length < 4 ? length : 2) * line;
  }
  if (measured?.kind === 'rows') {
    const { captionHeight, headHeight, rowHeights, fewest } = measured;
    return (
      captionHeight +
      headHeight +
      sumOf(rowHeights.length < 2 * fewest ? rowHeights : rowHeights.slice(0, fewest))
    );
  }
  return measured === undefined || measured.kind === 'break' ? 0 : measured.height;
}

describe('any document', () => {
  test('every line, row and block is there once and in order', () => {
    property((blocks, pages) => {
      const parts = pages.flat().flatMap((piece) => {
        const [first, last] = reach(blocks, piece);
        return Array.from({ length: last - first }, (_, part) => `${piece.index}.${first + part}`);
      });
      const expected = blocks.flatMap((measured, index) => {
        if (measured.kind === 'break') return [];
        const piece = { index, block, from: 0 };
        const [, last] = reach(blocks, piece);
        return Array.from({ length: last }, (_, part) => `${index}.${part}`);
      });
      expect(parts).toEqual(expected);
      const indexes = pages.flat().map(({ index }) => index);
      expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
      const kept = blocks.flatMap(({ kind }, index) => (kind === 'break' ? [] : [index]));
      expect([...new Set(indexes)]).toEqual(kept);
    });
  });

  test('no page is empty or higher than its height, save for what fits no page', () => {
    property((blocks, pages) => {
      for (const page of pages) {
        if (pages.length > 1) expect(page.length).toBeGreaterThan(0);
        if (page.length > 1)
          expect(pageHeight(blocks, page)).toBeLessThanOrEqual(height + tolerance);
      }
    });
  });

  test('no heading stands at the foot of a page', () => {
    property((blocks, pages) => {
      for (const page of pages.slice(0, -1)) {
        const last = page.at(-1);
        const next = blocks[(last?.index ?? 0) + 1];
        if (!last || blocks[last.index]?.kind !== 'heading' || next?.kind === 'break') continue;
        // Only where the headings and the least of what they stand over are too high for a page.
        let first = last.index;
        while (first > 0 && blocks[first - 1]?.kind === 'heading') first -= 1;
        let end = last.index + 1;
        while (blocks[end]?.kind === 'heading') end += 1;
        const needed = blocks.slice(first, end + 1).reduce((sum, one) => sum + least(one), 0);
        expect(needed).toBeGreaterThan(height);
      }
    });
  });

  test('no paragraph leaves a single line behind or ahead', () => {
    property((blocks, pages) => {
      for (const piece of pages.flat()) {
        const measured = blocks[piece.index];
        if (measured?.kind !== 'lines' || measured.starts.length === 1) continue;
        const [first, last] = reach(blocks, piece);
        expect(last - first).toBeGreaterThanOrEqual(2);
      }
    });
  });

  test('no page begins with what closes a text, unless after a break or what fills its page', () => {
    property((blocks, pages) => {
      pages.forEach((page, number) => {
        const first = page[0];
        if (!first || number === 0 || blocks[first.index]?.kind !== 'closing') return;
        const before = blocks[first.index - 1];
        if (before?.kind === 'break') return;
        // What had to come along, from the end of the text to this signature, is too high.
        let needed = least(blocks[first.index]);
        let index = first.index - 1;
        for (; index >= 0; index -= 1) {
          const measured = blocks[index];
          if (measured?.kind === 'break') return;
          const isPlain = measured?.kind !== 'heading' && measured?.kind !== 'closing';
          const piece = pages[number - 1]?.findLast((one) => one.index === index);
          if (measured?.kind === 'rows' && piece) {
            const [from, to] = reach(blocks, piece);
            const { fewest } = measured;
            const alone = to - from >= 2 * fewest ? to - fewest : from;
            needed += heightOf(blocks, { index, block, from: alone });
          } else needed += least(measured);
          if (isPlain) break;
        }
        for (index -= 1; blocks[index]?.kind === 'heading'; index -= 1)
          needed += least(blocks[index]);
        expect(needed).toBeGreaterThan(height);
      });
    });
  });
});
