import { describe, expect, it } from 'vitest';
import { tableBook } from '../../../shared/sheet/table-book';

const columnOf = (...texts: string[]) => {
  const { columns, rows } = tableBook({
    title: '表',
    note: '',
    headings: ['列'],
    rows: texts.map((text) => [text]),
    language: 'zh',
  });
  return [columns[0]?.format, columns[0]?.suffix, rows.map(([cell]) => cell)];
};

describe('a table of the screen', () => {
  it.each([
    ['amounts', ['12', '3.5', '—', ''], 'number', '', [12, 3.5, null, null]],
    [
      'amounts with what they count',
      ['36000亩', '—', '1200亩'],
      'number',
      '亩',
      [36000, null, 1200],
    ],
    ['percentages', ['85%', '—', '100%'], 'number', '%', [85, null, 100]],
    [
      'days',
      ['2026年3月5日', '2026年11月23日'],
      'day',
      undefined,
      [{ day: '2026-03-05' }, { day: '2026-11-23' }],
    ],
    ['words among amounts', ['12', '无'], 'text', undefined, ['12', '无']],
    ['amounts of two kinds', ['12', '12%'], 'text', undefined, ['12', '12%']],
    ['numbers that begin with zeros', ['001', '12'], 'text', undefined, ['001', '12']],
    [
      'numbers too long to keep',
      ['1234567890123456', '1'],
      'text',
      undefined,
      ['1234567890123456', '1'],
    ],
    ['what looks like a formula', ['=1+1'], 'text', undefined, ['=1+1']],
    ['days without a year', ['3月5日'], 'text', undefined, ['3月5日']],
    ['nothing', ['—', ''], 'text', undefined, [null, null]],
  ])('%s', (_, texts, format, suffix, cells) => {
    const [is, behind, made] = columnOf(...texts);
    expect(is).toBe(format);
    expect(behind || undefined).toBe(suffix || undefined);
    expect(made).toEqual(cells);
  });
});
