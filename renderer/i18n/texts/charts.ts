import { texts } from '../texts';

export const chartsTexts = texts(
  {
    'charts.table': '看数据表',
    'charts.hideTable': '收起数据表',
    'charts.save': '存为图片',
    'charts.copy': '复制图片',
    'charts.saved': '图片已保存：{path}',
    'charts.copied': '图片已复制，可以粘贴到 WPS、Word 或聊天窗口。',
    'charts.failed': '这张图没有能够生成图片，数据没有变化。请改用“看数据表”，或把窗口放大后再试。',
    'charts.reveal': '打开所在文件夹',
    'charts.of': '{action}：{title}',
    'charts.keys': '用方向键在格子间移动，回车查看记录。',
  },
  {
    'charts.table': 'Table',
    'charts.hideTable': 'Hide table',
    'charts.save': 'Save as picture',
    'charts.copy': 'Copy picture',
    'charts.saved': 'The picture was saved: {path}',
    'charts.copied': 'The picture was copied and can be pasted into a document.',
    'charts.failed':
      'No picture could be made of this chart; no data was changed. Please use the table, or try again in a larger window.',
    'charts.reveal': 'Show in folder',
    'charts.of': '{action}: {title}',
    'charts.keys': 'Arrow keys move between cells, Enter opens the records.',
  },
);
