import type { Day } from '../calendar/day';
import { periodOf } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { Bilingual } from '../catalogue/row';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { unitId } from '../model/unit';
import { dutiesOf } from './duties';
import { taskStatus, tasksOfMonth } from './task-status';

/** Something that is to be done this month, or should have been done before. */
export interface HomeDue {
  readonly id: string;
  readonly kind: 'item' | 'task' | 'draft';
  readonly text: Bilingual;
  /** Who answers for it and who does it, by id; empty where nobody was named. */
  readonly leader: string;
  readonly doer: string;
  readonly due: Day | '';
  readonly light: 'overdue' | 'due-soon' | 'not-yet';
  /** Month (or period of the task) under which it is listed, and what it is there. */
  readonly period: string;
  readonly of: string;
}

const urgency = ['overdue', 'due-soon', 'not-yet'] as const;

/** Check items and tasks of this month that wait, the most urgent first. */
export function homeDues(
  state: State,
  { today, calendar }: { readonly today: Day; readonly calendar: WorkCalendar },
): HomeDue[] {
  const month = periodOf(today, 'month');
  const { soonDays } = recordOrDefault(state, 'unit', unitId);
  const items = dutiesOf(state, { month, today, calendar }).flatMap(
    ({ item, occurrence, due, light, basis }): HomeDue[] => {
      const waiting = urgency.find((one) => one === light);
      if (!waiting || basis === 'no-data' || basis === 'rule') return [];
      const { leader, deputy } = recordOrDefault(state, 'assignment', item.id);
      return [
        {
          id: `${item.id}:${occurrence.key}`,
          kind: 'item',
          text: item.text,
          leader,
          doer: deputy,
          due,
          light: waiting,
          period: due.slice(0, 7),
          of: item.id,
        },
      ];
    },
  );
  const tasks = tasksOfMonth(state, month).flatMap(({ task }): HomeDue[] => {
    const status = taskStatus(state, task, { today, soonDays });
    if (status === 'closed' || status === 'closed-late') return [];
    const { id, title, due, leader, owner, period } = task;
    return [
      {
        id,
        kind: status === 'draft' ? 'draft' : 'task',
        text: { zh: title, en: title },
        leader,
        doer: owner,
        due,
        light: status === 'overdue' || status === 'due-soon' ? status : 'not-yet',
        period,
        of: id,
      },
    ];
  });
  return [...items, ...tasks].sort(
    (a, b) =>
      urgency.indexOf(a.light) - urgency.indexOf(b.light) ||
      (a.due < b.due ? -1 : a.due > b.due ? 1 : 0),
  );
}

/** Whose things are shown: those one does or answers for, those one answers for, or all. */
export const whoseChoices = ['mine', 'led', 'all'] as const;

export type Whose = (typeof whoseChoices)[number];

/** Whether something is a person's in that sense. */
export const isWhose = ({ leader, doer }: HomeDue, whose: Whose, person: string): boolean =>
  whose === 'all' || leader === person || (whose === 'mine' && doer === person);
