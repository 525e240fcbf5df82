import { describe, expect, it } from 'vitest';
import { checkItemById, checkItems } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { findingOf } from '../../../shared/insight/rules';
import { booksOf, idOf, leader } from './books';

const month = '2026-11';
const team = [leader(1, '甲'), edit('person', idOf(2), { name: '乙' })];
const department = edit('department', idOf(8), { name: '办公室' });
const task = (number: number, fields: Parameters<typeof edit<'task'>>[2]) =>
  edit('task', idOf(number), { period: month, title: '任务', ...fields });
const clear = {
  goal: '目标',
  due: '2026-11-30',
  leader: idOf(1),
  owner: idOf(2),
};
const note = (number: number, of: number, date: string) =>
  edit('progress', idOf(number), { task: idOf(of), date });

const filing = (number: number, deadline: string, filedOn: string): Edit => ({
  collection: 'activity',
  id: idOf(number),
  fields: { kind: 'filing', date: '2026-09-01', filed: 'pay', deadline, filedOn },
});

interface Case {
  item: string;
  what: string;
  edits: Edit[];
  period?: string;
  finding: object | undefined;
}

const met = { isMet: true, lacking: 0 };
const lacking = (count: number) => ({ isMet: false, lacking: count });

describe('what records say of an item', () => {
  it.each<Case>([
    { item: 'M4.3.6', what: 'no filing', edits: [], period: '2026-Q4', finding: undefined },
    {
      item: 'M4.3.6',
      what: 'filings in time, and a late one of another quarter',
      edits: [filing(11, '2026-11-10', '2026-11-10'), filing(12, '2026-09-30', '2026-10-08')],
      period: '2026-Q4',
      finding: met,
    },
    {
      item: 'M4.3.6',
      what: 'a filing a day late and one not made',
      edits: [
        filing(11, '2026-11-10', '2026-11-11'),
        filing(12, '2026-12-30', ''),
        filing(13, '2026-10-09', '2026-10-08'),
      ],
      period: '2026-Q4',
      finding: lacking(2),
    },
    { item: 'M2.1.3', what: 'no task', edits: [], finding: undefined },
    { item: 'M2.1.3', what: 'a task', edits: [task(11, {})], finding: met },
    {
      item: 'M2.1.2',
      what: 'a task',
      edits: [task(11, {})],
      period: '2026-Q4',
      finding: undefined,
    },
    {
      item: 'M2.1.4',
      what: 'a clear task',
      edits: [...team, task(11, clear)],
      finding: met,
    },
    {
      item: 'M2.1.4',
      what: 'two tasks without goal',
      edits: [...team, task(11, clear), task(12, { ...clear, goal: '' }), task(13, {})],
      finding: lacking(2),
    },
    {
      item: 'M2.1.5',
      what: 'a task without section',
      edits: [department, task(11, { owner: idOf(2) })],
      finding: lacking(1),
    },
    {
      item: 'M2.1.5',
      what: 'a task with section and person',
      edits: [department, task(11, { owner: idOf(2), department: idOf(8) })],
      finding: met,
    },
    {
      item: 'M2.1.6',
      what: 'a year’s task without anything below it',
      edits: [task(11, { period: '2026' }), task(12, { period: '2026-Q4', parent: idOf(11) })],
      finding: lacking(1),
    },
    {
      item: 'M2.1.6',
      what: 'a full tree',
      edits: [
        task(11, { period: '2026' }),
        task(12, { period: '2026-Q4', parent: idOf(11) }),
        task(13, { parent: idOf(12) }),
      ],
      finding: met,
    },
    {
      item: 'M2.1.7',
      what: 'one person without load',
      edits: [...team, task(11, { leader: idOf(1) })],
      finding: lacking(1),
    },
    {
      item: 'M2.1.7',
      what: 'everyone with a task or target',
      edits: [
        ...team,
        task(11, { leader: idOf(1), period: '2026-03' }),
        edit('target', idOf(30), { year: 2026, owner: idOf(2) }),
      ],
      finding: met,
    },
    {
      item: 'M2.1.8',
      what: 'a note on one task, another closed: done on the later day',
      edits: [task(11, {}), task(12, { closed: '2026-11-20' }), note(40, 11, '2026-11-25')],
      finding: { ...met, on: '2026-11-25' },
    },
    {
      item: 'M2.1.8',
      what: 'a note of another month',
      edits: [task(11, {}), note(40, 11, '2026-10-30')],
      finding: lacking(1),
    },
    {
      item: 'M2.2.1',
      what: 'a line',
      edits: [...team, edit('charge', idOf(1), { line: '造林线' })],
      period: '2026',
      finding: met,
    },
    {
      item: 'M2.2.4',
      what: 'a line alone',
      edits: [...team, edit('charge', idOf(1), { line: '造林线' })],
      finding: lacking(1),
    },
    {
      item: 'M3.5.3',
      what: 'integrity letters marked as sent',
      edits: [edit('mark', 'M3.3.2:2026#2', { state: 'done', date: '2026-09-18' })],
      period: '2026-H2',
      finding: { ...met, on: '2026-09-18' },
    },
    {
      item: 'M3.5.2',
      what: 'a warning meeting held',
      edits: [
        edit('activity', idOf(50), {
          kind: 'warning-meeting',
          date: '2026-08-03',
        }),
      ],
      period: '2026-H2',
      finding: { ...met, on: '2026-08-03' },
    },
    {
      item: 'M3.5.3',
      what: 'nothing',
      edits: [],
      period: '2026-H2',
      finding: lacking(1),
    },
    { item: 'G1.1', what: 'no rule', edits: [], finding: undefined },
  ])('$item with $what', ({ item, edits, period = month, finding }) => {
    const found = checkItemById(item);
    if (!found) throw new Error(`no such item: ${item}`);
    expect(findingOf(booksOf(...edits), found, period)).toEqual(finding);
  });

  it('never throws on an empty book', () => {
    for (const item of checkItems) {
      for (const period of ['2026', '2026-H2', '2026-Q4', month]) {
        expect(() => findingOf(booksOf(), item, period)).not.toThrow();
      }
    }
  });
});
