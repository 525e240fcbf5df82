import { describe, expect, it } from 'vitest';
import { edit, listOf } from '../../../shared/changes/records';
import { chargeMatrix } from '../../../shared/insight/charge-matrix';
import { originalDue } from '../../../shared/insight/task-follow-up';
import { taskTree, unfolded } from '../../../shared/insight/task-tree';
import { booksOf, idOf, leader } from './books';

describe('tree of tasks', () => {
  const books = booksOf(
    edit('task', idOf(1), { period: '2026', title: 'a' }),
    edit('task', idOf(2), { period: '2026-Q4', title: 'b', parent: idOf(1) }),
    edit('task', idOf(3), { period: '2026-11', title: 'c', parent: idOf(2) }),
    edit('task', idOf(4), { period: '2026', title: 'd', parent: idOf(5) }),
    edit('task', idOf(5), { period: '2026', title: 'e', parent: idOf(4) }),
  );
  const lines = taskTree(listOf(books, 'task'));
  it('holds every task once; those that are each other’s parents stand at the top', () => {
    expect(lines.map(({ task, depth, below }) => [task.title, depth, below])).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
      ['c', 2, 0],
      ['d', 0, 0],
      ['e', 0, 0],
    ]);
  });

  it('what stands below a folded task does not show', () => {
    const shown = unfolded(lines, ({ task }) => task.title === 'a' || task.title === 'b');
    expect(shown.map(({ task }) => task.title)).toEqual(['a', 'd', 'e']);
  });
});

it('the first deadline is kept through extensions', () => {
  const extension = (number: number, date: string, before: string, due: string) =>
    edit('followUp', idOf(number), { task: idOf(1), kind: 'extension', date, before, due });
  const books = booksOf(
    edit('task', idOf(1), { period: '2026-11', due: '2026-12-31' }),
    extension(3, '2026-12-01', '2026-12-10', '2026-12-31'),
    extension(2, '2026-11-20', '2026-11-30', '2026-12-10'),
  );
  const [task] = listOf(books, 'task');
  expect(task && originalDue(books, task)).toBe('2026-11-30');
});

it('leaders, what they are in charge of and what they did about it', () => {
  const act = (number: number, fields: Record<string, string | number | string[]>) => ({
    collection: 'activity',
    id: idOf(number),
    fields,
  });
  const books = booksOf(
    leader(1, '王镕'),
    leader(2, '赵敏'),
    edit('charge', idOf(1), { line: '绿化', contactPoint: '东坪村', project: '河道' }),
    edit('charge', idOf(2), { line: '防火' }),
    edit('task', idOf(10), {
      period: '2026-11',
      leader: idOf(1),
      due: '2026-11-10',
      issued: '2026-11-02',
    }),
    edit('task', idOf(12), { period: '2026-11', leader: idOf(1), due: '2026-11-10' }),
    edit('task', idOf(11), { period: '2026-Q4', leader: idOf(1), closed: '2026-11-01' }),
    act(20, { kind: 'contact-visit', date: '2026-03-02', people: [idOf(1)], solved: 2 }),
    act(21, { kind: 'contact-visit', date: '2026-05-02', host: idOf(1), solved: 1 }),
    act(22, { kind: 'contact-visit', date: '2025-05-02', host: idOf(1), solved: 9 }),
    act(23, { kind: 'project-progress', date: '2026-06-01', host: idOf(1), completion: 40 }),
    act(24, { kind: 'project-progress', date: '2026-04-01', host: idOf(1), completion: 20 }),
  );
  const [first, second] = chargeMatrix(books, '2026', '2026-11-26');
  expect(first).toMatchObject({
    gaps: [],
    tasks: { all: 2, closed: 1, overdue: 1 },
    visits: 2,
    lastVisit: '2026-05-02',
    solved: 3,
    completion: 40,
    reported: '2026-06-01',
  });
  expect(second).toMatchObject({
    gaps: ['contactPoint', 'project'],
    visits: 0,
    completion: null,
  });
});
