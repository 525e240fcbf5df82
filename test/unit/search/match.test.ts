import { describe, expect, it } from 'vitest';
import { type Entry, entryOf, type Group } from '../../../renderer/search/entries';
import { search, termsOf } from '../../../renderer/search/match';

const today = '2026-11-23';

let count = 0;
const made = (
  group: Group,
  title: string,
  facts: string[] = [],
  day = '',
  words: string[] = [],
) => {
  count += 1;
  return entryOf({ id: `e${count}`, group, title, facts, words, day, href: '#/home' });
};

const entries: readonly Entry[] = [
  made('person', '王镕', ['党组书记']),
  made('person', '吕霞', ['副局长']),
  made('person', '单红军', ['会计']),
  made('task', '起草档案数字化实施方案', ['王镕'], '2026-03-20'),
  made('task', '修订财务管理制度', ['吕霞'], '2025-04-11'),
  made('register', '关于作风建设的谈心谈话', ['王镕', '三楼会议室'], '2025-03-05'),
  made('register', '理论中心组学习', ['周敏', '综合楼'], '2025-10-09', ['学习二十届四中全会精神']),
  made('action', '登记谈心谈话'),
  made('page', '目标落实'),
];

const titles = (typed: string): string[] =>
  search(entries, termsOf(typed, today, ['王镕', '吕霞', '单红军', '周敏'])).map(
    ({ entry }) => entry.title,
  );

describe('search over everything', () => {
  it.each([
    ['王镕', '王镕'],
    ['wangrong', '王镕'],
    ['wr', '王镕'],
    // ü, as it is typed in an input method, on a passport, or by those who leave the dots away.
    ['lvxia', '吕霞'],
    ['lüxia', '吕霞'],
    ['lyuxia', '吕霞'],
    // A surname has its own reading.
    ['shanhongjun', '单红军'],
    ['实施方案', '起草档案数字化实施方案'],
    ['shishifangan', '起草档案数字化实施方案'],
    ['szhssfa', '起草档案数字化实施方案'],
    // The same sound written otherwise, one letter wrong, one left out, two exchanged.
    ['失实方案', '起草档案数字化实施方案'],
    ['shishifangam', '起草档案数字化实施方案'],
    ['shishfangan', '起草档案数字化实施方案'],
    ['shishifagnan', '起草档案数字化实施方案'],
    // By place, by what it says, by two words at once.
    ['三楼会议室', '关于作风建设的谈心谈话'],
    ['四中全会', '理论中心组学习'],
    ['综合楼 学习', '理论中心组学习'],
    ['王镕谈话', '关于作风建设的谈心谈话'],
    ['MBLS', '目标落实'],
  ])('%s finds %s first', (typed, title) => {
    expect(titles(typed)[0]).toBe(title);
  });

  it.each([
    ['去年春天', ['修订财务管理制度', '关于作风建设的谈心谈话']],
    ['3月', ['起草档案数字化实施方案', '关于作风建设的谈心谈话']],
    ['去年3月 王镕', ['关于作风建设的谈心谈话']],
    ['去年春天谈话', ['关于作风建设的谈心谈话']],
    ['last spring', ['修订财务管理制度', '关于作风建设的谈心谈话']],
    ['2025年四季度', ['理论中心组学习']],
  ])('by time: %s', (typed, found) => {
    expect(titles(typed)).toEqual(found);
  });

  it.each(['', '   ', '，。', '没有这样的东西', 'qqqqqq'])('%j finds nothing', (typed) => {
    expect(titles(typed)).toEqual([]);
  });

  it('takes any text without complaint', () => {
    for (const typed of [
      '(',
      '[a-z',
      '\\',
      '😀',
      '𠮷',
      'a'.repeat(500),
      '0',
      '99月',
      '2025年99月',
    ]) {
      expect(Array.isArray(titles(typed))).toBe(true);
    }
  });
});
