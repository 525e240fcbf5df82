import type { Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import { listOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { unitId } from '../model/unit';
import { leadersOf } from './people';
import { taskStatus } from './task-status';

/** What a leader is in charge of (线·点·项), and what he did about it in a year up to a day. */
export interface ChargeRow {
  readonly id: string;
  readonly leader: RecordOf<'person'>;
  readonly charge: RecordOf<'charge'>;
  /** Which of the three are not set: a gap. */
  readonly gaps: readonly ChargeField[];
  /** Tasks of the year that he leads and that were given out. */
  readonly tasks: { readonly all: number; readonly closed: number; readonly overdue: number };
  /** Visits to the contact point, the last of them, and problems solved there. */
  readonly visits: number;
  readonly lastVisit: Day | '';
  readonly solved: number;
  /** How far the project is as last reported; null where it was not. */
  readonly completion: number | null;
  readonly reported: Day | '';
}

/** The three of 线·点·项, in this order. */
export const chargeFields = ['line', 'contactPoint', 'project'] as const;

export type ChargeField = (typeof chargeFields)[number];

/** A number that a record of a kind holds in a field the kind declares; 0 where it holds none. */
function numberIn(record: object, field: string): number {
  const value: unknown = Reflect.get(record, field);
  return typeof value === 'number' ? value : 0;
}

/**
 * One row a leader in office in the year of the period, in order of rank, up to `today`: the last
 * day of a period that is over where `isOver` says so.
 */
export function chargeMatrix(state: State, year: Period, today: Day, isOver = false): ChargeRow[] {
  const { first, last } = periodRange(year);
  const until = today < last ? today : last;
  const { soonDays } = recordOrDefault(state, 'unit', unitId);
  const tasks = new Map<string, { all: number; closed: number; overdue: number }>();
  for (const task of listOf(state, 'task')) {
    if (!task.period.startsWith(year)) continue;
    const counts = tasks.get(task.leader) ?? { all: 0, closed: 0, overdue: 0 };
    const status = taskStatus(state, task, {
      today: until,
      isOver: isOver || today > last,
      soonDays,
    });
    if (status === 'draft') continue;
    counts.all += 1;
    if (status === 'closed' || status === 'closed-late') counts.closed += 1;
    if (status === 'overdue') counts.overdue += 1;
    tasks.set(task.leader, counts);
  }
  const acts = listOf(state, 'activity').filter(
    ({ kind, date }) =>
      (kind === 'contact-visit' || kind === 'project-progress') && date >= first && date <= until,
  );
  return leadersOf(state, year).map((leader) => {
    const charge = recordOrDefault(state, 'charge', leader.id);
    const visits = acts.filter(
      ({ kind, host, people }) =>
        kind === 'contact-visit' && (host === leader.id || people.includes(leader.id)),
    );
    const reports = acts
      .filter(({ kind, host }) => kind === 'project-progress' && host === leader.id)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const latest = reports.at(-1);
    return {
      id: leader.id,
      leader,
      charge,
      gaps: chargeFields.filter((field) => charge[field].trim() === ''),
      tasks: tasks.get(leader.id) ?? { all: 0, closed: 0, overdue: 0 },
      visits: visits.length,
      lastVisit: visits.reduce<Day | ''>((day, { date }) => (date > day ? date : day), ''),
      solved: visits.reduce((sum, visit) => sum + numberIn(visit, 'solved'), 0),
      completion: latest ? numberIn(latest, 'completion') : null,
      reported: latest?.date ?? '',
    };
  });
}

/**
 * What a line, point or project can be chosen from: those that anybody has or had, in alphabetical
 * order, and for lines the sections of the unit too.
 */
export function chargesOffered(state: State): Readonly<Record<ChargeField, readonly string[]>> {
  const known = (field: ChargeField, more: readonly string[] = []): string[] =>
    [...new Set([...listOf(state, 'charge').map((one) => one[field]), ...more])]
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const sections = listOf(state, 'department').map(({ name }) => `${name.trim()}工作`);
  return {
    line: known('line', sections),
    contactPoint: known('contactPoint'),
    project: known('project'),
  };
}
