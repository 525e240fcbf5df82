import { type Cadence, eventDue, type Occurrence } from '../calendar/cadence';
import { addDays, type Day, isDay } from '../calendar/day';
import { periodOf, periodRange } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { CheckItem } from '../catalogue/row';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { kindOf } from '../kinds/kinds';
import { markId } from '../model/activity';
import type { RecordOf } from '../model/collections';
import { unitId } from '../model/unit';
import { activitiesFor, datedWithin, isAutomatic, marksFor } from './activity-index';
import { type Light, lightOf } from './lights';
import { occurrencesDue } from './occurrence-cache';
import { findingOf } from './rules';

type Activity = RecordOf<'activity'>;

/** One occurrence of a check item and where it stands. */
export interface Duty {
  readonly item: CheckItem;
  readonly occurrence: Occurrence;
  readonly due: Day;
  readonly light: Light;
  /** Day on which it was done; empty where it is not done or records tell no day. */
  readonly doneOn: Day | '';
  /**
   * What the light rests on: an activity, a mark, a rule over the records, nothing yet, or no data
   * to judge by (an automatic item whose records do not exist).
   */
  readonly basis: 'activity' | 'mark' | 'rule' | 'none' | 'no-data';
  /** Ids of the activities that meet it. */
  readonly activities: readonly string[];
  /** Note of the mark; empty where there is none. */
  readonly note: string;
}

/** The days asked about and the day they are seen on. */
export interface Watch {
  /** Occurrences due from `from` to `to`, both inclusive. */
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  /** Whether `today` is the last day of a period that is over; see moment.ts. */
  readonly isOver?: boolean;
  readonly calendar: WorkCalendar;
}

/** The unit's settings that duties depend on. */
export interface DutySettings {
  readonly since: Day;
  readonly soonDays: number;
  readonly move: 'earlier' | 'later';
}

/** Settings of the unit. Where its first day is unknown, duties start in the month of `today`. */
export function dutySettings(state: State, today: Day): DutySettings {
  const unit = recordOrDefault(state, 'unit', unitId);
  const since = unit.founded === '' ? periodRange(periodOf(today, 'month')).first : unit.founded;
  return { since, soonDays: unit.soonDays, move: unit.moveDue };
}

/**
 * The occurrences of a check item due in the watched days, in order of due day. An occurrence is
 * met by an activity of its days, which are those of its period for most (the n-th one where several are owed), by a mark, or by a
 * rule over the records. Events are owed only when one was recorded: by a mark whose key is the day
 * of the event, or by an activity that itself is the event.
 */
export function dutiesOfItem(
  state: State,
  item: CheckItem,
  watch: Watch,
  settings: DutySettings = dutySettings(state, watch.today),
): Duty[] {
  const activities = activitiesFor(state, item);
  const duties = item.cadences.flatMap((cadence) =>
    cadence.type === 'event'
      ? eventDuties(state, item, cadence, activities, watch, settings)
      : occurrencesDue(cadence, { ...watch, ...settings }).map((occurrence) =>
          judge(state, item, occurrence, activities, watch, settings),
        ),
  );
  return duties.length < 2
    ? duties
    : duties.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** The activities that meet an occurrence: those of its days, or the n-th of them. */
function meeting(
  activities: readonly Activity[],
  { key, opens, closes }: Occurrence,
): readonly Activity[] {
  if (activities.length === 0) return activities;
  const within = datedWithin(activities, opens, closes);
  const share = key.indexOf('#');
  if (share < 0) return within;
  const place = Number(key.slice(share + 1));
  return within.slice(place - 1, place);
}

function judge(
  state: State,
  item: CheckItem,
  occurrence: Occurrence,
  activities: readonly Activity[],
  watch: Watch,
  settings: DutySettings,
): Duty {
  const duty = settle(state, item, occurrence, meeting(activities, occurrence), watch, settings);
  if (duty.basis !== 'none') return duty;
  const finding = findingOf(state, item, occurrence.period);
  if (!finding) return isAutomatic(item) ? { ...duty, light: 'not-yet', basis: 'no-data' } : duty;
  if (!finding.isMet) return isAutomatic(item) ? { ...duty, basis: 'rule' } : duty;
  // Where records tell no day, the rule being met is all there is to say.
  const doneOn = finding.on ?? '';
  const light =
    doneOn === ''
      ? 'done'
      : lightOf({ ...duty, ...settings, today: watch.today, isOver: watch.isOver, doneOn });
  return { ...duty, light, doneOn, basis: 'rule' };
}

/**
 * The day on which an activity did what it is owed for: for an event its answer, else its own day.
 * Empty while the answer is out.
 */
function doneDayOf(activity: Activity, item: CheckItem): Day | '' {
  const doneOn = kindOf(activity.kind)?.doneOn;
  const isEvent = item.cadences.some(({ type }) => type === 'event');
  if (doneOn === undefined || !isEvent) return activity.date;
  const day: unknown = Reflect.get(activity, doneOn);
  return typeof day === 'string' && isDay(day) ? day : '';
}

/** What activities and the mark say of an occurrence. */
function settle(
  state: State,
  item: CheckItem,
  occurrence: Occurrence,
  met: readonly Activity[],
  { today, isOver }: Watch,
  { soonDays }: DutySettings,
): Duty {
  const mark = recordOf(state, 'mark', markId(item.id, occurrence.key));
  const marked = mark?.state === 'done' ? mark.date || occurrence.due : '';
  const happened = met.map((activity) => doneDayOf(activity, item)).find((day) => day !== '') ?? '';
  const byMark = marked !== '' && (happened === '' || marked < happened);
  const doneOn = byMark ? marked : happened;
  const notApplicable = mark?.state === 'not-applicable';
  return {
    item,
    occurrence,
    due: occurrence.due,
    light: lightOf({
      due: occurrence.due,
      today,
      isOver,
      soonDays,
      doneOn,
      notApplicable,
    }),
    doneOn,
    basis:
      byMark || (doneOn === '' && notApplicable) ? 'mark' : doneOn === '' ? 'none' : 'activity',
    activities: met.map(({ id }) => id),
    note: mark?.note ?? '',
  };
}

const eventDay = /^(\d{4}-\d{2}-\d{2})(?:#\d+)?$/;

/** Occurrences of recorded events, and of activities that are events themselves. */
function eventDuties(
  state: State,
  item: CheckItem,
  cadence: Extract<Cadence, { type: 'event' }>,
  activities: readonly Activity[],
  watch: Watch,
  settings: DutySettings,
): Duty[] {
  const { from, to, calendar } = watch;
  // Activities of an item with a rhythm as well already meet that rhythm.
  const isEventOnly = item.cadences.every(({ type }) => type === 'event');
  const free = isEventOnly ? [...activities] : [];
  const occurrenceOn = (key: string, day: Day): Occurrence => {
    const due = eventDue(day, cadence.workdays, calendar);
    return { key, period: periodOf(day, 'month'), opens: day, closes: due, due };
  };
  const found: Duty[] = [];
  for (const { id } of marksFor(state, item.id)) {
    const key = id.slice(item.id.length + 1);
    const day = eventDay.exec(key)?.[1];
    if (!day || !isDay(day)) continue;
    const place = free.findIndex(({ date }) => date >= day);
    const met = place < 0 ? [] : free.splice(place, 1);
    found.push(settle(state, item, occurrenceOn(key, day), met, watch, settings));
  }
  const onDay = new Map<Day, number>();
  // Working out a deadline is dear, and most activities lie years outside the watched days.
  const earliest = addDays(from, -2 * cadence.workdays - 30);
  for (const activity of free) {
    if (activity.date < earliest || activity.date > to) continue;
    const nth = (onDay.get(activity.date) ?? 0) + 1;
    onDay.set(activity.date, nth);
    const key = nth === 1 ? activity.date : `${activity.date}#${nth}`;
    const occurrence = occurrenceOn(key, activity.date);
    found.push(settle(state, item, occurrence, [activity], watch, settings));
  }
  return found.filter(({ due }) => due >= from && due <= to && due >= settings.since);
}
