import { addDays, type Day, dayOf, weekday } from '../calendar/day';
import { periodOf } from '../calendar/period';
import { edit } from '../changes/records';
import { habitId } from '../model/habit';
import { momentOf, officeMoment } from './act';
import { partyThemeOf } from './activity-acts';
import { sampleUuid } from './random';
import {
  fiveStepGaps,
  habitNotes,
  insightNotes,
  partyDayPlans,
  practiceLessons,
  requiredReadings,
  selfStudies,
  studyTopics,
} from './register-texts';
import type { Scene } from './scene';

function fiveSteps(scene: Scene): void {
  const { random, calendar } = scene;
  const members = scene.staff.filter(({ partyMember }) => partyMember).map(({ id }) => id);
  const people = [...scene.leaders, ...members];
  for (const subject of random.some(people, Math.ceil(people.length * 0.4))) {
    const [gap, goal, measures] = random.pick(fiveStepGaps);
    const date = scene.day(0.2 + random.next() / 3);
    const deadline = calendar.addWorkdays(date, 30);
    const about = { subject, identity: '佩戴党徽、挂牌上岗', gap, goal, measures, deadline };
    const id = scene.enter('five-steps', date, about);
    const settledOn = calendar.addWorkdays(
      date,
      random.chance(0.85) ? random.int(12, 30) : random.int(31, 45),
    );
    scene.later(id, settledOn, { settledOn, result: '已落实' });
    // What the leaders resolve is followed up with the tasks of the unit.
    if (!scene.leaders.includes(subject)) continue;
    measureTask(scene, { subject, goal, measures, deadline, settledOn, origin: id, date });
  }
}

/** A measure that became a task; closed when the record is. */
function measureTask(
  scene: Scene,
  about: {
    readonly subject: string;
    readonly goal: string;
    readonly measures: string;
    readonly deadline: Day;
    readonly settledOn: Day;
    readonly origin: string;
    readonly date: Day;
  },
): void {
  const { random, team } = scene;
  const { subject, goal, measures, deadline, settledOn, origin, date } = about;
  const member = scene.staff.find(({ id }) => id === subject);
  const at = officeMoment(scene.calendar.addWorkdays(date, 1), random);
  const id = sampleUuid(at, random);
  const author = member?.id ?? subject;
  const fields = {
    period: periodOf(deadline, 'month'),
    title: measures,
    goal,
    due: deadline,
    leader: member ? scene.leaderOver(subject) : subject,
    owner: subject,
    department: team.departments[member?.department ?? 0] ?? '',
    origin,
  };
  scene.acts.push({ at, author, label: 'task.create', edits: [edit('task', id, fields)] });
  const done = edit('task', id, { percent: 100, closed: settledOn });
  const closing = officeMoment(settledOn, random);
  scene.acts.push({ at: closing, author, label: 'task.close', edits: [done] });
}

function plans(scene: Scene): void {
  const { month, seed } = scene;
  const owner = scene.someone();
  const about = { plannedTogether: 12, plannedGroups: 18, owner };
  scene.enter('study-plan', scene.day(0.4), {
    title: scene.say('{year}年理论学习计划'),
    studyTerm: 'year',
    ...about,
    content: '集中学每月一次，分组学每月一至两次；自学以指定书目为主，每季度交流一次。',
  });
  for (let number = 1; number <= 12; number += 1) {
    const first = dayOf(month.year, number, 1);
    const friday = addDays(first, (12 - weekday(first)) % 7);
    const sort = partyDayPlans[partyThemeOf(seed, month.year, number)];
    if (!sort) continue;
    const date = scene.calendar.move(friday, 'later');
    const fields = { title: `${number}月主题党日：${sort[0]}`, theme: sort[1], owner };
    scene.plan('party-day-plan', date, fields);
  }
}

function quarterPlan(scene: Scene): void {
  const number = Math.ceil(scene.month.month / 3);
  scene.enter('study-plan', scene.day(0.15), {
    title: scene.say(`{year}年第${['一', '二', '三', '四'][number - 1]}季度理论学习安排`),
    studyTerm: `Q${number}`,
    plannedTogether: 3,
    plannedGroups: 4,
    owner: scene.someone(),
    content: studyTopics[number % studyTopics.length],
  });
}

/** The five habits of whose PC it is, week by week; honest, so that some weeks are empty. */
function habits(scene: Scene): void {
  const { random, month, leaders } = scene;
  const person = leaders[0] ?? '';
  for (const day of month.workdays.filter((one) => weekday(one) === 5)) {
    const monday = addDays(day, -4);
    const edits = Object.entries(habitNotes).flatMap(([row, notes]) =>
      random.chance(0.62)
        ? [
            edit('habit', habitId(person, monday, row), {
              kept: true,
              note: scene.say(random.pick(notes)),
            }),
          ]
        : [],
    );
    const at = momentOf(day, 17 + random.next());
    if (edits.length > 0) scene.acts.push({ at, author: person, label: 'habit.set', edits });
  }
}

function quarterly(scene: Scene): void {
  const { random, month, calendar } = scene;
  for (const known of ['above', 'below', 'around'] as const) {
    if (!scene.isKept()) continue;
    const title = scene.say(random.pick(insightNotes[known]));
    scene.enter('insight-note', scene.day(), { known, subject: random.pick(scene.leaders), title });
  }
  const title = random.pick(practiceLessons.practice);
  const people = random.some(scene.everybody, 3);
  scene.enter('learning-from-practice', scene.day(), { learnedFrom: 'practice', title, people });
  const date = scene.day(0.1);
  const deadline = calendar.addWorkdays(date, 40);
  const id = scene.enter('study-task', date, {
    title: scene.say(`{year}年第${Math.ceil(month.month / 3)}季度规定学习任务`),
    requiredHours: 12,
    people: scene.leaders,
    deadline,
  });
  // One after the other is through; the last one now and then late.
  const done = calendar.addWorkdays(date, 25);
  const settledOn = calendar.addWorkdays(date, random.int(30, 42));
  const [last = '', ...others] = random.some(scene.leaders, scene.leaders.length);
  if (others.length > 0) scene.later(id, done, { completedBy: others });
  scene.later(id, settledOn, { completedBy: [...others, last], settledOn });
  const special = scene.day(0.5);
  const reading = scene.enter('study-task', special, {
    title: random.pick(requiredReadings),
    requiredHours: 4,
    people: scene.everybody.slice(0, 20),
    deadline: calendar.addWorkdays(special, 45),
  });
  const isWhole = random.chance(0.9);
  for (const share of [0.4, 0.75, ...(isWhole ? [1] : [])]) {
    const on = calendar.addWorkdays(special, Math.round(44 * share));
    const completedBy = scene.everybody.slice(0, Math.round(20 * share));
    scene.later(reading, on, { completedBy, ...(share === 1 && { settledOn: on }) });
  }
}

function halfYearly(scene: Scene): void {
  for (const learnedFrom of ['unit', 'person'] as const) {
    const title = scene.random.pick(practiceLessons[learnedFrom]);
    const people = scene.random.some(scene.everybody, 3);
    scene.enter('learning-from-practice', scene.day(), { learnedFrom, title, people });
  }
  scene.enter('study-review', scene.day(0.8), {
    title: scene.say('{year}年{month}月学习成效评估'),
    result: '学用结合较好，调研成果转化仍需加强。',
  });
}

/** The registers of study (G1), of Party activities (G3) and of the projects (M2) in one month. */
export function studyRegisters(scene: Scene): void {
  const { random, team } = scene;
  const { month } = scene.month;
  habits(scene);
  for (let count = 0; count < 2; count += 1) {
    const title = random.pick(selfStudies);
    const fields = { subject: scene.someone(), title, hours: random.int(2, 6) };
    scene.enter('self-study', scene.day(), fields);
  }
  // Whatever the month asks of its projects, two or three leaders report in writing.
  for (const { id, seat } of random.some(team.leaders, 2)) {
    const completion = Math.min(100, Math.round((month / 12) * 100) + random.int(-8, 4));
    scene.enter('project-progress', scene.day(0.6 + random.next() / 3), {
      host: id,
      title: seat.project,
      completion: Math.max(0, completion),
      content: scene.say('本月按节点推进，协调解决问题{n}个。'),
    });
  }
  if (month % 3 === 1) {
    quarterPlan(scene);
    quarterly(scene);
    fiveSteps(scene);
  }
  if (month === 6 || month === 11) halfYearly(scene);
  if (month === 1) {
    plans(scene);
    const title = scene.say('{year}年党员活动年度计划');
    scene.enter('activity-plan', scene.day(0.5), { title, owner: scene.someone() });
  }
  if (month === 12) {
    const title = scene.say('{year}年风气评估');
    scene.enter('climate-review', scene.day(0.5), { title, result: '风清气正，干部职工满意。' });
  }
}
