import type { Edit } from '../changes/draft';
import { edit } from '../changes/records';
import { ratingId, type SheetStep, sheetId } from '../model/rating';
import { type Act, fill, momentOf, officeMoment } from './act';
import type { SampleActivity } from './activity-acts';
import {
  evidenceTexts,
  gaps,
  headComments,
  measures,
  nothingToRate,
  ratedRows,
  strengths,
} from './evidence';
import { measureActs } from './measure-acts';
import { dayOfMoment, momentIn } from './month';
import { ownRow, ownRowActs, ownRowEvidence } from './own-rows';
import { type Random, randomOf } from './random';
import type { MonthOptions, SampleTask } from './task-acts';
import type { SampleLeader } from './team';

/** What happened in the month, for evidence. */
export interface MonthEvents {
  readonly activities: readonly SampleActivity[];
  readonly tasks: readonly SampleTask[];
  /** Months since the records began. */
  readonly since: number;
}

/** `11月6日“学习新修订森林法”`: an activity as a sentence names it. */
function named({ date, title }: SampleActivity): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日“${title}”`;
}

/** The slots of a leader's texts, from what he himself took part in this month. */
function slotsOf(
  leader: SampleLeader,
  { activities, tasks }: MonthEvents,
  random: Random,
): () => Record<string, string> {
  const own = activities.filter(({ people }) => people.includes(leader.id));
  const ofKind = (...kinds: string[]) => own.filter(({ kind }) => kinds.includes(kind));
  const study = ofKind('study-session', 'party-day');
  const meeting = ofKind('warning-meeting', 'staff-meeting', 'study-session');
  const talks = ofKind('talk');
  const visits = ofKind('contact-visit');
  const trainings = ofKind('training');
  const ownTasks = tasks.filter((task) => task.leader === leader.id);
  const choose = (list: readonly SampleActivity[], otherwise: string): string =>
    list.length > 0 ? named(random.pick(list)) : otherwise;
  return () => ({
    study: choose(study, '参加支部集中学习'),
    meeting: choose(meeting, '召开股室会议'),
    talk: choose(talks, '与股室同志谈心'),
    visit: choose(visits, `到${leader.seat.contactPoint}走访`),
    out: choose(trainings, '线上业务课程学习'),
    task: ownTasks.length > 0 ? random.pick(ownTasks).title : leader.seat.project,
    line: leader.seat.line,
    point: leader.seat.contactPoint,
    project: leader.seat.project,
  });
}

/** How a person rates himself in a month: a level of his own, slowly moving, row by row. */
function scoreOf(
  seed: number,
  leader: SampleLeader,
  row: string,
  { since, mood }: { readonly since: number; readonly mood: number },
  random: Random,
): number {
  const person = randomOf(seed, 'level', leader.id);
  const level = person.int(74, 89);
  // At most seven points in three years, then levelling out.
  const slope = person.near(0.07, 0.14);
  const trend = Math.max(-9, Math.min(9, slope * since));
  const bent = randomOf(seed, 'row', leader.id, row).near(0, 7);
  const score = Math.round(level + trend + mood + bent + random.near(0, 5));
  return Math.min(99, Math.max(52, score));
}

function ratingEdits(
  options: MonthOptions,
  leader: SampleLeader,
  events: MonthEvents,
  random: Random,
): Edit[] {
  const slots = slotsOf(leader, events, random);
  // Some months a person is more content with himself than in others.
  const mood = random.near(0, 3);
  // The unit's own row comes last: what else happens stays as it is without it.
  const rows = events.since < ownRowSince ? ratedRows : [...ratedRows, ownRow];
  return rows.flatMap((row) => {
    const id = ratingId(leader.id, options.month.period, row);
    const nothing = nothingToRate[row];
    if (nothing && random.chance(0.25)) return edit('rating', id, { notApplicable: nothing });
    // A row is forgotten now and then; unrated is not zero.
    if (random.chance(0.012)) return [];
    const score = scoreOf(options.seed, leader, row, { since: events.since, mood }, random);
    const evidence = fill(
      random.pick(row === ownRow ? ownRowEvidence : (evidenceTexts[row] ?? [''])),
      random,
      slots(),
    );
    return edit('rating', id, { score, ...(evidence && { evidence }) });
  });
}

const step = (what: SheetStep['step'], at: number, by: string): SheetStep => ({
  step: what,
  at: new Date(at).toISOString(),
  by,
});

function submitActs(options: MonthOptions, leader: SampleLeader, whole: MonthEvents): Act[] {
  const { month, seed, team } = options;
  const random = randomOf(seed, 'rating', leader.id, month.period);
  const inTime = momentIn(month, 0.7, 1, random);
  const after = options.calendar.addWorkdays(month.last, random.int(1, 3));
  const at = random.chance(0.72) ? inTime : officeMoment(after, random);
  // Nobody cites what has not happened yet.
  const until = dayOfMoment(at);
  const events = { ...whole, activities: whole.activities.filter(({ date }) => date <= until) };
  const slots = slotsOf(leader, events, random)();
  const say = (texts: readonly string[]): string => fill(random.pick(texts), random, slots);
  const id = sheetId(leader.id, month.period);
  const steps = [step('submitted', at, leader.id)];
  const sheet = {
    status: 'submitted' as const,
    statusAt: new Date(at).toISOString(),
    steps,
    strengths: say(strengths),
    gaps: say(gaps),
    measures: say(measures),
  };
  const more = randomOf(seed, 'measures', leader.id, month.period);
  const others = measures.filter((text) => text.slice(0, 3) !== sheet.measures.slice(0, 3));
  const second = fill(more.pick(others), more, slots);
  if (second !== sheet.measures) sheet.measures += `\n${second}`;
  const ratings = ratingEdits(options, leader, events, random);
  const acts: Act[] = [
    {
      at,
      author: leader.id,
      label: 'rating.submit',
      edits: [...ratings, edit('sheet', id, sheet)],
    },
    ...measureActs(options, leader, { id, measures: sheet.measures, at }),
  ];
  const head = team.leaders[0];
  if (!head || head.id === leader.id) return acts;
  const day = options.calendar.addWorkdays(dayOfMoment(at), 2);
  const readAt = momentOf(day, 9 + random.next() * 3);
  if (random.chance(0.04)) {
    const statusAt = new Date(readAt).toISOString();
    const comment = headComments[3];
    const returned = [...steps, step('returned', readAt, head.id)];
    acts.push({
      at: readAt,
      author: head.id,
      label: 'rating.return',
      edits: [edit('sheet', id, { status: 'returned', statusAt, comment, steps: returned })],
    });
    const again = momentOf(options.calendar.addWorkdays(day, 1), 10 + random.next());
    const lowered = random.some(ratings, 6).flatMap(({ id: row, fields }) => {
      const score = typeof fields.score === 'number' ? fields.score : undefined;
      return score === undefined ? [] : edit('rating', row, { score: score - random.int(2, 5) });
    });
    acts.push({
      at: again,
      author: leader.id,
      label: 'rating.submit',
      edits: [
        ...lowered,
        edit('sheet', id, {
          status: 'submitted',
          statusAt: new Date(again).toISOString(),
          steps: [...returned, step('resubmitted', again, leader.id)],
        }),
      ],
    });
  } else if (random.chance(0.6)) {
    const comment = random.pick(headComments.slice(0, 3));
    const edits = [edit('sheet', id, { comment })];
    acts.push({ at: readAt, author: head.id, label: 'rating.comment', edits });
  }
  return acts;
}

/** Months after which the unit words rows of its own: with its second year. */
const ownRowSince = 12;

/** The self-ratings of one month, each handed in whole near the month's end. */
export function ratingActs(options: MonthOptions, events: MonthEvents): Act[] {
  const ownRows = events.since === ownRowSince ? ownRowActs(options) : [];
  // Once in a while somebody misses a month altogether.
  const sheets = options.team.leaders.flatMap((leader) =>
    randomOf(options.seed, 'missed', leader.id, options.month.period).chance(0.015)
      ? []
      : submitActs(options, leader, events),
  );
  return [...ownRows, ...sheets];
}
