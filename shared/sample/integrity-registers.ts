import { addDays } from '../calendar/day';
import { familyWords, riskPoints, rules, socialChannels } from './register-texts';
import type { Scene } from './scene';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Risk points found in the first year; the others are found later, one a year. */
const foundFirst = 12;

/** Finds the risk points in the first spring, some more every year, and looks through each yearly. */
function risks(scene: Scene, isFirstYear: boolean): void {
  const { month, random, calendar } = scene;
  const found = isFirstYear
    ? riskPoints.slice(0, foundFirst)
    : [riskPoints[foundFirst + (month.year % (riskPoints.length - foundFirst))]];
  found.forEach((about, place) => {
    if (!about) return;
    const [post, title, riskClass, manifestation, level, measures] = about;
    const date = scene.day(0.2 + (place % 8) / 12);
    const fields = { post, title, riskClass, manifestation, level, measures };
    const owner = scene.someone();
    const due = calendar.move(addDays(date, 150 + (place % 8) * 28), 'earlier');
    const leader = scene.leaderOver(owner);
    const id = scene.enter('risk-point', date, { ...fields, owner, leader, reviewOn: due });
    // Looked through again year by year, mostly in time; beyond today nothing has happened yet.
    let reviewOn = due;
    for (let year = 0; year < 10; year += 1) {
      const days = random.chance(0.75) ? -random.int(0, 8) : random.int(10, 90);
      const looked = calendar.move(addDays(reviewOn, days), 'later');
      reviewOn = calendar.move(addDays(looked, 364), 'earlier');
      scene.later(id, looked, { reviewOn });
    }
  });
}

function pledges(scene: Scene): void {
  const heads = scene.staff.slice(0, 12).map(({ id }) => id);
  for (const subject of [...scene.leaders, ...heads]) {
    const filedAt = '廉政档案柜';
    scene.enter('integrity-pledge', scene.day(0.3 + scene.random.next() / 3), {
      subject,
      published: true,
      filedAt,
    });
  }
}

function makeRules(scene: Scene, isFirstYear: boolean): void {
  const { month, random, calendar } = scene;
  // One of each category is revised every year, in turn.
  const isRevisedIn = (place: number, year: number) => place % 3 === year % 3;
  rules.forEach(([title, ruleClass], place) => {
    if (!isFirstYear && !isRevisedIn(place, month.year)) return;
    const date = scene.day((place % 6) / 8);
    const isDraft = isFirstYear && place === rules.length - 1;
    const id = scene.enter('rule', date, {
      title,
      documentNumber: isDraft ? '' : `青林发〔${month.year}〕${place + 3}号`,
      ruleClass,
      version: isDraft ? '征求意见稿' : `${month.year}年版`,
      ruleState: isDraft ? 'draft' : 'valid',
      owner: random.pick(scene.leaders),
      ...(!isDraft && { reviewOn: calendar.move(addDays(date, 330), 'earlier') }),
    });
    if (isDraft) return;
    let revised = month.year + 1;
    while (!isRevisedIn(place, revised)) revised += 1;
    // Looked through every spring until the next version takes its place; some are forgotten.
    for (let year = month.year + 1; year < revised; year += 1) {
      if (random.chance(0.25)) continue;
      const looked = calendar.move(`${year}-02-${10 + (place % 15)}`, 'later');
      const reviewOn = calendar.move(addDays(looked, 364), 'earlier');
      scene.later(id, looked, { reviewedOn: looked, reviewOn });
    }
    const repealedOn = calendar.move(`${revised}-03-${10 + (place % 15)}`, 'later');
    scene.later(id, repealedOn, { ruleState: 'repealed', repealedOn });
  });
}

function quarterly(scene: Scene): void {
  const { random, leaders } = scene;
  for (const subject of leaders) {
    const finding = random.chance(0.9) ? 'none' : 'some';
    const measures = finding === 'some' ? '已整改，本人说明。' : '';
    scene.enter('integrity-self-check', scene.day(0.4 + random.next() / 3), {
      subject,
      finding,
      measures,
    });
  }
  if (!scene.isKept()) return;
  const title = scene.say('第{n}组重点岗位风险防控检查');
  const result = random.chance(0.8) ? '措施落实到位' : '发现问题{n}处，限期整改';
  scene.enter('risk-check', scene.day(0.6), {
    title,
    host: random.pick(leaders),
    result: scene.say(result),
  });
}

function family(scene: Scene): void {
  const { random, month, calendar } = scene;
  if (month.month === 1 || month.month === 9) {
    const feast = month.month === 1 ? '春节' : '中秋国庆';
    const copies = scene.everybody.length;
    scene.enter('integrity-letter', scene.day(0.4), {
      title: `${feast}廉政信函：致干部职工家属的一封信`,
      audience: '干部职工家属',
      copies,
      replies: Math.round(copies * (0.8 + random.next() / 5)),
    });
  }
  if (month.month === 6) {
    const families = Math.round(scene.everybody.length / 3);
    const fields = { title: scene.say('{year}年职工家属座谈会'), place: '局机关会议室', families };
    scene.enter('family-meeting', scene.day(0.5), fields);
  }
  if (month.month % 4 === 2) {
    const content = random.pick(familyWords);
    scene.enter('family-feedback', scene.day(), { subject: scene.someone(), content });
  }
  if (month.month === 5 || month.month === 11) {
    const received = random.int(4, 20);
    scene.enter('social-feedback', scene.day(0.6), {
      title: scene.say('{year}年{month}月社会监督反馈'),
      channel: random.pick(socialChannels),
      received,
      handled: received - random.int(0, 1),
    });
  }
  if (random.chance(0.2)) {
    const date = scene.day();
    const number = `${month.year}${twoDigits(month.month)}`;
    const id = scene.enter('clue', date, { number, passedTo: '县纪委监委派驻纪检监察组' });
    const settledOn = calendar.addWorkdays(date, 1);
    scene.later(id, calendar.addWorkdays(date, 3), { settledOn });
  }
  if (random.chance(0.25)) {
    const date = scene.day(0.5);
    scene.enter('group-event', date, {
      title: random.pick(['工会组织登山活动', '植树志愿服务', '集体外出培训']),
      owner: scene.someone(),
      reportedOn: calendar.addWorkdays(date, -2),
    });
  }
}

function reports(scene: Scene): void {
  const { month, random, leaders, everybody } = scene;
  for (const subject of leaders) {
    if (month.month === 1) {
      const fields = { subject, reportCause: 'annual', inTime: true, passedTo: '县委组织部' };
      scene.enter('matters-report', scene.day(0.3 + random.next() / 2), fields);
    }
    if (month.month === 12) {
      const good = Math.round(everybody.length * (0.75 + random.next() / 6));
      const votesRatherGood = Math.max(0, everybody.length - good - 2);
      const votes = { votesGood: good, votesRatherGood };
      scene.enter('integrity-report', scene.day(0.7), { subject, scope: '干部职工大会', ...votes });
    }
  }
}

/** The registers of supervision (M3) and of rules (G2) in one month. */
export function integrityRegisters(scene: Scene, isFirstYear: boolean): void {
  const { month } = scene.month;
  if (month === 1) pledges(scene);
  if (month === 1 || month === 12) reports(scene);
  if (month === 3) {
    risks(scene, isFirstYear);
    makeRules(scene, isFirstYear);
    const title = scene.say('{year}年制度立改废计划');
    scene.enter('rule-plan', scene.day(0.6), { title, planned: 6, owner: scene.someone() });
  }
  if (month % 3 === 0) quarterly(scene);
  if (month % 4 === 2) {
    const subject = scene.random.pick(scene.leaders);
    const about = { subject, reportCause: 'change', inTime: true, passedTo: '县委组织部' };
    scene.enter('matters-report', scene.day(), about);
  }
  if (month === 5 || month === 10) {
    const title = scene.say('{year}年{month}月制度执行检查');
    scene.enter('rule-check', scene.day(0.5), {
      title,
      host: scene.random.pick(scene.leaders),
      content: '抽查公务接待、公车使用和财务报销制度执行情况。',
    });
  }
  family(scene);
}
