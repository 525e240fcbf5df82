import { addDays, type Day } from '../calendar/day';
import { randomOf } from './random';
import {
  difficulties,
  disclosures,
  disputes,
  opinions,
  skills,
  staffMoods,
  visitWays,
} from './register-texts';
import type { Scene } from './scene';
import type { SampleStaff } from './team';

/** Working days within which each occasion is to be visited, as the catalogue has it. */
const visitWithin = { birth: 10, wedding: 10, bereavement: 3 } as const;

function careEvents(scene: Scene): void {
  const { random, calendar, leaders } = scene;
  if (scene.staff.length === 0) return;
  for (let count = random.int(1, 2); count > 0; count -= 1) {
    const occasion = random.pick(['birth', 'wedding', 'wedding', 'bereavement'] as const);
    const date = scene.day();
    const subject = scene.someone();
    const id = scene.enter('care-event', date, { subject, occasion });
    const within = visitWithin[occasion];
    const days = random.chance(0.9) ? random.int(1, within) : within + random.int(1, 6);
    const visitedOn = calendar.addWorkdays(date, days);
    const people = random.some(leaders, 2);
    scene.later(id, visitedOn, { visitedOn, people, way: random.pick(visitWays) });
  }
}

function askOpinions(scene: Scene): void {
  const { random, calendar, month } = scene;
  const asked = random.some(opinions, random.int(4, 6));
  asked.forEach(([title, opinionClass, answer], place) => {
    const date = scene.day(0.1 + place / 8);
    const owner = scene.someone();
    const deadline = calendar.addWorkdays(date, 15);
    const number = `${month.year}-${month.month}-${place + 1}`;
    const about = { number, title, opinionClass, owner, deadline };
    const id = scene.enter('opinion', date, about);
    const days = random.chance(0.88) ? random.int(3, 14) : random.int(17, 40);
    const settledOn = calendar.addWorkdays(date, days);
    const adopted = random.pick(['yes', 'yes', 'part', 'no'] as const);
    scene.later(id, settledOn, { answer: scene.say(answer), settledOn, adopted });
  });
}

function disclose(scene: Scene): void {
  const { random, calendar } = scene;
  const [head = ''] = scene.leaders;
  for (const wanted of ['office', 'party'] as const) {
    const matters = disclosures.filter(([, disclosed]) => disclosed === wanted);
    for (const [title, disclosed, scope, way] of random.some(matters, 2)) {
      const date = scene.day(0.2 + random.next() * 0.7);
      const deadline = calendar.addWorkdays(date, random.chance(0.93) ? random.int(0, 8) : -2);
      const fields = { title: scene.say(`{year}年${title}`), disclosed, scope, way, deadline };
      scene.enter('disclosure', date, { ...fields, approver: head });
    }
  }
}

function filings(scene: Scene): void {
  const { random, calendar, month } = scene;
  if (scene.staff.length === 0) return;
  const filed = month.month === 6 ? 'title' : 'pay';
  const count = filed === 'title' ? 5 : random.int(1, 2);
  for (const { id: subject } of random.some(scene.staff, count)) {
    const date = scene.day(random.next() * 0.6);
    const deadline = calendar.addWorkdays(date, 20);
    const id = scene.enter('filing', date, { subject, filed, deadline });
    const days = random.chance(0.96) ? random.int(2, 18) : random.int(21, 26);
    const filedOn = calendar.addWorkdays(date, days);
    scene.later(id, filedOn, { filedOn, result: '已受理' });
  }
}

/** Since when somebody holds his post: who came with the first records, half a year to eight years. */
function sinceWhen({ seed }: Scene, { id, joined }: SampleStaff, isFirstYear: boolean): Day {
  if (!isFirstYear) return joined;
  const random = randomOf(seed, 'tenure', id);
  const years = random.chance(0.9) ? random.next() * 2.5 : 4 + random.next() * 4;
  return addDays(joined, -Math.round(180 + years * 365));
}

function tenures(scene: Scene, isFirstYear: boolean): void {
  for (const one of scene.staff) {
    const isNew = Number(one.joined.slice(0, 4)) === scene.month.year;
    if (!isNew) continue;
    scene.enter('skills-entry', scene.day(0.5), {
      subject: one.id,
      skills: scene.random.pick(skills),
      post: one.post,
      inPostSince: sinceWhen(scene, one, isFirstYear),
    });
  }
}

function rotate(scene: Scene): void {
  const { random, calendar } = scene;
  for (const one of random.some(scene.staff, Math.min(2, scene.staff.length))) {
    const date = scene.day(0.3 + random.next() / 3);
    const handedOverOn = calendar.addWorkdays(date, random.int(3, 9));
    const post = random.pick(['综合岗', '项目管理岗', '执法岗', '财务岗', '资源管理岗']);
    const about = { subject: one.id, fromPost: one.post, post, reason: '工作发展和专业特长需要' };
    const id = scene.enter('post-rotation', date, about);
    scene.later(id, handedOverOn, { handedOverOn });
    const entry = { subject: one.id, skills: random.pick(skills), post, inPostSince: date };
    scene.enter('skills-entry', calendar.addWorkdays(date, 2), entry);
  }
}

function troubles(scene: Scene): void {
  const { random, calendar } = scene;
  if (!scene.isKept()) return;
  const [trouble, help] = random.pick(difficulties);
  const date = scene.day(0.2 + random.next() / 2);
  const deadline = calendar.addWorkdays(date, 20);
  const owner = random.pick(scene.leaders);
  const about = { subject: scene.someone(), title: trouble, owner, deadline };
  const id = scene.enter('difficulty', date, about);
  const settledOn = calendar.addWorkdays(date, random.int(4, random.chance(0.9) ? 19 : 30));
  scene.later(id, settledOn, { settledOn, result: scene.say(help) });

  const [title, measures, lawBasis] = random.pick(disputes);
  const found = scene.day(0.1 + random.next() / 2);
  const { year, month } = scene.month;
  const dispute = scene.enter('dispute', found, {
    number: `${year}-${String(month).padStart(2, '0')}`,
    title: scene.say(title),
    level: random.pick(['low', 'low', 'middle']),
    owner: random.pick(scene.leaders),
    measures,
    lawBasis,
  });
  const end = calendar.addWorkdays(found, random.int(2, 9));
  scene.later(dispute, end, { settledOn: end, result: '双方达成一致' });
}

/** The registers of staff care (M4) in one month. */
export function careRegisters(scene: Scene, isFirstYear: boolean): void {
  const { month } = scene.month;
  careEvents(scene);
  troubles(scene);
  filings(scene);
  if (month === 3 || month === 5 || month === 11) askOpinions(scene);
  if (month === 3) tenures(scene, isFirstYear);
  if (month === 4 || month === 9) rotate(scene);
  if (month % 3 === 2) {
    disclose(scene);
    if (!scene.isKept()) return;
    const content = scene.random.pick(staffMoods);
    const title = scene.say('{year}年{month}月思想动态分析');
    scene.enter('staff-mood', scene.day(0.7), { title, content });
  }
}
