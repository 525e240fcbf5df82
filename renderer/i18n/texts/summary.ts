import { texts } from '../texts';

export const summaryTexts = texts(
  {
    'summary.title': '月度小结',
    'summary.sentence': '共 {pages} 页；打印前检查有 {count} 处提示。',
    'summary.print': '打印…',
    'summary.save': '存为 PDF…',
    'summary.busy': '正在排版…',
    'summary.saved': '已写出 {pages} 页：{path}',
    'summary.checks': '打印前检查',
    'summary.clean': '没有发现问题',
    'summary.more': '还有 {count} 处',
    'summary.editHint': '点纸上的任一段落即可改写；改过的文字在重新起草后仍然保留。',
    'summary.passage': '改写段落',
    'summary.passage.text': '印出的文字',
    'summary.passage.draft': '按记录起草的文字：',
    'summary.passage.reset': '用起草的文字',
    'summary.passage.saved': '段落已保存。',
  },
  {
    'summary.title': 'Monthly summary',
    'summary.sentence': '{pages} pages; {count} findings before printing.',
    'summary.print': 'Print …',
    'summary.save': 'Save as PDF …',
    'summary.busy': 'Setting pages …',
    'summary.saved': '{pages} pages written: {path}',
    'summary.checks': 'Before printing',
    'summary.clean': 'Nothing to mend',
    'summary.more': '{count} more',
    'summary.editHint':
      'Choose any paragraph on the paper to rewrite it; your words survive a new draft.',
    'summary.passage': 'Rewrite a paragraph',
    'summary.passage.text': 'Text as printed',
    'summary.passage.draft': 'Drafted from the records:',
    'summary.passage.reset': 'Use the draft',
    'summary.passage.saved': 'The paragraph was saved.',
  },
);
