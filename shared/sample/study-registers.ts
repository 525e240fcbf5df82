import { fiveStepGaps, insightNotes, practiceLessons, selfStudies } from './register-texts';
import type { Scene } from './scene';

function fiveSteps(scene: Scene): void {
  const { random, calendar } = scene;
  const members = scene.staff.filter(({ partyMember }) => partyMember).map(({ id }) => id);
  const people = members.length > 0 ? members : scene.leaders;
  for (const subject of random.some(people, 3)) {
    const [gap, goal, measures] = random.pick(fiveStepGaps);
    const date = scene.day(0.2 + random.next() / 3);
    const deadline = calendar.addWorkdays(date, 30);
    const about = { subject, identity: '佩戴党徽、挂牌上岗', gap, goal, measures, deadline };
    const id = scene.enter('five-steps', date, about);
    const settledOn = calendar.addWorkdays(date, random.int(12, random.chance(0.9) ? 30 : 38));
    scene.later(id, settledOn, { settledOn, result: '已落实' });
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
  const settledOn = calendar.addWorkdays(date, random.int(25, 39));
  scene.later(id, settledOn, { settledOn });
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
    quarterly(scene);
    fiveSteps(scene);
  }
  if (month === 6 || month === 11) halfYearly(scene);
  if (month === 1) {
    const title = scene.say('{year}年党员活动年度计划');
    scene.enter('activity-plan', scene.day(0.5), { title, owner: scene.someone() });
  }
  if (month === 12) {
    const title = scene.say('{year}年风气评估');
    scene.enter('climate-review', scene.day(0.5), { title, result: '风清气正，干部职工满意。' });
  }
}
