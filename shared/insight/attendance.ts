import type { RecordOf } from '../model/collections';
import { peopleIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** Who came to a session or an activity day, and who still has to make up for it (补学). */
export interface Attendance {
  readonly record: Activity;
  /** 应到 and 实到: as entered, else as the people named tell. */
  readonly expected: number;
  readonly present: number;
  readonly absent: readonly string[];
  readonly madeUp: readonly string[];
  /** Absent and not made up for yet. */
  readonly owed: readonly string[];
}

/** The attendance that a record tells of. Somebody named as present is not absent. */
export function attendanceOf(record: Activity): Attendance {
  const came = new Set(record.people);
  const absent = peopleIn(record, 'absent').filter((id) => !came.has(id));
  const made = new Set(peopleIn(record, 'madeUp'));
  return {
    record,
    expected: record.expected ?? came.size + absent.length,
    present: record.attended ?? came.size,
    absent,
    madeUp: absent.filter((id) => made.has(id)),
    owed: absent.filter((id) => !made.has(id)),
  };
}

/** Share of those expected who were present over some sessions, 0 … 1; null where none was. */
export function attendanceRate(list: readonly Attendance[]): number | null {
  const expected = list.reduce((sum, one) => sum + one.expected, 0);
  const present = list.reduce((sum, one) => sum + Math.min(one.present, one.expected), 0);
  return expected === 0 ? null : present / expected;
}

/** How often somebody was expected, came, made up for it, and still owes it. */
export interface PersonAttendance {
  readonly expected: number;
  readonly present: number;
  readonly madeUp: number;
  readonly owed: number;
}

/** The attendance of each person named, by id. A book for the branch, in no order of merit. */
export function attendanceByPerson(
  list: readonly Attendance[],
): ReadonlyMap<string, PersonAttendance> {
  const found = new Map<string, PersonAttendance>();
  const add = (ids: readonly string[], part: Partial<PersonAttendance>) => {
    for (const id of ids) {
      const now = found.get(id) ?? { expected: 0, present: 0, madeUp: 0, owed: 0 };
      found.set(id, {
        expected: now.expected + (part.expected ?? 0),
        present: now.present + (part.present ?? 0),
        madeUp: now.madeUp + (part.madeUp ?? 0),
        owed: now.owed + (part.owed ?? 0),
      });
    }
  };
  for (const { record, madeUp, owed } of list) {
    add([...new Set(record.people)], { expected: 1, present: 1 });
    add(madeUp, { expected: 1, madeUp: 1 });
    add(owed, { expected: 1, owed: 1 });
  }
  return found;
}

/** Who can be expected as a whole: the team, the Party members, everybody (应到人员). */
export const rosters = ['leaders', 'members', 'everybody'] as const;

export type Roster = (typeof rosters)[number];

/** The ids of a roster among the people in office. */
export const rosterOf = (people: readonly RecordOf<'person'>[], roster: Roster): string[] =>
  people
    .filter(({ role, partyMember }) =>
      roster === 'leaders' ? role === 'leader' : roster === 'members' ? partyMember : true,
    )
    .map(({ id }) => id);

/**
 * What a record says when these people were expected and those came: who is not among them was
 * absent. Guests take part without being counted as expected.
 */
export function attendanceFields(expected: readonly string[], came: readonly string[]) {
  const present = new Set(came);
  const absent = expected.filter((id) => !present.has(id));
  return {
    people: [...came],
    absent,
    expected: expected.length,
    attended: expected.length - absent.length,
  };
}
