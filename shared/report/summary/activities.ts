import type { Bilingual } from '../../catalogue/row';
import type { Kind } from '../../kinds/kind';
import { kindOf, kinds } from '../../kinds/kinds';
import type { RecordOf } from '../../model/collections';

type Activity = RecordOf<'activity'>;
type Person = RecordOf<'person'>;

/** The activities of one kind in the month. */
export interface KindFact {
  readonly kind: Kind;
  readonly count: number;
  readonly titles: readonly string[];
  /** 参加人次; null where no record says it. */
  readonly attendance: number | null;
  /** 应到人次, and 实到 of the same records; null unless every record says both. */
  readonly roll: {
    readonly expected: number;
    readonly attended: number;
  } | null;
  /** Study hours of all sessions together; null where none says it. */
  readonly hours: number | null;
  /** Leaders who took part, in order of rank. */
  readonly leaders: readonly Person[];
}

/** How often, with its measure word: 召开职工大会1次. */
export const countedText = ({ counted, measureWord }: Kind, count: number): Bilingual => ({
  zh: `${counted.zh}${count}${measureWord ?? '次'}`,
  en: `${counted.en}: ${count}`,
});

/** Order of dated records: by day, then by id, so that the same books read the same. */
export const byDate = (a: { date: string; id: string }, b: { date: string; id: string }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

const sumKnown = (values: readonly (number | null)[]): number | null => {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0);
};

/** The activities of a month by kind, in the order of the kinds; none where there were none. */
export function kindFacts(activities: readonly Activity[], leaders: readonly Person[]): KindFact[] {
  return kinds.flatMap((kind) => {
    const list = activities.filter((activity) => activity.kind === kind.id).sort(byDate);
    if (list.length === 0) return [];
    const people = new Set(list.flatMap((activity) => activity.people));
    const expected = sumKnown(list.map((activity) => activity.expected));
    const attended = sumKnown(list.map((activity) => activity.attended));
    const isRolled = list.every((one) => one.expected !== null && one.attended !== null);
    return [
      {
        kind,
        count: list.length,
        titles: [...new Set(list.map(({ title }) => title.trim()).filter((title) => title !== ''))],
        attendance: sumKnown(
          list.map((one) => one.attended ?? (one.people.length > 0 ? one.people.length : null)),
        ),
        roll: isRolled && expected !== null && attended !== null ? { expected, attended } : null,
        hours: sumKnown(list.map((activity) => activity.hours)),
        leaders: leaders.filter(({ id }) => people.has(id)),
      },
    ];
  });
}

/** Kinds in which leaders take the lead in studying (带头参加学习). Source: essay ¶4. */
const studyKinds = ['study-session', 'training', 'party-day'];

/** How many times leaders took part in study, training and party days. */
export function countOfStudy(activities: readonly Activity[], leaders: readonly Person[]): number {
  const ids = new Set(leaders.map(({ id }) => id));
  return activities
    .filter(({ kind }) => studyKinds.includes(kindOf(kind)?.id ?? ''))
    .reduce((sum, { people }) => sum + new Set(people.filter((id) => ids.has(id))).size, 0);
}
