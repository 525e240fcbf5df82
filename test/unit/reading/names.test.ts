import { describe, expect, it } from 'vitest';
import { matchesName } from '../../../renderer/components/person-match';
import { readingsOf } from '../../../renderer/components/pinyin';
import { keptName, nameKey } from '../../../shared/reading/name';
import { PeopleIndex } from '../../../shared/reading/people-index';
import { peopleIn } from '../../../shared/reading/people-text';
import { peopleShapes, shapesOffice, shapesSections } from './shapes';

describe('one key for a name', () => {
  it.each([
    ['李　芳', '李芳'],
    ['李 芳', '李芳'],
    ['李\u2003芳', '李芳'],
    ['李\u00a0芳\u200b', '李芳'],
    ['欧阳　锋', '欧阳锋'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['ＷＡＮＧ', 'wang'],
    ['Lǚ Fāng', 'lvfang'],
    ['lü fang', 'lvfang'],
    ['LYU Fang', 'lvfang'],
    ['nyu', 'nv'],
  ])('%j is %j', (written, as) => {
    expect(nameKey(written)).toBe(nameKey(as));
  });

  it.each([
    ['李　芳', '李芳'],
    ['王 小 明', '王小明'],
    ['欧阳 娜娜', '欧阳娜娜'],
    ['张三 李四', '张三 李四'],
    ['Anna Li', 'Anna Li'],
  ])('%j is kept as %j', (written, kept) => {
    expect(keptName(written)).toBe(kept);
  });
});

describe('what is typed in a chooser', () => {
  it.each([
    ['吕芳', 'lvfang'],
    ['吕芳', 'lyufang'],
    ['吕芳', 'lüfang'],
    ['吕芳', 'lufang'],
    ['吕芳', 'lf'],
    ['女', 'nv'],
    ['单雄信', 'shan'],
    ['单雄信', 'dan'],
    ['仇和', 'qiuhe'],
    ['解缙', 'xiejin'],
    ['曾国', 'zengg'],
    ['尉迟恭', 'ychg'],
    ['王镕', 'wrong'],
    ['李　芳', '李芳'],
    ['李芳', '李 芳'],
    ['买买提·艾力', '买买提•艾'],
  ])('%s is found by %s', (name, typed) => {
    expect(matchesName(name, typed)).toBe(true);
  });

  it.each([
    ['王镕', 'wx'],
    ['吕芳', 'lufeng'],
    ['李芳', '李方'],
  ])('%s is not found by %s', (name, typed) => {
    expect(matchesName(name, typed)).toBe(false);
  });
});

const people = new PeopleIndex(shapesOffice, readingsOf);
const sections = new Map(shapesSections.map(({ id, name }) => [name, id]));

/** Ids of people, sections, `?` for a choice, texts in quotes for words. */
const told = (text: string): string =>
  peopleIn(text, people, sections)
    .map(({ text: piece, is }) =>
      is === 'words'
        ? `"${piece}"`
        : 'person' in is
          ? is.person
          : 'section' in is
            ? is.section
            : `?${is.open.candidates.length}`,
    )
    .join(' ');

describe('texts of people', () => {
  it.each(peopleShapes)('%s', (text, is) => {
    expect(told(text)).toBe(is);
  });
});
