import type { Day } from '../calendar/day';
import { isInPeriod, monthsOf, type Period, periodRange } from '../calendar/period';
import type { Bilingual, Ratable } from '../catalogue/row';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import { kindOf } from '../kinds/kinds';
import type { RecordOf } from '../model/collections';
import { viewOf } from './moment';
import { targetsFulfilment } from './target-fulfilment';

/** A record that can be named as evidence of a rating. */
export interface Evidence {
  /** `<collection>:<id>`, as ratings keep it. */
  readonly link: string;
  readonly kind: Bilingual;
  readonly title: string;
  /** Day it happened or was closed; of a target, the month's last day or today. */
  readonly date: Day | '';
  /** Whether the leader himself had a part in it. */
  readonly isOwn: boolean;
}

const taskKind: Bilingual = { zh: '办结任务', en: 'Task done' };
const targetKind: Bilingual = { zh: '完成目标', en: 'Target met' };

/** What tasks done, and targets met, can show (proposed). */
const shownByTasks: ReadonlySet<string> = new Set(['A1', 'A2', 'B3', 'B4', 'W0.3', 'W4', 'W5']);
const shownByTargets: ReadonlySet<string> = new Set(['A2', 'A3', 'B2', 'B3', 'B4', 'W5']);

/** What the habits and stances are shown by: study, or work among people (proposed). */
const studyRows: ReadonlySet<string> = new Set(['W0.1', 'W0.2', 'W1', 'W2', 'W3']);
const workRows: ReadonlySet<string> = new Set(['W0.1', 'W0.3', 'W4', 'W5']);

function isShownBy(row: Ratable, activity: RecordOf<'activity'>): boolean {
  const kind = kindOf(activity.kind);
  if (!kind) return false;
  if (row.parent !== null) return kind.evidences.includes(row.parent);
  if (studyRows.has(row.id) && kind.section === 'G1') return true;
  return workRows.has(row.id) && (kind.section === 'M4' || kind.section === 'G3');
}

const activityEvidence = (activity: RecordOf<'activity'>, person: string): Evidence => ({
  link: `activity:${activity.id}`,
  kind: kindOf(activity.kind)?.name ?? { zh: '记录', en: 'Record' },
  title: activity.title.trim() || firstLine(activity.content),
  date: activity.date,
  isOwn: activity.host === person || activity.people.includes(person),
});

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 60) ?? '';

/**
 * The records of a period that can support a leader's rating of a row: activities whose kind
 * declares its dimension, tasks of his that were closed, targets of his that are met. His own
 * first, each group by day.
 */
export function evidenceFor(
  state: State,
  row: Ratable,
  about: { readonly person: string; readonly period: Period; readonly today: Day },
): Evidence[] {
  const { person, period, today } = about;
  const found: Evidence[] = [];
  for (const activity of listOf(state, 'activity')) {
    if (activity.date === '' || !isInPeriod(activity.date, period)) continue;
    if (isShownBy(row, activity)) found.push(activityEvidence(activity, person));
  }
  const dimension = row.parent ?? row.id;
  if (shownByTasks.has(dimension)) {
    for (const { id, title, leader, owner, closed } of listOf(state, 'task')) {
      if (closed === '' || !isInPeriod(closed, period)) continue;
      if (leader !== person && owner !== person) continue;
      found.push({ link: `task:${id}`, kind: taskKind, title, date: closed, isOwn: true });
    }
  }
  if (shownByTargets.has(dimension)) {
    const { last } = periodRange(period);
    const month = monthsOf(period).at(-1) ?? period;
    const { state: then, ...moment } = viewOf(state, period, today);
    for (const { target, state: met } of targetsFulfilment(then, { ...moment, month })) {
      if (target.leader !== person || (met !== 'reached' && met !== 'on-track')) continue;
      const date = last < today ? last : today;
      const link = `target:${target.id}`;
      found.push({ link, kind: targetKind, title: target.name, date, isOwn: true });
    }
  }
  return found.sort(
    (a, b) =>
      Number(b.isOwn) - Number(a.isOwn) ||
      (a.date < b.date ? -1 : a.date > b.date ? 1 : a.link < b.link ? -1 : 1),
  );
}

/** The record that a link names; undefined where it is not, or no longer, there. */
export function linkedEvidence(state: State, link: string, person: string): Evidence | undefined {
  const at = link.indexOf(':');
  const id = link.slice(at + 1);
  switch (link.slice(0, at)) {
    case 'activity': {
      const activity = recordOf(state, 'activity', id);
      return activity && activityEvidence(activity, person);
    }
    case 'task': {
      const task = recordOf(state, 'task', id);
      return task && { link, kind: taskKind, title: task.title, date: task.closed, isOwn: true };
    }
    case 'target': {
      const target = recordOf(state, 'target', id);
      return target && { link, kind: targetKind, title: target.name, date: '', isOwn: true };
    }
    default:
      return undefined;
  }
}
