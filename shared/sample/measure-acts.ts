import { monthsOf, nextPeriod, periodRange } from '../calendar/period';
import { edit } from '../changes/records';
import { measureTitles } from '../insight/rating-measures';
import { type Act, officeMoment } from './act';
import { dayOfMoment, sampleMonth, workdayAt } from './month';
import { randomOf, sampleUuid } from './random';
import type { MonthOptions } from './task-acts';
import type { SampleLeader } from './team';

/** A sheet that was handed in, and the measures that it names. */
export interface MeasuredSheet {
  readonly id: string;
  readonly measures: string;
  /** When it was handed in, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * What becomes of a leader's measures: about half are made tasks of the next month, most of these
 * are done within it, some later.
 */
export function measureActs(
  { month, seed, team, calendar }: MonthOptions,
  leader: SampleLeader,
  sheet: MeasuredSheet,
): Act[] {
  // Its own chances: what else happens stays as it is without it.
  const random = randomOf(seed, 'measure', leader.id, month.period);
  const period = monthsOf(nextPeriod(month.period))[0] ?? month.period;
  const next = sampleMonth(period, calendar);
  return measureTitles(sheet.measures).flatMap((title, place): Act[] => {
    // The head, whose sheet is seen first, keeps to his own word.
    const isKept = place === 0 && leader.id === team.leaders[0]?.id;
    if (!random.chance(isKept ? 1 : 0.5)) return [];
    const at = officeMoment(calendar.addWorkdays(dayOfMoment(sheet.at), 1), random);
    const id = sampleUuid(at, random);
    const acts: Act[] = [
      {
        at,
        author: leader.id,
        label: 'task.create',
        edits: [
          edit('task', id, {
            period,
            title,
            goal: '措施落实到位，下月自评时对账',
            due: calendar.move(periodRange(period).last, 'earlier'),
            leader: leader.id,
            owner: leader.id,
            origin: sheet.id,
            order: 80 + place,
            issued: dayOfMoment(at),
          }),
        ],
      },
    ];
    const isLate = random.chance(0.15);
    const day = isLate
      ? calendar.addWorkdays(next.last, random.int(3, 12))
      : workdayAt(next, 0.45 + random.next() * 0.5);
    const doneAt = officeMoment(day, random);
    const date = dayOfMoment(doneAt);
    acts.push({
      at: doneAt,
      author: leader.id,
      label: 'task.close',
      edits: [
        edit('progress', sampleUuid(doneAt, random), {
          task: id,
          date,
          percent: 100,
          note: '已按措施落实，结果在本月自评中说明。',
        }),
        edit('task', id, { percent: 100, closed: date }),
      ],
    });
    return acts;
  });
}
