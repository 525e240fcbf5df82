import type { Day } from '../calendar/day';
import { edit } from '../changes/records';
import { unitId } from '../model/unit';
import { type Act, momentOf } from './act';
import { departments, personNames, type Seat, sampleUnit, seatOf, staffPosts } from './names';
import { type Random, randomOf, sampleUuid } from './random';

/** A member of the team. */
export interface SampleLeader {
  readonly id: string;
  readonly name: string;
  readonly seat: Seat;
}

/** One of the staff, from the day of joining until the day of leaving ('' while still there). */
export interface SampleStaff {
  readonly id: string;
  readonly name: string;
  readonly department: number;
  readonly post: string;
  readonly partyMember: boolean;
  readonly joined: Day;
  left: Day | '';
}

/** Everybody the sample unit has, and the acts that entered them. */
export interface Team {
  readonly leaders: readonly SampleLeader[];
  readonly staff: readonly SampleStaff[];
  /** Ids of the departments, by index. */
  readonly departments: readonly string[];
  readonly acts: readonly Act[];
}

/** Who was on the staff on a day. */
export function staffOn(team: Team, day: Day): readonly SampleStaff[] {
  return team.staff.filter((one) => one.joined <= day && (one.left === '' || one.left > day));
}

/** The leader in charge of a department; with a small team the work is shared out in turn. */
export function leaderOf(team: Team, department: number): SampleLeader {
  const inCharge = team.leaders.find(({ seat }) => seat.departments.includes(department));
  const leader = inCharge ?? team.leaders[department % team.leaders.length];
  if (!leader) throw new RangeError('a team has at least one leader');
  return leader;
}

/** One of a department's staff, or of the whole staff where it has none; undefined without staff. */
export function ownerIn(
  staff: readonly SampleStaff[],
  department: number,
  random: Random,
): SampleStaff | undefined {
  const own = staff.filter((one) => one.department === department);
  if (own.length > 0) return random.pick(own);
  return staff.length > 0 ? random.pick(staff) : undefined;
}

function staffEdit(one: SampleStaff, departmentIds: readonly string[], order: number) {
  return edit('person', one.id, {
    name: one.name,
    post: one.post,
    role: 'staff',
    order,
    department: departmentIds[one.department] ?? '',
    partyMember: one.partyMember,
    joined: one.joined,
  });
}

/** How the team is to be made. */
export interface TeamOptions {
  readonly leaders: number;
  readonly staff: number;
  readonly seed: number;
  /** First day of the records. */
  readonly from: Day;
  /** First working days of later years, on which people come and go. */
  readonly turns: readonly Day[];
  readonly device: string;
}

function newStaff(
  place: number,
  name: string,
  joined: Day,
  random: Random,
  at: number,
): SampleStaff {
  const department = place % departments.length;
  const title = departments[department] ?? departments[0];
  const first = place < departments.length;
  return {
    id: sampleUuid(at, random),
    name,
    department,
    post: first ? staffPosts.head(title) : random.pick(staffPosts.others),
    partyMember: random.chance(first ? 0.85 : 0.5),
    joined,
    left: '',
  };
}

/** The unit, its departments and people, as they are entered on the first day and at year ends. */
export function makeTeam(options: TeamOptions): Team {
  const random = randomOf(options.seed, 'team');
  const start = momentOf(options.from, 9);
  const departmentIds = departments.map((_, index) => sampleUuid(start + index, random));
  const names = personNames(options.leaders + options.staff + options.turns.length * 2, random);
  const nextName = () => names.shift() ?? '';
  const leaders = Array.from(
    { length: options.leaders },
    (_, rank): SampleLeader => ({
      id: sampleUuid(start + 600_000 + rank, random),
      name: nextName(),
      seat: seatOf(rank),
    }),
  );
  const head = leaders[0];
  if (!head) throw new RangeError('a team has at least one leader');
  const staff = Array.from({ length: options.staff }, (_, place) =>
    newStaff(place, nextName(), options.from, random, start + 1_200_000 + place),
  );
  const author = head.id;
  const acts: Act[] = [
    {
      at: start,
      author,
      label: 'unit.create',
      edits: [
        edit('unit', unitId, {
          ...sampleUnit,
          founded: options.from,
          ratingEvery: 'month',
          scale: 'hundred',
          sample: true,
        }),
        edit('device', options.device, {
          name: '办公室电脑',
          person: head.id,
        }),
        ...departments.map((name, index) =>
          edit('department', departmentIds[index] ?? '', { name, order: index + 1 }),
        ),
        ...leaders.map(({ id, name, seat }, rank) =>
          edit('person', id, {
            name,
            post: seat.post,
            role: 'leader',
            order: rank + 1,
            head: rank === 0,
            portfolio: seat.portfolio,
            partyMember: seat.partyMember,
            joined: options.from,
          }),
        ),
      ],
    },
    ...leaders.map(
      ({ id, seat }, rank): Act => ({
        at: start + 1_800_000 + rank * 120_000,
        author,
        label: 'charge.save',
        edits: [
          edit('charge', id, {
            line: seat.line,
            contactPoint: seat.contactPoint,
            project: seat.project,
          }),
        ],
      }),
    ),
  ];
  if (staff.length > 0) {
    acts.push({
      at: start + 1_200_000,
      author,
      label: 'person.create',
      edits: staff.map((one, place) => staffEdit(one, departmentIds, 100 + place)),
    });
  }
  const all = [...staff];
  for (const day of options.turns) {
    const current = all.filter((one) => one.left === '');
    const leaving = random.some(current.slice(Math.min(12, current.length)), random.int(0, 2));
    for (const old of leaving) {
      const at = momentOf(day, 9.5 + random.next());
      old.left = day;
      const fresh = { ...newStaff(20, nextName(), day, random, at), department: old.department };
      all.push(fresh);
      acts.push({
        at,
        author,
        label: 'person.replace',
        edits: [
          edit('person', old.id, { left: day }),
          staffEdit(fresh, departmentIds, 100 + all.length),
        ],
      });
    }
  }
  return { leaders, staff: all, departments: departmentIds, acts };
}
