import { texts } from '../texts';

/** The choice of several people, loaded with the forms that have it. */
export const peopleFieldTexts = texts(
  {
    none: '未选',
    joint: '、',
    choose: '选人',
    fold: '收起',
    count: '已选 {count} 人',
    search: '按姓名或拼音查找',
    all: '全选',
    nobody: '全不选',
  },
  {
    none: 'Nobody',
    joint: ', ',
    choose: 'Choose people',
    fold: 'Fold up',
    count: '{count} chosen',
    search: 'Find by name or pinyin',
    all: 'Choose all',
    nobody: 'Choose none',
  },
);
