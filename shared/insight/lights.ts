import { addDays, type Day } from '../calendar/day';

/**
 * Where an occurrence stands on a day. `not-yet` says that it is neither done nor soon due;
 * `not-applicable` was declared by a person with a reason and is not the same as done.
 */
export type Light = 'done' | 'done-late' | 'due-soon' | 'overdue' | 'not-applicable' | 'not-yet';

/** The lights in the order of a legend. */
export const lights: readonly Light[] = [
  'overdue',
  'due-soon',
  'not-yet',
  'done',
  'done-late',
  'not-applicable',
];

/**
 * The light of something due on `due`, seen on `today`. `doneOn` is the day on which it happened;
 * a day after `today` has not come yet. On its last day a duty is due soon, not overdue.
 * `soonDays` counts calendar days, 0 or more.
 */
export function lightOf(about: {
  readonly due: Day;
  readonly today: Day;
  readonly soonDays: number;
  readonly doneOn?: Day | '' | undefined;
  readonly notApplicable?: boolean;
  /** Whether `today` is the last day of a period that is over: what was due by then is overdue. */
  readonly isOver?: boolean | undefined;
}): Light {
  const { due, today, soonDays, doneOn = '', notApplicable = false, isOver = false } = about;
  if (doneOn !== '' && doneOn <= today) return doneOn <= due ? 'done' : 'done-late';
  if (notApplicable) return 'not-applicable';
  if (today > due || (isOver && today === due)) return 'overdue';
  return addDays(today, soonDays) >= due ? 'due-soon' : 'not-yet';
}
