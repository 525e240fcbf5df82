import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText } from '../../../shared/calendar/day-text';
import type { Cell } from '../../../shared/reading/cell';
import { dayOfSerial, readDay, serialOfDay } from '../../../shared/reading/day';
import { readNumber } from '../../../shared/reading/number';
import { PeopleIndex } from '../../../shared/reading/people-index';
import { readPeriod } from '../../../shared/reading/period';

describe('days in the shapes that offices write', () => {
  const exact: readonly (readonly [Cell, string])[] = [
    ['2026-03-05', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026、3、5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026 年 3 月 5 号', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    [20260305, '2026-03-05'],
    ['二〇二六年三月五日', '2026-03-05'],
    ['二零二六年十二月三十一日', '2026-12-31'],
    ['2026年3月5日（星期四）', '2026-03-05'],
    ['2026-03-05 09:30', '2026-03-05'],
    ['2026-03-05T09:30:00Z', '2026-03-05'],
    ['2026年3月5日 上午9:00', '2026-03-05'],
    [46086, '2026-03-05'],
    [46086.5, '2026-03-05'],
    ['46086', '2026-03-05'],
    [{ day: '2024-02-29' }, '2024-02-29'],
    ['', ''],
    [null, ''],
    ['—', ''],
    ['无', ''],
  ];
  it.each(exact)('%j is %s', (cell, day) => {
    expect(readDay(cell, 2026)).toEqual({ ok: true, value: day });
  });

  const guessed: readonly (readonly [Cell, string])[] = [
    ['26年3月5日', '2026-03-05'],
    ['98.3.5', '1998-03-05'],
    ['2026年3月', '2026-03-01'],
    ['2026.03', '2026-03-01'],
    ['2026.10', '2026-10-01'],
    [2026.3, '2026-03-01'],
    [2026.11, '2026-11-01'],
    ['3/5', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['3/5/2026', '2026-03-05'],
    ['15/3/2026', '2026-03-15'],
  ];
  it.each(guessed)('%j is taken for %s and says so', (cell, day) => {
    const reading = readDay(cell, 2026);
    expect(reading).toMatchObject({ ok: true, value: day });
    expect(reading.ok && reading.remark?.zh).toContain(dayText(day, 'zh'));
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026',
    '明天',
    '3月',
    2026,
    2026.1,
    12,
    -1,
    1e9,
    true,
    { error: '#REF!' },
    '2026-03-05至2026-03-08',
    '13/32/2026',
  ] as Cell[])('%j is no day', (cell) => {
    const reading = readDay(cell, 2026);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.reason.zh.length).toBeGreaterThan(5);
  });

  it('knows the serial number of every day, and the day of every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_574 }), (serial) => {
        const day = dayOfSerial(serial);
        expect(day && serialOfDay(day)).toBe(serial);
      }),
    );
  });

  it('never throws, whatever the cell says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.string({ unit: 'grapheme' })), (cell) => {
        readDay(cell, 2026);
        readNumber(cell);
        readPeriod(cell);
      }),
    );
  });
});

describe('numbers as offices write them', () => {
  it.each([
    [12, 12],
    ['12', 12],
    ['1,234.50', 1234.5],
    ['１２．５', 12.5],
    ['85%', 85],
    ['85 分', 85],
    ['30人', 30],
    ['约30人', 30],
    ['-3', -3],
    ['（3）', -3],
    ['+4', 4],
    ['.5', 0.5],
    ['', null],
    ['/', null],
    [null, null],
  ] as [Cell, number | null][])('%j is %j', (cell, number) => {
    expect(readNumber(cell)).toMatchObject({ ok: true, value: number });
  });

  it.each(['十二', '1.2.3', '12-13', '1,23', '3/5', true, { day: '2026-03-05' }] as Cell[])(
    '%j is no number',
    (cell) => expect(readNumber(cell).ok).toBe(false),
  );
});

describe('periods', () => {
  it.each([
    ['2026', '2026'],
    [2026, '2026'],
    ['2026年度', '2026'],
    ['2026-Q4', '2026-Q4'],
    ['2026年第四季度', '2026-Q4'],
    ['2026年4季度', '2026-Q4'],
    ['2026-11', '2026-11'],
    ['2026年3月', '2026-03'],
    ['2026.03', '2026-03'],
    [{ day: '2026-11-01' }, '2026-11'],
  ] as [Cell, string][])('%j is %s', (cell, period) => {
    expect(readPeriod(cell)).toEqual({ ok: true, value: period });
  });

  it.each(['2026-13', '下半年', '2026-Q5'])('%s is none', (text) => {
    expect(readPeriod(text).ok).toBe(false);
  });
});

describe('people by what a cell says', () => {
  const person = (id: string, name: string, department = '', post = '') => ({
    id,
    name,
    department,
    post,
  });
  const people = [
    person('1', '张三', '办公室'),
    person('2', '王伟', '办公室', '科员'),
    person('3', '王伟', '业务科', '科长'),
    person('4', '李喆'),
    person('5', '阿依古丽·买买提'),
  ];
  const readings: Record<string, string> = {
    李: 'li',
    喆: 'zhe',
    哲: 'zhe',
    张: 'zhang',
    三: 'san',
  };
  const index = new PeopleIndex(people, (name) =>
    [...name].flatMap((letter) => (readings[letter] ? [[readings[letter]]] : [])),
  );

  it.each([
    ['张三', '1'],
    ['张　三', '1'],
    [' 张 三 ', '1'],
    ['王伟（办公室）', '2'],
    ['王伟(科长)', '3'],
    ['张三（外出）', '1'],
    ['lizhe', '4'],
    ['Li Zhe', '4'],
    ['阿依古丽•买买提', '5'],
  ])('%s', (typed, id) => {
    expect(index.find(typed)).toEqual({ id });
  });

  it('asks where two share a name, and offers who sounds the same', () => {
    expect(index.find('王伟')).toMatchObject({
      why: 'same-name',
      candidates: [{ id: '2' }, { id: '3' }],
    });
    expect(index.find('李哲')).toMatchObject({ why: 'similar', candidates: [{ id: '4' }] });
    expect(index.find('赵六')).toEqual({ why: 'unknown', candidates: [] });
  });

  it('takes a list apart at commas, and at blanks only between names', () => {
    const ids = (text: string) =>
      index.findAll(text).map(({ found }) => ('id' in found ? found.id : '?'));
    expect(ids('张三、李喆，王伟（业务科）')).toEqual(['1', '4', '3']);
    expect(ids('张 三、李喆')).toEqual(['1', '4']);
    expect(ids('张三 李喆')).toEqual(['1', '4']);
    expect(ids('张三\n赵六')).toEqual(['1', '?']);
  });

  it('writes names that find the person again', () => {
    for (const { id } of people) expect(index.find(index.label(id))).toEqual({ id });
  });

  it('goes by what the user chose before all else', () => {
    const chosen = new PeopleIndex(people, () => [], new Map([['王伟', '3']]));
    expect(chosen.find('王 伟')).toEqual({ id: '3' });
  });
});
