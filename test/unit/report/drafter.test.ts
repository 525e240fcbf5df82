import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { passageId } from '../../../shared/model/passage';
import { blockSchema } from '../../../shared/report/blocks';
import { Drafter } from '../../../shared/report/drafter';
import { booksOf } from '../insight/books';

const draft = { zh: '拟稿。', en: 'Draft.' };

function drafter(language: 'zh' | 'en' = 'zh', ignorePassages = false) {
  const passage = passageId('monthly', '2026-11', 'tasks');
  const state = booksOf(edit('passage', passage, { text: '改稿。', draft: '拟稿。' }));
  return new Drafter({ state, document: 'monthly', period: '2026-11', language, ignorePassages });
}

const textOf = (made: Drafter) =>
  made.blocks.map((block) => (block.type === 'paragraph' ? block.text : block.type)).join('|');

describe('drafter', () => {
  it('joins the sentences that exist and leaves out what is empty', () => {
    for (const [language, text] of [
      ['zh', '拟稿。拟稿。'],
      ['en', 'Draft. Draft.'],
    ] as const) {
      const made = drafter(language);
      made.paragraph('targets', draft, undefined, { zh: '', en: '' }, draft);
      made.paragraph('none');
      expect(made.blocks).toEqual([{ type: 'paragraph', text, section: 'targets' }]);
    }
  });

  it('puts the clerk’s passage in place of the draft, even where nothing was drafted', () => {
    const made = drafter();
    made.paragraph('tasks', draft);
    made.paragraph('tasks');
    made.paragraph('targets', draft);
    expect(textOf(made)).toBe('改稿。|改稿。|拟稿。');
  });

  it('makes a paragraph of every line', () => {
    const made = drafter();
    made.paragraph('content', { zh: '甲。\n\n 乙。', en: '' });
    expect(textOf(made)).toBe('甲。|乙。');
  });

  it('shows the draft below a passage when asked', () => {
    const made = drafter('zh', true);
    made.paragraph('tasks', draft);
    expect(textOf(made)).toBe('拟稿。');
  });

  it('makes blocks of the block model', () => {
    const made = drafter();
    made.title(draft);
    made.heading(1, draft);
    made.paragraph('tasks', draft);
    made.table(draft, [{ title: draft, width: 10, align: 'left' }], [['甲']]);
    const series = [{ name: '本期', values: [1, null] }];
    made.chart({ chart: 'bar', labels: ['甲', '乙'], series, max: 100 }, draft, draft);
    made.attachment({ zh: '附件1', en: 'Attachment 1' }, draft);
    for (const block of made.blocks) expect(blockSchema.safeParse(block).error).toBeUndefined();
    expect(made.blocks.map(({ type }) => type)).toEqual(
      'title heading paragraph table chart page-break heading title'.split(' '),
    );
  });
});
