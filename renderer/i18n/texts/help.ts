import { texts } from '../texts';

/** Loaded with the manual. */
export const helpTexts = texts(
  {
    'help.title': '使用手册',
    'help.search': '在手册中查找',
    'help.contents': '目录',
    'help.found': '找到 {count} 处',
    'help.close': '关闭',
    'help.word': '：{words}',
    'help.words': '名词解释',
  },
  {
    'help.title': 'Manual',
    'help.search': 'Search the manual',
    'help.contents': 'Contents',
    'help.found': '{count} places',
    'help.close': 'Close',
    'help.word': ': {words}',
    'help.words': 'Words explained',
  },
);
