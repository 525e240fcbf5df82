import { describe, expect, it } from 'vitest';
import { pagesAcross, repeatedColumns, rowHeight } from '../../../electron/sheets/sheet-xml';
import { coreLists } from '../../../shared/sheet/list';
import { bookOf } from './comparing';
import { filledUnit } from './filled-unit';

describe('heights of rows', () => {
  it.each([
    ['one line', '短', 18],
    ['a text of three lines in its column', '长'.repeat(14), 48],
    ['line ends of its own', '一\n二\n三\n四', 63],
    ['a text that no row holds', '长'.repeat(10_000), 409],
  ])('%s', (_, text, height) => {
    expect(rowHeight(['短', text, 3], [20, 11, 8])).toBe(height);
  });

  it('a hidden column makes no row higher', () => {
    expect(rowHeight(['长'.repeat(100)], [0])).toBe(18);
  });
});

describe('pages across', () => {
  const state = filledUnit();
  it.each([
    ['person', 1],
    ['task', 2],
  ] as const)('%s: %i', (list, pages) => {
    expect(pagesAcross(bookOf(state, coreLists[list]))).toBe(pages);
  });

  it('each shows what a record is known by', () => {
    expect(repeatedColumns(bookOf(state, coreLists.task))).toBe('$A:$B');
  });
});
