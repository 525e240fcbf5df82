import fc from 'fast-check';
import { addDays } from '../../../shared/calendar/day';
import type { Edit } from '../../../shared/changes/draft';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { measurementId } from '../../../shared/model/target';
import { chen, id, li } from './office';

/** One thing that somebody does on a day; the numbers choose among what there is. */
export interface Act {
  readonly what: (typeof acts)[number];
  /** Days after the first one of the time it is done in. */
  readonly after: number;
  readonly a: number;
  readonly b: number;
}

export const acts = [
  'task',
  'hand-over',
  'section',
  'move-due',
  'move-period',
  'parent',
  'note',
  'percent',
  'extend',
  'return',
  'close',
  'reopen',
  'target',
  'measure',
  'milestone',
  'reach',
  'move-milestone',
  'weight',
  'goal',
  'activity',
  'mark',
  'consequence',
  'mend',
  'person',
  'leave',
  'post',
  'charge',
  'assign',
  'setting',
] as const;

export const act = (most: number): fc.Arbitrary<Act> =>
  fc.record({
    what: fc.constantFrom(...acts),
    after: fc.integer({ min: 0, max: most }),
    a: fc.nat({ max: 99 }),
    b: fc.nat({ max: 99 }),
  });

const at = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length];
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const items = ['M1.1.1', 'G2.2', 'M2.1.8', 'M3.2.1', 'G1.1', 'M4.1.1'];

let fresh = 1000;
const newId = (): string => {
  fresh += 1;
  return id(fresh);
};

/** What an act writes on a day into a state: each is dated on that day. */
export function editsOf(state: State, { what, a, b }: Act, day: string): Edit[] {
  const tasks = listOf(state, 'task').toSorted(byId);
  const task = at(tasks, a);
  const targets = listOf(state, 'target').toSorted(byId);
  const target = at(targets, a);
  const milestone = at(listOf(state, 'milestone').toSorted(byId), a);
  const people = listOf(state, 'person')
    .filter(({ role }) => role === 'leader')
    .map((one) => one.id)
    .toSorted()
    .slice(0, 3);
  const person = at(people, b) ?? chen;
  const [month, year] = [day.slice(0, 7), day.slice(0, 4)];
  switch (what) {
    case 'task': {
      const period =
        at([month, year, `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`], a) ?? month;
      const given = { period, title: `任务${b}`, goal: '完成', leader: person, owner: li };
      const due = addDays(day, b);
      return [edit('task', newId(), { ...given, due, ...(b % 4 && { issued: day }) })];
    }
    case 'hand-over':
      // What was left open is filled in, and holds from the beginning.
      return task && task.leader !== '' && task.owner !== ''
        ? [edit('task', task.id, { leader: person, owner: at(people, a) ?? li })]
        : [];
    case 'section':
      return task && task.department !== ''
        ? [edit('task', task.id, { department: id(50 + (b % 3)) })]
        : [];
    case 'move-due':
      return task && task.due !== '' ? [edit('task', task.id, { due: addDays(day, b - 20) })] : [];
    case 'move-period':
      return task ? [edit('task', task.id, { period: month })] : [];
    case 'parent': {
      const above = at(tasks, b);
      return task && above && task.id < above.id
        ? [edit('task', task.id, { parent: above.id })]
        : [];
    }
    case 'note': {
      if (!task) return [];
      const note = { task: task.id, date: day, note: '推进', percent: b % 5 ? b : null };
      const put = edit('progress', newId(), b % 7 ? note : { ...note, problem: `问题${b}` });
      return note.percent === null
        ? [put]
        : [put, edit('task', task.id, { percent: note.percent })];
    }
    case 'percent':
      return task ? [edit('task', task.id, { percent: b })] : [];
    case 'extend': {
      if (!task || task.due === '') return [];
      const due = addDays(task.due, 1 + b);
      const put = { task: task.id, kind: 'extension' as const, date: day, before: task.due, due };
      return [edit('followUp', newId(), put), edit('task', task.id, { due })];
    }
    case 'return':
      return task
        ? [
            edit('followUp', newId(), {
              task: task.id,
              kind: b % 2 ? 'return' : 'urge',
              date: day,
            }),
            edit('progress', newId(), { task: task.id, date: day, percent: 90 }),
            edit('task', task.id, { percent: 90 }),
          ]
        : [];
    case 'close':
      // Another day of closing would correct the first.
      return task?.closed === ''
        ? [edit('task', task.id, { closed: day, percent: 100, result: '已完成' })]
        : [];
    case 'reopen':
      return task && task.closed !== '' ? [edit('task', task.id, { closed: null })] : [];
    case 'target':
      // A target is of its year from the beginning: a new one is dated within it.
      return month > '2026-11'
        ? []
        : [
            edit('target', newId(), {
              year: 2026,
              name: `目标${b}`,
              leader: person,
              ...(b % 2 ? { goal: 100 + b } : { kind: 'milestone' as const }),
              mode: b % 3 ? 'cumulative' : 'point',
            }),
          ];
    case 'measure':
      return target ? [edit('measurement', measurementId(target.id, month), { value: b })] : [];
    case 'milestone':
      return target
        ? [
            edit('milestone', newId(), {
              target: target.id,
              due: addDays(day, b),
              weight: 1 + (b % 3),
            }),
          ]
        : [];
    case 'reach':
      return milestone && (milestone.reached === '' || milestone.reached >= day)
        ? [edit('milestone', milestone.id, { reached: day })]
        : [];
    case 'move-milestone':
      return milestone
        ? [edit('milestone', milestone.id, { due: addDays(day, b - 20), weight: 1 + (a % 4) })]
        : [];
    case 'weight':
      return target ? [edit('target', target.id, { weight: 1 + b, leader: person })] : [];
    case 'goal': {
      if (!target) return [];
      const change = { month, goal: 50 + b, high: null, grounds: '' };
      return [edit('target', target.id, { goalChanges: [...target.goalChanges, change] })];
    }
    case 'activity':
      return [
        edit('activity', newId(), {
          kind:
            at(['study-session', 'party-day', 'talk', 'training', 'opinion', 'contact-visit'], a) ??
            'talk',
          date: day,
          title: `活动${b}`,
          host: person,
          people: [chen, li],
          expected: 10,
          attended: 9,
          hours: 2,
        }),
      ];
    case 'mark':
      return [
        edit('mark', `${at(items, a)}:2026-11`, { state: 'done', date: day, note: `说明${b}` }),
      ];
    case 'consequence':
      return task
        ? [
            edit('consequence', newId(), {
              kind: b % 2 ? 'praise' : 'talk',
              person,
              basisCollection: 'task',
              basisId: task.id,
              date: day,
              mendBy: addDays(day, b),
            }),
          ]
        : [];
    case 'mend': {
      const one = at(listOf(state, 'consequence').toSorted(byId), a);
      return one && one.mended === '' ? [edit('consequence', one.id, { mended: day })] : [];
    }
    case 'person':
      return [
        edit('person', newId(), { name: `新人${b}`, role: 'leader', order: 9 + b, joined: day }),
      ];
    case 'leave': {
      const who = recordOf(state, 'person', person);
      return who && who.left === '' ? [edit('person', person, { left: day })] : [];
    }
    case 'post':
      return [
        edit('person', person, {
          post: `职务${b}`,
          portfolio: `分管${b}`,
          department: id(50 + (a % 3)),
        }),
      ];
    case 'charge':
      return [
        edit('charge', person, { line: `线${a}`, contactPoint: `点${b}`, project: `项${b}` }),
      ];
    case 'assign':
      return [edit('assignment', at(items, a) ?? 'G1.1', { leader: person })];
    case 'setting':
      return [edit('unit', 'unit', { soonDays: b % 30, taskBehindPoints: a, scoreCap: 100 + a })];
  }
}
