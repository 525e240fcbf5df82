import type { Day } from '../calendar/day';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Light, lightOf } from './lights';
import { peopleOf } from './people';
import { dayIn, inYear, numberIn, recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** A business field in a year: sessions planned, sessions held, hours given. */
export interface AreaTraining {
  /** Empty for training that names no field. */
  readonly area: string;
  readonly planned: number;
  readonly held: number;
  /** Study hours of all who took part together. */
  readonly hours: number;
  /** The plans and the trainings themselves, oldest first. */
  readonly plans: readonly Activity[];
  readonly trainings: readonly Activity[];
}

/** The business fields that plans, rotation plans and trainings of a year name, in that order. */
export function areasOf(state: State, year: number): string[] {
  const records = ['training-plan', 'rotation-training-plan', 'training'].flatMap((kind) =>
    inYear(recordsOfKind(state, kind), year),
  );
  const areas = records.map((record) => textIn(record, 'businessArea'));
  return [...new Set(areas.filter((area) => area !== ''))];
}

/** Training plan against training held, by business field. Source: essay ¶8. */
export function trainingByArea(state: State, year: number): AreaTraining[] {
  const plans = inYear(recordsOfKind(state, 'training-plan'), year);
  const trainings = inYear(recordsOfKind(state, 'training'), year);
  const of = (records: readonly Activity[], area: string) =>
    records.filter((record) => textIn(record, 'businessArea') === area);
  const all = [...areasOf(state, year), ''].map((area): AreaTraining => {
    const own = of(trainings, area);
    return {
      area,
      planned: of(plans, area).reduce((sum, plan) => sum + numberIn(plan, 'planned'), 0),
      held: own.length,
      hours: own.reduce((sum, { hours, people }) => sum + (hours ?? 0) * people.length, 0),
      plans: of(plans, area),
      trainings: own,
    };
  });
  return all.filter(({ area, held, plans: own }) => area !== '' || held > 0 || own.length > 0);
}

/** How the trainings of a year were held: in service, going out, inviting in, in rotation. */
export function trainingForms(state: State, year: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const training of inYear(recordsOfKind(state, 'training'), year)) {
    const form = textIn(training, 'trainingForm') || 'in-service';
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

/** One person across the business fields of a year. */
export interface CoverageRow {
  readonly person: RecordOf<'person'>;
  /** Per field: trainings taken part in, and whether a rotation plan names the person for it. */
  readonly cells: readonly { readonly taken: number; readonly planned: boolean }[];
  /** Study hours in the year, all fields together. */
  readonly hours: number;
}

/** Who was trained in which business field in a year (轮训覆盖): everybody in office × fields. */
export interface Coverage {
  readonly areas: readonly string[];
  readonly rows: readonly CoverageRow[];
  /** Of the people planned for each field, the share that took part, 0 … 1; null without a plan. */
  readonly rates: readonly (number | null)[];
}

/** The coverage matrix of a year. */
export function trainingCoverage(state: State, year: number): Coverage {
  const areas = areasOf(state, year);
  const trainings = inYear(recordsOfKind(state, 'training'), year);
  const plans = inYear(recordsOfKind(state, 'rotation-training-plan'), year);
  const taken = new Map<string, number>();
  const hours = new Map<string, number>();
  const planned = new Set<string>();
  const add = (into: Map<string, number>, key: string, by: number) =>
    into.set(key, (into.get(key) ?? 0) + by);
  for (const record of trainings) {
    const area = textIn(record, 'businessArea');
    for (const person of record.people) {
      add(taken, `${person}/${area}`, 1);
      add(hours, person, record.hours ?? 0);
    }
  }
  for (const plan of plans) {
    for (const person of plan.people) planned.add(`${person}/${textIn(plan, 'businessArea')}`);
  }
  const rows = peopleOf(state, String(year)).map((person): CoverageRow => {
    const cells = areas.map((area) => ({
      taken: taken.get(`${person.id}/${area}`) ?? 0,
      planned: planned.has(`${person.id}/${area}`),
    }));
    return { person, cells, hours: hours.get(person.id) ?? 0 };
  });
  const rates = areas.map((_, place) => {
    const owed = rows.filter(({ cells }) => cells[place]?.planned);
    if (owed.length === 0) return null;
    return owed.filter(({ cells }) => (cells[place]?.taken ?? 0) > 0).length / owed.length;
  });
  return { areas, rows, rates };
}

/** A pair of mentor and apprentice with what was noted last. */
export interface MentoringPair {
  readonly pair: Activity;
  readonly mentor: string;
  readonly subject: string;
  readonly notes: number;
  readonly last: Activity | undefined;
}

/** The pairs that run in a year, with the notes made since they began, newest pair first. */
export function mentoringPairs(state: State, year: number): MentoringPair[] {
  const notes = recordsOfKind(state, 'mentoring-note');
  return recordsOfKind(state, 'mentoring-pair')
    .filter((pair) => {
      const ends = dayIn(pair, 'endsOn') || `${pair.date.slice(0, 4)}-12-31`;
      return pair.date !== '' && pair.date <= `${year}-12-31` && ends >= `${year}-01-01`;
    })
    .map((pair): MentoringPair => {
      const mentor = textIn(pair, 'mentor');
      const subject = textIn(pair, 'subject');
      const own = notes.filter(
        (note) =>
          textIn(note, 'mentor') === mentor &&
          textIn(note, 'subject') === subject &&
          note.date >= pair.date,
      );
      return { pair, mentor, subject, notes: own.length, last: own.at(-1) };
    })
    .reverse();
}

/** Somebody's weak point that is not made good yet, or was made good in the year. */
export interface SkillGap {
  readonly gap: Activity;
  readonly subject: string;
  readonly light: Light;
}

/** The weak points still open, the longest overdue first; those without a deadline last. */
export function openSkillGaps(
  state: State,
  { today, soonDays }: { readonly today: Day; readonly soonDays: number },
): SkillGap[] {
  const due = (gap: Activity) => dayIn(gap, 'deadline') || '9999-12-31';
  return recordsOfKind(state, 'skill-gap')
    .filter((gap) => {
      const settledOn = dayIn(gap, 'settledOn');
      return settledOn === '' || settledOn > today;
    })
    .map((gap) => ({
      gap,
      subject: textIn(gap, 'subject'),
      light: lightOf({ due: due(gap), today, soonDays }),
    }))
    .sort((a, b) => (due(a.gap) < due(b.gap) ? -1 : due(a.gap) > due(b.gap) ? 1 : 0));
}
