import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { percentOn, progressOf } from '../../../shared/insight/task-progress';
import {
  reportOn,
  taskCounts,
  taskStatus,
  tasksOfMonth,
  timeShare,
} from '../../../shared/insight/task-status';
import type { FieldsOf } from '../../../shared/model/collections';
import { unitId } from '../../../shared/model/unit';
import { booksOf, idOf } from './books';

const id = idOf(1);
const when = { today: '2026-11-15', soonDays: 5 };
const november: FieldsOf<'task'> = {
  period: '2026-11',
  title: '造林',
  due: '2026-11-30',
  issued: '2026-11-01',
};

function taskIn(fields: FieldsOf<'task'>, ...more: readonly Edit[]) {
  const books = booksOf(edit('task', id, { ...november, ...fields }), ...more);
  return { books, task: recordOrDefault(books, 'task', id) };
}

describe('status of a task', () => {
  it.each([
    { fields: { percent: 50 }, status: 'open' },
    // 15 of 30 days are over: half, less the ten points of grace.
    { fields: { percent: 40 }, status: 'open' },
    { fields: { percent: 39 }, status: 'behind' },
    { fields: { due: '' as const, percent: 0 }, status: 'open' },
    { fields: { due: '2026-11-20', percent: 0 }, status: 'due-soon' },
    { fields: { due: '2026-11-15', percent: 0 }, status: 'due-soon' },
    { fields: { due: '2026-11-14', percent: 99 }, status: 'overdue' },
    { fields: { due: '2026-11-14', closed: '2026-11-14' }, status: 'closed' },
    {
      fields: { due: '2026-11-13', closed: '2026-11-14' },
      status: 'closed-late',
    },
    { fields: { due: '' as const, closed: '2026-11-14' }, status: 'closed' },
    // Not given out, or not yet: no duty, whatever the day. What was reported on or closed has been.
    { fields: { due: '2026-11-14', issued: '' }, status: 'draft' },
    { fields: { due: '2026-11-14', issued: '2026-11-16' }, status: 'draft' },
    { fields: { due: '2026-11-14', issued: '2026-11-15' }, status: 'overdue' },
    { fields: { due: '2026-11-14', issued: '', closed: '2026-11-16' }, status: 'overdue' },
    { fields: { due: '2026-11-14', issued: '', closed: '2026-11-14' }, status: 'closed' },
    // Closed on a day to come: seen from today it is still open.
    { fields: { due: '2026-11-14', closed: '2026-11-16' }, status: 'overdue' },
  ])('$fields: $status', ({ fields, status }) => {
    const { books, task } = taskIn(fields);
    expect(taskStatus(books, task, when)).toBe(status);
  });
});

describe('reports on a task', () => {
  const issued = { issued: '2026-09-01', due: '2026-12-31', period: '2026-Q4', percent: 100 };
  const unit = (fields: FieldsOf<'unit'>) => edit('unit', unitId, fields);
  const said = edit('progress', idOf(11), { task: id, date: '2026-10-20', percent: 100 });
  it.each([
    { of: { reportEvery: 'none' as const }, more: [], due: '', status: 'open' },
    // A month after issuing, and three days of grace, are long over.
    { of: { reportEvery: 'month' as const }, more: [], due: '2026-10-02', status: 'behind' },
    { of: { reportEvery: 'month' as const }, more: [said], due: '2026-11-20', status: 'open' },
    { of: { reportEvery: 'week' as const }, more: [said], due: '2026-10-27', status: 'behind' },
    {
      of: { reportEvery: 'week' as const },
      more: [said, unit({ reportGraceDays: 30 })],
      due: '2026-10-27',
      status: 'open',
    },
    {
      of: { reportEvery: 'week' as const, issued: '' as const },
      more: [],
      due: '',
      status: 'draft',
    },
  ])('$of: due $due, $status', ({ of, more, due, status }) => {
    const { books, task } = taskIn({ ...issued, ...of }, ...more);
    expect(reportOn(books, task, when.today).due).toBe(due);
    expect(taskStatus(books, task, when)).toBe(status);
  });

  it('the unit sets from how many points a task is behind', () => {
    const { books, task } = taskIn({ percent: 39 }, unit({ taskBehindPoints: 20 }));
    expect(taskStatus(books, task, when)).toBe('open');
  });
});

describe('completion', () => {
  const note = (number: number, date: string, percent: number | null) =>
    edit('progress', idOf(number), { task: id, date, percent });
  const { books, task } = taskIn(
    { percent: 70, closed: '2026-11-28' },
    note(13, '2026-11-20', 70),
    note(11, '2026-11-05', 20),
    note(12, '2026-11-10', null),
  );

  it.each([
    // Before any note there is only what the task itself says.
    { today: '2026-11-01', percent: 70 },
    { today: '2026-11-05', percent: 20 },
    { today: '2026-11-19', percent: 20 },
    { today: '2026-11-20', percent: 70 },
    { today: '2026-11-28', percent: 100 },
  ])('on $today is $percent', ({ today, percent }) => {
    expect(percentOn(books, task, today)).toBe(percent);
  });

  it('reads the notes oldest first', () => {
    expect(progressOf(books, id).map(({ date }) => date)).toEqual([
      '2026-11-05',
      '2026-11-10',
      '2026-11-20',
    ]);
    expect(progressOf(books, id, '2026-11-10')).toHaveLength(2);
    expect(progressOf(books, idOf(99))).toEqual([]);
  });

  it.each([
    { fields: {}, share: 0.5 },
    { fields: { due: '2026-11-10' }, share: 1 },
    { fields: { period: '2026-Q4', due: '2026-12-31' }, share: 0.5 },
    { fields: { due: '2026-10-31' }, share: null },
    { fields: { due: '' as const }, share: null },
    { fields: { period: '' }, share: null },
  ])('share of the time over of $fields is $share', ({ fields, share }) => {
    const made = taskIn(fields).task;
    expect(timeShare(made, '2026-11-15')).toBe(share);
  });
});

describe('tasks of a month', () => {
  const books = booksOf(
    edit('task', idOf(1), { ...november, order: 2 }),
    edit('task', idOf(2), {
      ...november,
      order: 1,
      closed: '2026-11-10',
      due: '2026-11-09',
    }),
    edit('task', idOf(3), { period: '2026-10', due: '2026-10-30', issued: '2026-10-08' }),
    edit('task', idOf(4), {
      period: '2026-10',
      due: '2026-10-30',
      closed: '2026-10-31',
    }),
    edit('task', idOf(5), {
      period: '2026-10',
      due: '2026-10-30',
      closed: '2026-11-01',
    }),
    edit('task', idOf(6), {
      period: '2026-Q4',
      due: '2026-11-27',
      percent: 90,
      issued: '2026-10-08',
    }),
    edit('task', idOf(7), { period: '2026', due: '2026-12-31' }),
    edit('task', idOf(8), { period: '2026-Q3', due: '2026-09-30' }),
    edit('task', idOf(9), { period: '2026-12', due: '2026-12-31' }),
    edit('task', idOf(10), { ...november, deleted: true }),
    edit('task', idOf(11), { period: 'bald', due: '2026-11-01' }),
  );

  it('are its own, what falls due in it, and what was left open', () => {
    const listed = tasksOfMonth(books, '2026-11').map(({ task, origin }) => [
      Number(task.id.slice(-2)),
      origin,
    ]);
    expect(listed).toEqual([
      [2, 'own'],
      [1, 'own'],
      [6, 'falls-due'],
      [8, 'carried-over'],
      [3, 'carried-over'],
      [5, 'carried-over'],
    ]);
  });

  it('are counted by status', () => {
    expect(taskCounts(books, '2026-11', when)).toEqual({
      total: 5,
      drafts: 1,
      closed: 2,
      closedLate: 2,
      overdue: 1,
      dueSoon: 0,
      behind: 1,
      open: 1,
      carriedOver: 2,
    });
  });
});
