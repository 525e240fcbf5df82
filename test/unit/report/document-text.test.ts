import { expect, it } from 'vitest';
import type { ReportDocument } from '../../../shared/report/blocks';
import { documentText } from '../../../shared/report/document-text';

const document: ReportDocument = {
  title: '总结',
  language: 'zh-CN',
  pageNumbers: 'outer',
  blocks: [
    { type: 'title', text: '总结' },
    { type: 'heading', level: 1, text: '一、情况' },
    { type: 'paragraph', text: '正文。', section: 'a' },
    {
      type: 'table',
      caption: '表',
      columns: [
        { title: '甲', width: 1, align: 'left' },
        { title: '乙', width: 1, align: 'left' },
      ],
      rows: [['1', '2']],
    },
    {
      type: 'chart',
      caption: '图',
      sentence: '',
      chart: 'bar',
      labels: [],
      series: [{ name: '本期', values: [] }],
      max: 1,
    },
    { type: 'attachments', names: ['任务表', '目标表'] },
    { type: 'signature', name: '某局', date: '2026年11月30日' },
    { type: 'page-break' },
  ],
};

it('is one line a paragraph or row', () => {
  expect(documentText(document)).toBe(
    '总结\n一、情况\n正文。\n表\n甲\t乙\n1\t2\n图\n附件：1．任务表\n2．目标表\n某局\n2026年11月30日\n',
  );
});

it('gives an only attachment no number', () => {
  const blocks: ReportDocument['blocks'] = [{ type: 'attachments', names: ['Tasks'] }];
  expect(documentText({ ...document, language: 'en', blocks })).toBe('Attachments: Tasks\n');
});
