import { standardCalendar } from '../calendar/workdays';
import { edit } from '../changes/records';
import { type Act, officeMoment } from './act';
import { dayOfMoment, momentIn, workdayAt } from './month';
import { randomOf, sampleUuid } from './random';
import { milestoneTarget } from './targets';
import type { MonthOptions } from './task-acts';
import { leaderOf, ownerIn, staffOn } from './team';

/** The milestones of the running year: their ids, and the month in which each is reached. */
export interface MilestoneYear {
  readonly steps: { readonly id: string; readonly month: number; readonly owner: string }[];
}

/** The target that is met by milestones: set in January, its milestones reached, one of them late. */
export function milestoneActs(options: MonthOptions, year: MilestoneYear): Act[] {
  const { month, team, seed } = options;
  const { name, mechanism, department, milestones } = milestoneTarget;
  const random = randomOf(seed, 'milestone', month.period);
  if (month.month === 1) {
    year.steps.length = 0;
    const leader = leaderOf(team, department).id;
    const owner = ownerIn(staffOn(team, month.first), department, random)?.id || leader;
    const at = officeMoment(workdayAt(month, 0.4), random);
    const target = sampleUuid(at, random);
    const edits = [
      edit('target', target, {
        name,
        year: month.year,
        kind: 'milestone',
        weight: 2,
        mechanism,
        leader,
        owner,
        department: team.departments[department] ?? '',
        order: 99,
      }),
      ...milestones.map((milestone, place) => {
        const id = sampleUuid(at, random);
        const last = standardCalendar().lastWorkday(
          `${month.year}-${String(milestone.month).padStart(2, '0')}`,
        );
        // The second takes a month longer than planned.
        year.steps.push({ id, month: milestone.month + (place === 1 ? 1 : 0), owner });
        return edit('milestone', id, {
          target,
          name: milestone.name,
          due: last,
          weight: milestone.weight,
        });
      }),
    ];
    return [{ at, author: team.leaders[0]?.id ?? leader, label: 'target.create', edits }];
  }
  return year.steps
    .filter((step) => step.month === month.month)
    .map(({ id, owner }): Act => {
      const at = momentIn(month, 0.5, 0.9, random);
      return {
        at,
        author: owner,
        label: 'milestone.save',
        edits: [edit('milestone', id, { reached: dayOfMoment(at) })],
      };
    });
}
