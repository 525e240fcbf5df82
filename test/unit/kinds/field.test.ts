import { describe, expect, it } from 'vitest';
import { attended, date, host, people, title } from '../../../shared/kinds/core-fields';
import {
  emptyValue,
  type Field,
  type FieldValue,
  fieldValue,
  problemOf,
  sortKey,
  textOf,
  type Wording,
} from '../../../shared/kinds/field';
import { fieldOf } from '../../../shared/kinds/kinds';

const declared = (key: string): Field => {
  const field = fieldOf(key);
  if (!field) throw new Error(key);
  return field;
};

const level = declared('level');
const completion = declared('completion');
const published = declared('published');

const names: Readonly<Record<string, string>> = { p1: '王镕', p2: '李昉', d1: '办公室' };
const zh: Wording = {
  language: 'zh',
  personName: (id) => names[id] ?? '',
  departmentName: (id) => names[id] ?? '',
  dayText: (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
};
const en: Wording = { ...zh, language: 'en', dayText: (day) => day };

const texts: [Field, FieldValue, string, string][] = [
  [title, '学习会', '学习会', '学习会'],
  [title, '', '', ''],
  [date, '2026-11-03', '11月3日', '2026-11-03'],
  [host, 'p1', '王镕', '王镕'],
  [host, 'gone', '', ''],
  [people, ['p1', 'gone', 'p2'], '王镕、李昉', '王镕, 李昉'],
  [people, [], '', ''],
  [attended, 0, '0', '0'],
  [attended, null, '', ''],
  [completion, 62.5, '62.5 %', '62.5 %'],
  [level, 'high', '高', 'high'],
  [published, false, '否', 'No'],
  [published, true, '是', 'Yes'],
];

const problems: [Field, FieldValue, string | undefined][] = [
  [title, '题', undefined],
  [title, '', '请填写“主题”。'],
  [date, '2026-02-30', '“日期”不是一个日期。'],
  [attended, -1, '“实到”应填 0 到 100000 的整数。'],
  [attended, 1.5, '“实到”应填 0 到 100000 的整数。'],
  [completion, 101, '“完成率”应填 0 到 100 的数。'],
  [level, 'very', '请从“等级”的选项中选一个。'],
  [level, '', '请填写“等级”。'],
  [people, Array.from({ length: 2001 }, () => 'p'), '“参加人员”最多可选 2000 人。'],
];

describe('a field', () => {
  it.each(texts)('%o with %o reads %s', (field, value, inChinese, inEnglish) => {
    expect(textOf(field, value, zh)).toBe(inChinese);
    expect(textOf(field, value, en)).toBe(inEnglish);
  });

  it.each(problems)('%o with %o: %s', (field, value, sentence) => {
    expect(problemOf(field, value)?.sentence.zh).toBe(sentence);
  });

  it('reads what it cannot hold as empty, and what was never set', () => {
    expect(fieldValue({ attended: 'many' }, attended)).toBeNull();
    expect(fieldValue({}, people)).toEqual(emptyValue(people));
    expect(fieldValue({ people: ['p1'] }, people)).toEqual(['p1']);
    expect(fieldValue({ level: 'from a newer app' }, level)).toBe('');
  });

  it('sorts numbers and days by size, choices by their order', () => {
    const keys = (field: Field, values: FieldValue[]) => values.map((v) => sortKey(field, v, zh));
    expect(keys(attended, [null, 2, 10])).toEqual([Number.NEGATIVE_INFINITY, 2, 10]);
    expect(keys(date, ['', '2026-11-03'])).toEqual(['', '2026-11-03']);
    expect(keys(level, ['high', 'middle', 'low', ''])).toEqual([0, 1, 2, -1]);
    expect(keys(host, ['p1'])).toEqual(['王镕']);
  });
});
