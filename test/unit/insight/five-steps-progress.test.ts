import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import { measuresIn, stepsBook } from '../../../shared/insight/five-steps-progress';
import { booksOf, idOf } from './books';

const member = (number: number, name: string, partyMember = true) => ({
  collection: 'person',
  id: idOf(number),
  fields: { name, role: 'staff', order: number, partyMember },
});
const steps = (number: number, subject: number, fields: Edit['fields'] = {}) => ({
  collection: 'activity',
  id: idOf(number),
  fields: { kind: 'five-steps', date: '2026-10-10', subject: idOf(subject), ...fields },
});
const task = (number: number, origin: number, closed = '') => ({
  collection: 'task',
  id: idOf(number),
  fields: { title: `任务${number}`, period: '2026-11', origin: idOf(origin), closed },
});
const watch = { today: '2026-11-26', soonDays: 5 };

describe('the book of five steps', () => {
  it('tells how far each member is, what became tasks, and who has not begun', () => {
    const state = booksOf(
      member(1, '王镕'),
      member(2, '李喆'),
      member(3, '赵昉', false),
      member(4, '孙玥'),
      steps(11, 1, { identity: '挂牌', gap: '学得不深', deadline: '2026-12-31' }),
      steps(12, 2, {
        identity: '挂牌',
        gap: '差',
        goal: '好',
        measures: '做',
        deadline: '2026-11-20',
        settledOn: '2026-11-18',
      }),
      steps(13, 4, { date: '2026-07-10', gap: '上季度' }),
      task(21, 12, '2026-11-18'),
      task(22, 12),
      task(23, 99),
    );
    const { rows, without, members } = stepsBook(state, '2026-Q4', watch);
    expect(rows.map(({ record, taken, light }) => [record.id, taken, light])).toEqual([
      [idOf(11), [true, true, false, false, false], 'not-yet'],
      [idOf(12), [true, true, true, true, true], 'done'],
    ]);
    expect(rows.map(({ tasks, tasksDone }) => [tasks.length, tasksDone])).toEqual([
      [0, 0],
      [2, 1],
    ]);
    expect(without.map(({ name }) => name)).toEqual(['孙玥']);
    expect(members).toBe(3);
  });

  it('puts what is open before what is done, the earliest deadline first', () => {
    const state = booksOf(
      steps(11, 1, { settledOn: '2026-10-20', deadline: '2026-10-30' }),
      steps(12, 2, {}),
      steps(13, 3, { deadline: '2026-12-30' }),
      steps(14, 4, { deadline: '2026-11-20' }),
    );
    expect(stepsBook(state, '2026-Q4', watch).rows.map(({ light }) => light)).toEqual([
      'overdue',
      'not-yet',
      'not-yet',
      'done',
    ]);
  });
});

describe('the measures of a text', () => {
  it.each([
    ['', []],
    ['每周自学两小时', ['每周自学两小时']],
    ['1. 建立笔记\n2、每月交流。\n', ['建立笔记', '每月交流']],
    ['（1）到户；(2) 记台账', ['到户', '记台账']],
    ['一、学\n- 做', ['学', '做']],
    ['3天内办结', ['3天内办结']],
  ])('%j', (text, measures) => {
    expect(measuresIn(text)).toEqual(measures);
  });
});
