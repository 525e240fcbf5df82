import { type Anchor, dueDay, windowOf } from '../calendar/cadence';
import { addDays, type Day } from '../calendar/day';
import type { Move, WorkCalendar } from '../calendar/workdays';
import { checkItemById } from '../catalogue/catalogue';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Light, lightOf } from './lights';
import { leadersOf } from './people';
import { recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** One of a leader's three duties of a year: only whether and when, never what it says. */
export interface LeaderReport {
  readonly due: Day;
  readonly doneOn: Day | '';
  readonly light: Light;
  readonly record: Activity | undefined;
}

/** A leader's pledge, report on integrity, and report of personal matters in a year. */
export interface LeaderReports {
  readonly person: RecordOf<'person'>;
  readonly pledge: LeaderReport;
  readonly integrity: LeaderReport;
  readonly matters: LeaderReport;
  /** Reports after a change (within 30 days), newest first. */
  readonly changes: readonly Activity[];
}

interface Watch {
  readonly today: Day;
  readonly soonDays: number;
  readonly calendar: WorkCalendar;
  readonly move: Move;
}

/** When an item is due that is owed for every year, as the catalogue says. */
function anchorOf(item: string): Anchor {
  const cadence = checkItemById(item)?.cadences.find(({ type }) => type === 'every');
  return cadence?.type === 'every' ? cadence.due : { at: 'end' };
}

/** Working days that a leader who came after the due day has; our proposal. */
const newcomerDays = 20;

/**
 * The three integrity duties of every leader in office in a year, in order of rank: the pledge, the
 * report on integrity and that of personal matters, each due and done on the days that the checklist
 * has for it (G2.7–G2.9). Who came after a due day has twenty working days.
 */
export function leaderReports(state: State, year: number, watch: Watch): LeaderReports[] {
  const { today, soonDays, calendar, move } = watch;
  const matters = recordsOfKind(state, 'matters-report');
  const isChange = (record: Activity) => textIn(record, 'reportCause') === 'change';
  const owed = (item: string, records: readonly Activity[]) => {
    const anchor = anchorOf(item);
    const { first, last } = windowOf(`${year}`, anchor);
    return { records, first, last, due: dueDay(`${year}`, anchor, calendar, move) };
  };
  const kinds = {
    pledge: owed('G2.7', recordsOfKind(state, 'integrity-pledge')),
    integrity: owed('G2.8', recordsOfKind(state, 'integrity-report')),
    matters: owed(
      'G2.9',
      matters.filter((record) => !isChange(record)),
    ),
  };
  const reportOf = (
    person: RecordOf<'person'>,
    { records, first, last, due: usual }: (typeof kinds)['pledge'],
  ): LeaderReport => {
    const record = records.find(
      (one) => textIn(one, 'subject') === person.id && one.date >= first && one.date <= last,
    );
    const isNew = person.joined > usual;
    const due = isNew ? calendar.addWorkdays(person.joined || usual, newcomerDays) : usual;
    const doneOn = record?.date ?? '';
    return { due, doneOn, light: lightOf({ due, today, soonDays, doneOn }), record };
  };
  return leadersOf(state, `${year}`).map(
    (person): LeaderReports => ({
      person,
      pledge: reportOf(person, kinds.pledge),
      integrity: reportOf(person, kinds.integrity),
      matters: reportOf(person, kinds.matters),
      changes: matters
        .filter((one) => isChange(one) && textIn(one, 'subject') === person.id)
        .filter(({ date }) => date.startsWith(`${year}-`))
        .reverse(),
    }),
  );
}

/** The last day for reporting a change of that day: within 30 days. Source: office-facts, 个人有关事项. */
export const changeDue = (changedOn: Day): Day => addDays(changedOn, 30);
