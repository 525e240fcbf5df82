import { addDays, type Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { Edit } from '../changes/draft';
import { edit } from '../changes/records';
import { type Act, fill, officeMoment } from './act';
import { dayOfMoment, momentIn, quarterOf, type SampleMonth, workdayAt } from './month';
import { type Random, randomOf, sampleUuid } from './random';
import {
  doneNotes,
  goalsFor,
  keyTasks,
  nextSteps,
  problems,
  progressNotes,
  routines,
  stepMeasures,
} from './tasks';
import { leaderOf, ownerIn, type SampleStaff, staffOn, type Team } from './team';

/** A task as the rest of the month refers to it. */
export interface SampleTask {
  readonly id: string;
  readonly title: string;
  readonly leader: string;
}

/** What the tree has grown to: ids of the year and quarter tasks, by period and key task. */
export type TaskTree = Map<string, { readonly id: string; readonly author: string }>;

const nodeKey = (period: Period, key: number): string => `${period}/${key}`;

/** Everything the acts of one month are made from. */
export interface MonthOptions {
  readonly month: SampleMonth;
  readonly team: Team;
  readonly seed: number;
  readonly calendar: WorkCalendar;
}

interface Plan extends MonthOptions {
  readonly random: Random;
  readonly staff: readonly SampleStaff[];
  readonly tree: TaskTree;
  readonly acts: Act[];
}

function noteOn(percent: number, random: Random): string {
  const { begun, halfway, nearlyDone } = progressNotes;
  return random.pick<string>(percent < 40 ? begun : percent < 75 ? halfway : nearlyDone);
}

function progressEdits(
  plan: Plan,
  at: number,
  task: string,
  percent: number,
  note: string,
  troubled: boolean,
): Edit[] {
  const { random } = plan;
  return [
    edit('progress', sampleUuid(at, random), {
      task,
      date: dayOfMoment(at),
      percent,
      note: fill(note, random),
      ...(troubled && { problem: random.pick(problems), next: random.pick(nextSteps) }),
    }),
    edit('task', task, { percent }),
  ];
}

function close(plan: Plan, at: number, author: string, task: string): void {
  const [note] = progressEdits(plan, at, task, 100, plan.random.pick(doneNotes), false);
  const done = edit('task', task, { percent: 100, closed: dayOfMoment(at) });
  plan.acts.push({ at, author, label: 'task.close', edits: note ? [note, done] : [done] });
}

/** Plants the key tasks of a year or of a quarter. */
function plant(plan: Plan, period: Period, day: Day): void {
  const { random, team, staff, tree } = plan;
  const quarter = period.includes('Q') ? Number(period.slice(6)) - 1 : undefined;
  keyTasks.forEach((keyTask, place) => {
    const texts = quarter === undefined ? keyTask : keyTask.quarters[quarter];
    if (!texts) return;
    const leader = leaderOf(team, keyTask.department);
    const owner = ownerIn(staff, keyTask.department, random);
    const author = team.leaders[0]?.id ?? leader.id;
    const at = officeMoment(day, random);
    const id = sampleUuid(at, random);
    const parent = quarter === undefined ? undefined : tree.get(nodeKey(period.slice(0, 4), place));
    tree.set(nodeKey(period, place), { id, author: owner?.id ?? leader.id });
    const fields = {
      period,
      parent: parent?.id ?? '',
      order: place + 1,
      title: quarter === undefined ? `${period}年${texts.title}` : texts.title,
      goal: texts.goal,
      due: plan.calendar.move(periodRange(period).last, 'earlier'),
      leader: leader.id,
      owner: owner?.id ?? '',
      department: team.departments[keyTask.department] ?? '',
      measures: quarter === undefined ? keyTask.measures : '',
      issued: dayOfMoment(at),
      reportEvery: 'month' as const,
    };
    plan.acts.push({ at, author, label: 'task.create', edits: [edit('task', id, fields)] });
  });
}

/** The monthly word on the year or quarter tasks; closes them when their last month is over. */
function report(plan: Plan, period: Period, percent: number): void {
  const { random, month, tree } = plan;
  for (const place of keyTasks.keys()) {
    const node = tree.get(nodeKey(period, place));
    if (!node) continue;
    const at = momentIn(month, 0.82, 1, random);
    if (percent === 100) {
      // A few drag on into the next weeks.
      const isLate = random.chance(0.06);
      const late = plan.calendar.addWorkdays(month.last, random.int(6, 25));
      close(plan, isLate ? officeMoment(late, random) : at, node.author, node.id);
      continue;
    }
    const behind = random.chance(0.15);
    const reached = Math.max(1, percent - (behind ? random.int(12, 25) : random.int(-4, 5)));
    const note = noteOn(reached, random);
    plan.acts.push({
      at,
      author: node.author,
      label: 'progress.create',
      edits: progressEdits(plan, at, node.id, reached, note, behind),
    });
  }
}

interface Step {
  readonly title: string;
  readonly department: number;
  readonly key: number;
}

function stepsOf(plan: Plan, quarter: number): Step[] {
  const { random } = plan;
  const steps: Step[] = [];
  keyTasks.forEach(({ department, quarters }, key) => {
    for (const step of random.some(quarters[quarter]?.steps ?? [], random.int(1, 2))) {
      steps.push({ title: fill(step, random), department, key });
    }
  });
  routines.forEach((texts, department) => {
    const key = keyTasks.findIndex((task) => task.department === department);
    for (const text of random.some(texts, random.int(1, 3))) {
      steps.push({ title: fill(text, random), department, key });
    }
  });
  return steps;
}

/** The office presses for a late task; a few are put off before they are due. */
function followUp(plan: Plan, task: string, due: Day, fate: number): void {
  // Its own chances: what else happens stays as it is without it.
  const random = randomOf(plan.seed, 'follow-up', task);
  const author = plan.team.leaders[0]?.id ?? '';
  const isExtension = fate < 0.97;
  const on = plan.calendar.addWorkdays(due, isExtension ? -2 : 4);
  const at = officeMoment(on, random);
  const said = { task, date: dayOfMoment(at) };
  if (!isExtension) {
    const reason = random.pick([
      '超过时限未销号，请三个工作日内办结并反馈。',
      '进度滞后，请说明原因和办结时间。',
    ]);
    const edits = [edit('followUp', sampleUuid(at, random), { ...said, kind: 'urge', reason })];
    plan.acts.push({ at, author, label: 'task.urge', edits });
    return;
  }
  const later = plan.calendar.move(addDays(due, random.int(15, 30)), 'later');
  const reason = random.pick(['连续降雨，外业无法按期开展。', '乡镇资料未交齐，需补充核实。']);
  const extension = { ...said, kind: 'extension' as const, reason, approver: author };
  plan.acts.push({
    at,
    author,
    label: 'task.extend',
    edits: [
      edit('followUp', sampleUuid(at, random), { ...extension, before: due, due: later }),
      edit('task', task, { due: later }),
    ],
  });
}

/** One month's task: given out, reported on and closed; seldom late, seldom unclear. */
function live(plan: Plan, step: Step, order: number, quarter: Period): SampleTask {
  const { random, month, team, staff } = plan;
  const at = momentIn(month, 0, 0.14, random);
  const id = sampleUuid(at, random);
  const leader = leaderOf(team, step.department);
  const owner = ownerIn(staff, step.department, random);
  const author = owner?.id ?? leader.id;
  const due = workdayAt(month, random.pick([0.5, 0.7, 0.85, 1, 1]));
  const blank = random.chance(0.05) ? random.pick(['goal', 'due', 'owner', 'leader']) : '';
  const given = {
    period: month.period,
    parent: plan.tree.get(nodeKey(quarter, step.key))?.id ?? '',
    order,
    title: step.title,
    goal: blank === 'goal' ? '' : random.pick(goalsFor(step.title)),
    due: blank === 'due' ? '' : due,
    leader: blank === 'leader' ? '' : leader.id,
    owner: blank === 'owner' ? '' : (owner?.id ?? ''),
    department: team.departments[step.department] ?? '',
    measures: random.pick(stepMeasures),
    // What is not clear is not given out.
    issued: blank === '' ? dayOfMoment(at) : '',
  };
  const edits = [edit('task', id, given)];
  plan.acts.push({ at, author: leader.id, label: 'task.create', edits });
  const dueAt = officeMoment(due, random);
  const notes = random.int(1, 3);
  let percent = 0;
  let last = at;
  for (let place = 1; place <= notes; place += 1) {
    const when = at + Math.round(((dueAt - at) * place) / (notes + 1));
    const reported = officeMoment(plan.calendar.move(dayOfMoment(when), 'earlier'), random);
    if (reported <= last) continue;
    last = reported;
    percent = Math.min(95, percent + random.int(15, 40));
    const noteEdits = progressEdits(
      plan,
      reported,
      id,
      percent,
      noteOn(percent, random),
      random.chance(0.2),
    );
    plan.acts.push({ at: reported, author, label: 'progress.create', edits: noteEdits });
  }
  const fate = random.next();
  if (fate > 0.96) followUp(plan, id, due, fate);
  if (fate < 0.89) {
    close(plan, Math.max(dueAt, last + 3_600_000), author, id);
  } else if (fate < 0.985) {
    const late = plan.calendar.move(addDays(due, random.int(2, 30)), 'later');
    close(plan, officeMoment(late, random), author, id);
  } else {
    const late = plan.calendar.move(addDays(due, random.int(40, 75)), 'later');
    close(plan, officeMoment(late, random), author, id);
  }
  return { id, title: step.title, leader: leader.id };
}

/** The tasks of one month, with what grows into it from year and quarter. */
export function taskActs(
  options: MonthOptions,
  tree: TaskTree,
): { acts: Act[]; tasks: SampleTask[] } {
  const { month, team, seed } = options;
  const random = randomOf(seed, 'task', month.period);
  const plan: Plan = { ...options, random, staff: staffOn(team, month.first), tree, acts: [] };
  const quarter = quarterOf(month);
  const year = String(month.year);
  if (month.month === 1) plant(plan, year, workdayAt(month, 0.3));
  if (quarter.place === 1) plant(plan, quarter.period, workdayAt(month, 0.1));
  const number = Number(quarter.period.slice(6)) - 1;
  const tasks = stepsOf(plan, number).map((step, place) =>
    live(plan, step, place + 1, quarter.period),
  );
  report(plan, quarter.period, quarter.place === 3 ? 100 : quarter.place * 33);
  report(plan, year, month.month === 12 ? 100 : Math.round(month.month * 8.2));
  return { acts: plan.acts, tasks };
}
