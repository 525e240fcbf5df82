import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../electron/sheets/read-workbook';
import { writeWorkbook } from '../../../electron/sheets/write-workbook';
import { refusalOf } from '../../../shared/insight/edit-rules';
import type { Cell } from '../../../shared/sheet/book';
import { editsOf } from '../../../shared/sheet/compare';
import { recordsOf, writingOf } from '../../../shared/sheet/directory';
import { sheetLists } from '../../../shared/sheet/list';
import { cellOf } from '../../../shared/sheet/write-cell';
import { bookOf, newsOf } from './comparing';
import { filledUnit, valueFor } from './filled-unit';

const state = filledUnit();
const writing = writingOf(state, 'zh');

describe.each(sheetLists.map((list) => [list.id, list] as const))('%s', (_, list) => {
  it('has a column for every field, in the order of the form, and the ids out of sight', () => {
    const { columns } = bookOf(state, list);
    expect(columns.map(({ title }) => title)).toEqual([
      ...list.fields.map(({ label }) => label.zh),
      '记录编号（请勿改动）',
    ]);
    expect(columns.filter(({ isHidden }) => isHidden)).toHaveLength(1);
  });

  it('comes back as it went out', async () => {
    const [sheet] = await readWorkbook(await writeWorkbook(bookOf(state, list)));
    const news = newsOf(state, list, sheet?.grid ?? []);
    expect(news).toHaveLength(recordsOf(state, list).length);
    expect(news.filter(({ state: is }) => is !== 'unchanged')).toEqual([]);
  });

  it('changes in each field exactly the cell that was changed', async () => {
    const book = bookOf(state, list);
    for (const [column, field] of list.fields.entries()) {
      // A person's name is what others are found by.
      const value = valueFor(field, 5 + column);
      const rows = book.rows.map((row): Cell[] => [...row]);
      const first = rows[0] ?? [];
      const text = list.written?.(state)[field.key]?.textOf(value);
      const now = cellOf(field, text ?? (value as never), writing);
      if (JSON.stringify(now) === JSON.stringify(first[column])) continue;
      first[column] = now;
      const [sheet] = await readWorkbook(await writeWorkbook({ ...book, rows }));
      const news = newsOf(state, list, sheet?.grid ?? []);
      const edits = editsOf(list, news, () => 'new');
      const stored = value === false ? null : value;
      const record = recordsOf(state, list).find(({ id }) => id === first.at(-1));
      const refusal = refusalOf(list.collection, {
        now: (key) => (key === field.key ? value : record?.[key]),
        before: (key) => record?.[key],
        changed: [field.key],
      });
      // What a dialog refuses is left as it was, and said.
      if (refusal) {
        expect(news[0]?.cells[field.key]).toMatchObject({ reason: refusal.sentence });
        expect(edits).toEqual([]);
        continue;
      }
      expect(edits).toEqual([
        { collection: list.collection, id: first.at(-1), fields: { [field.key]: stored } },
      ]);
    }
  });
});
