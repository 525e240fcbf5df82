import type { Day } from '../calendar/day';
import { edit } from '../changes/records';
import { type Act, fill, momentOf, officeMoment } from './act';
import { type ActivityTexts, activityTexts, type SampleKind } from './activities';
import { dayOfMoment, momentIn, workdayAt } from './month';
import { type Random, randomOf, sampleUuid } from './random';
import type { MonthOptions } from './task-acts';
import { type SampleLeader, type SampleStaff, staffOn } from './team';

/** An activity as evidence texts refer to it. */
export interface SampleActivity {
  readonly kind: SampleKind;
  readonly date: Day;
  readonly title: string;
  readonly people: readonly string[];
}

interface Event {
  readonly kind: SampleKind;
  readonly date: Day;
  readonly host?: string;
  readonly people: readonly string[];
  readonly expected?: number;
  readonly hours?: number;
  readonly items?: readonly string[];
  readonly fields?: Readonly<Record<string, string | number>>;
  /** Who was expected and did not come. */
  readonly absent?: readonly string[];
  /** Which of the kind's sorts it is; any where not said. */
  readonly sort?: number;
  readonly slots?: Readonly<Record<string, string>>;
  readonly title?: string;
  /** Who enters it; the host where not said. */
  readonly author?: string;
}

/** Kinds of which the books say who was absent, so that he makes up for it. */
const kept: ReadonlySet<SampleKind> = new Set(['study-session', 'party-day']);

const absentReasons = ['外业值班', '出差', '请假', '参加上级会议'] as const;

/** Which sort of activity day the branch has planned for a month (1 … 12). */
export const partyThemeOf = (seed: number, year: number, month: number): number =>
  randomOf(seed, 'party-theme', year, month).int(0, activityTexts['party-day'].length - 1);

/** Whoever was not away; the host always. */
function present(people: readonly string[], host: string, random: Random): string[] {
  return people.filter((id) => id === host || random.chance(0.93));
}

/** The activities of one month, as a bureau of this size holds them. */
export function activityActs(options: MonthOptions): {
  acts: Act[];
  activities: SampleActivity[];
} {
  const { month, team, seed, calendar } = options;
  const random = randomOf(seed, 'activity', month.period);
  const staff = staffOn(team, month.first);
  const acts: Act[] = [];
  const activities: SampleActivity[] = [];
  const clerk = staff[0]?.id ?? team.leaders[0]?.id ?? '';
  const head = team.leaders[0]?.id ?? '';
  const leaderIds = team.leaders.map(({ id }) => id);
  const everybody = [...leaderIds, ...staff.map(({ id }) => id)];
  const members = [
    ...team.leaders.filter(({ seat }) => seat.partyMember).map(({ id }) => id),
    ...staff.filter(({ partyMember }) => partyMember).map(({ id }) => id),
  ];

  const hold = (event: Event): void => {
    const sorts: readonly ActivityTexts[] = activityTexts[event.kind];
    const texts = sorts[event.sort ?? -1] ?? random.pick(sorts);
    const slots = { month: String(month.month), ...event.slots };
    const title = event.title ?? fill(random.pick(texts.titles), random, slots);
    // Entered on the day itself or a few working days after it.
    const entered = officeMoment(calendar.addWorkdays(event.date, random.int(0, 2)), random);
    const at = Math.max(entered, momentOf(event.date, 17 + random.next()));
    const content = fill(random.pick(texts.contents), random, slots);
    const id = sampleUuid(at, random);
    const absent = event.absent ?? [];
    acts.push({
      at,
      author: event.author ?? event.host ?? clerk,
      label: 'activity.create',
      edits: [
        edit('activity', id, {
          kind: event.kind,
          date: event.date,
          title,
          place: fill(random.pick(texts.places), random, slots),
          ...(event.host && { host: event.host }),
          people: [...event.people],
          ...(event.expected !== undefined && {
            expected: event.expected,
            attended: event.people.length,
          }),
          ...(event.hours !== undefined && { hours: event.hours }),
          ...texts.fields,
          ...event.fields,
          ...(absent.length > 0 && {
            absent: [...absent],
            absentReason: random.pick(absentReasons),
          }),
          ...(event.items && { items: [...event.items] }),
          ...(content && { content }),
        }),
      ],
    });
    // Most make up for it within the month that follows.
    const madeUp = absent.filter(() => random.chance(0.75));
    if (madeUp.length > 0) {
      const later = calendar.addWorkdays(event.date, random.int(4, 20));
      acts.push({
        at: officeMoment(later, random),
        author: clerk,
        label: 'activity.set',
        edits: [{ collection: 'activity', id, fields: { madeUp } }],
      });
    }
    activities.push({ kind: event.kind, date: event.date, title, people: event.people });
  };

  const meet = (
    kind: SampleKind,
    date: Day,
    invited: readonly string[],
    host: string,
    rest: Partial<Event> = {},
  ): void => {
    const people = present(invited, host, random);
    const absent = kept.has(kind) ? invited.filter((id) => !people.includes(id)) : [];
    hold({ kind, date, host, people, expected: invited.length, absent, author: clerk, ...rest });
  };

  holdStudy(options, random, meet, leaderIds, staff);
  const friday = month.workdays.find((day) => new Date(day).getUTCDay() === 5) ?? month.first;
  meet('party-day', friday, members, random.pick(leaderIds.slice(0, 3)), {
    hours: 2,
    sort: partyThemeOf(seed, month.year, month.month),
    ...(random.chance(0.2) && { items: ['M3.2.4'] }),
  });
  for (let count = random.int(1, 2); count > 0; count -= 1) {
    const invited = random.some(everybody, Math.ceil(everybody.length * (0.2 + random.next() / 2)));
    meet('training', workdayAt(month, 0.2 + random.next() * 0.7), invited, random.pick(leaderIds), {
      hours: random.int(2, 8),
    });
  }
  if (month.month === 5 || month.month === 11 || random.chance(0.06)) {
    meet('warning-meeting', workdayAt(month, 0.45), everybody, head);
  }
  if (month.month === 1 || month.month === 7) {
    const title = month.month === 1 ? '年度工作总结职工大会' : '半年工作总结职工大会';
    meet('staff-meeting', workdayAt(month, 0.6), everybody, head, { title });
  }
  for (const leader of team.leaders) visit(leader, options, random, hold);
  for (let count = random.int(3, 6); count > 0 && staff.length > 0; count -= 1) {
    const host = random.pick(leaderIds);
    const people = [host, random.pick(staff).id];
    hold({ kind: 'talk', date: workdayAt(month, random.next()), host, people });
  }
  for (let count = random.int(0, 2); count > 0; count -= 1) {
    const people = random.some(leaderIds, 2);
    hold({ kind: 'care-visit', date: workdayAt(month, random.next()), people, author: clerk });
  }
  return { acts, activities };
}

type Meet = (
  kind: SampleKind,
  date: Day,
  invited: readonly string[],
  host: string,
  rest?: Partial<Event>,
) => void;

function holdStudy(
  { month, team }: MonthOptions,
  random: Random,
  meet: Meet,
  leaderIds: readonly string[],
  staff: readonly SampleStaff[],
): void {
  const head = leaderIds[0] ?? '';
  const day = workdayAt(month, 0.25 + random.next() * 0.3);
  meet('study-session', day, leaderIds, head, { hours: 3, fields: { studyForm: 'together' } });
  const groups = random.int(1, 2);
  for (let count = 0; count < groups; count += 1) {
    const department = random.int(0, team.departments.length - 1);
    const own = staff.filter((one) => one.department === department).map(({ id }) => id);
    const host = random.pick(leaderIds);
    const on = workdayAt(month, 0.4 + random.next() * 0.5);
    meet('study-session', on, [host, ...own], host, { hours: 2, fields: { studyForm: 'groups' } });
  }
}

function visit(
  leader: SampleLeader,
  { month }: MonthOptions,
  random: Random,
  hold: (event: Event) => void,
): void {
  // Nearly everybody keeps the monthly visit; a few slip.
  if (!random.chance(0.92)) return;
  const at = momentIn(month, 0.1, 0.85, random);
  const { contactPoint, project } = leader.seat;
  hold({
    kind: 'contact-visit',
    date: dayOfMoment(at),
    people: [leader.id],
    fields: { solved: Number(dayOfMoment(at).slice(8)) % 4 },
    slots: { point: contactPoint, project },
    author: leader.id,
  });
}
