import { addDays } from '../calendar/day';
import { randomOf } from './random';
import {
  businessAreas,
  mentoringGoals,
  mentoringNotes,
  partners,
  policyResources,
  skillGaps,
  technologies,
} from './register-texts';
import type { Scene } from './scene';

const areaOf = (number: number): string => businessAreas[number % businessAreas.length] ?? '';

/** A pair of a year; the pairs of a year stay the same in all its months. */
interface Pair {
  readonly mentor: string;
  readonly subject: string;
}

function pairsOf({ seed, month, staff }: Scene): Pair[] {
  const random = randomOf(seed, 'mentoring', month.year);
  const people = random.some(staff, Math.min(8, staff.length - (staff.length % 2)));
  return people.slice(0, people.length / 2).flatMap(({ id }, place) => {
    const mentor = people[place + people.length / 2];
    return mentor ? [{ mentor: mentor.id, subject: id }] : [];
  });
}

function mentoring(scene: Scene): void {
  const { month, random } = scene;
  const pairs = pairsOf(scene);
  if (month.month === 2) {
    pairs.forEach(({ mentor, subject }, place) => {
      const date = scene.day(0.3 + place / 10);
      const businessArea = areaOf(month.year + place);
      const goal = random.pick(mentoringGoals);
      const endsOn = `${month.year}-12-31`;
      scene.enter('mentoring-pair', date, { mentor, subject, businessArea, goal, endsOn });
    });
  }
  for (const pair of random.some(pairs, 2)) note(scene, pair, 'note');
  if (month.month === 6 || month.month === 11) {
    for (const pair of pairs) note(scene, pair, 'review');
  }
}

function note(scene: Scene, { mentor, subject }: Pair, mentoringForm: 'note' | 'review'): void {
  const review = mentoringForm === 'review';
  scene.enter('mentoring-note', scene.day(0.5 + scene.random.next() / 3), {
    mentoringForm,
    mentor,
    subject,
    content: review ? '对照目标逐项评价。' : scene.say(scene.random.pick(mentoringNotes)),
    result: review ? scene.random.pick(['进步明显', '达到阶段目标', '需继续帮带']) : '',
  });
}

function plans(scene: Scene): void {
  const { month, random, everybody } = scene;
  businessAreas.forEach((businessArea, place) => {
    const title = scene.say(`{year}年${businessArea}培训计划`);
    const planned = 3 + (place % 2);
    const owner = scene.someone();
    scene.enter('training-plan', scene.day(0.4), { title, businessArea, planned, owner });
  });
  [0, 1, 2, 3].forEach((quarter) => {
    const businessArea = areaOf(month.year + quarter);
    scene.enter('rotation-training-plan', scene.day(0.5), {
      title: scene.say(`{year}年第${quarter + 1}批轮训：${businessArea}`),
      businessArea,
      people: random.some(everybody, Math.ceil(everybody.length * 0.6)),
      deadline: `${month.year}-${String(quarter * 3 + 3).padStart(2, '0')}-28`,
      owner: scene.someone(),
    });
  });
}

function rechargePlans(scene: Scene, titles: string, completion: number): void {
  for (const subject of scene.random.some(scene.everybody, 4)) {
    scene.enter('recharge-plan', scene.day(0.2 + scene.random.next() / 2), {
      subject,
      title: scene.say(titles, { area: scene.random.pick(businessAreas) }),
      completion,
      reviewOn: `${scene.month.year}-${scene.month.month < 7 ? '06-30' : '12-25'}`,
    });
  }
}

/** What a quarter of training is: weak points, rotation, a review of what it was worth. */
function quarterly(scene: Scene, quarter: number): void {
  const { month, random, everybody, calendar } = scene;
  for (const subject of random.some(everybody, Math.min(4, everybody.length))) {
    const [title, measures] = random.pick(skillGaps);
    const date = scene.day(0.2 + random.next() / 2);
    const deadline = calendar.move(addDays(date, 120), 'earlier');
    const owner = scene.leaderOver(subject);
    const gap = { subject, title, measures: scene.say(measures), owner, deadline };
    const id = scene.enter('skill-gap', date, gap);
    // Most are made good in time, some late, a few not at all.
    const days = random.chance(0.85) ? random.int(50, 115) : random.int(120, 260);
    const settledOn = calendar.move(addDays(date, days), 'later');
    if (random.chance(0.97)) scene.later(id, settledOn, { settledOn });
  }
  const area = areaOf(month.year + quarter);
  const trained = random.some(everybody, Math.ceil(everybody.length * 0.55));
  const date = scene.day(0.6);
  scene.enter('training', date, {
    trainingForm: 'rotation',
    title: scene.say('{month}月业务轮训：{area}', { area }),
    businessArea: area,
    people: trained,
    expected: Math.ceil(everybody.length * 0.6),
    attended: trained.length,
    hours: 8,
  });
  scene.enter('training-review', calendar.addWorkdays(date, 4), {
    title: scene.say('{area}轮训效果评估', { area }),
    result: scene.say('测验平均分8{n}分，满意率9{n}%。'),
  });
}

function halfYearly(scene: Scene): void {
  const { random, everybody, leaders } = scene;
  const out = random.some(everybody, 4);
  scene.enter('training', scene.day(0.3), {
    trainingForm: 'out',
    title: '赴邻县学习林长制工作经验',
    businessArea: '森林资源管理',
    place: random.pick(partners),
    people: out,
    hours: 16,
  });
  const heard = random.some(everybody, Math.ceil(everybody.length / 2));
  scene.enter('training', scene.day(0.7), {
    trainingForm: 'in',
    title: '邀请高校教师讲授草原生态修复',
    businessArea: '草原湿地保护',
    lecturer: random.pick(partners),
    people: heard,
    hours: 4,
  });
  for (const exchangeForm of ['out', 'in'] as const) {
    const title = random.pick(technologies[exchangeForm]);
    const partner = random.pick(partners);
    scene.enter('technology-exchange', scene.day(), { title, exchangeForm, partner });
  }
  const [title, partner, result] = random.pick(policyResources);
  const owner = random.pick(leaders);
  scene.enter('policy-resource', scene.day(), { title, partner, owner, result: scene.say(result) });
}

/** The registers of education and training (M1) in one month. */
export function trainingRegisters(scene: Scene): void {
  const { month } = scene.month;
  if (month === 1) {
    plans(scene);
    rechargePlans(scene, '{year}年充电计划：{area}', 0);
  }
  if (month === 9) rechargePlans(scene, '下半年补充学习：{area}', 60);
  if (month % 3 === 2) quarterly(scene, (month - 2) / 3);
  if (month === 4 || month === 10) halfYearly(scene);
  mentoring(scene);
}
