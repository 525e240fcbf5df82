import { afterEvent, everyHalfYear, everyMonth, everyQuarter, everyYear, yearlyBy } from './rhythm';
import {
  type Bilingual,
  type CheckItem,
  type Heading,
  original,
  proposed,
  proposedFrom,
  type Section,
} from './row';

/** M1, the mechanism of education and training (教育培训机制). Source: essay ¶8. */
export const educationTraining = {
  id: 'M1',
  parent: null,
  text: { zh: '教育培训机制', en: 'Education and training' },
  provenance: original(8),
  sayings: [
    { zh: '知识就是力量', en: 'Knowledge is power' },
    { zh: '人才是第一资源', en: 'Talent is the first resource' },
    {
      zh: '把握问题导向、坚持查找短板，不断促使干部职工自我充电加压，单位发展才能立于不败之地',
      en: 'A unit stands firm only if it is led by problems, keeps looking for its weak points and keeps its staff recharging and demanding more of themselves',
    },
  ],
} as const satisfies Section;

/** What trainings are about in an age of fast-growing information technology. */
export const trainingTopics: readonly Bilingual[] = [
  { zh: '互联网', en: 'Internet' },
  { zh: '物联网', en: 'Internet of things' },
  { zh: '云计算', en: 'Cloud computing' },
  { zh: '大数据', en: 'Big data' },
];

export const educationHeadings = [
  {
    id: 'M1.1',
    parent: 'M1',
    text: { zh: '问题导向、查找短板', en: 'Led by problems, looking for weak points' },
    provenance: original(8),
  },
  {
    id: 'M1.2',
    parent: 'M1',
    text: { zh: '走出去', en: 'Going out' },
    provenance: original(8),
  },
  {
    id: 'M1.3',
    parent: 'M1',
    text: { zh: '请进来', en: 'Inviting in' },
    provenance: original(8),
  },
  {
    id: 'M1.4',
    parent: 'M1',
    text: { zh: '争取政策资源', en: 'Winning policy resources' },
    provenance: original(8),
  },
  {
    id: 'M1.5',
    parent: 'M1',
    text: { zh: '在职学习和培训', en: 'In-service study and training' },
    provenance: original(8),
  },
  {
    id: 'M1.6',
    parent: 'M1',
    text: { zh: '业务领域轮训', en: 'Rotational training by field of work' },
    provenance: original(8),
  },
  {
    id: 'M1.7',
    parent: 'M1',
    text: { zh: '传帮带', en: 'Mentoring: passing on, helping, leading' },
    provenance: original(8),
  },
] as const satisfies readonly Heading[];

export const educationItems = [
  {
    id: 'M1.1.1',
    parent: 'M1.1',
    text: { zh: '梳理能力短板清单', en: 'List the gaps in ability' },
    provenance: proposedFrom('查找短板', 8),
    cadences: [everyQuarter],
    evidence: {
      zh: '短板、责任人、补短措施、销号日期',
      en: 'gap, person responsible, remedy, date closed',
    },
  },
  {
    id: 'M1.1.2',
    parent: 'M1.1',
    text: {
      zh: '个人“充电加压”计划及完成',
      en: 'Make and complete personal plans of recharging and higher demands',
    },
    provenance: proposedFrom('自我充电加压', 8),
    cadences: [yearlyBy(1), everyHalfYear],
    timing: {
      zh: '1月末前定计划，每半年复核',
      en: 'planned by the end of January, reviewed every half-year',
    },
    evidence: { zh: '计划内容、完成率', en: 'content of the plan, share completed' },
  },
  {
    id: 'M1.2.1',
    parent: 'M1.2',
    text: {
      zh: '选派人员外出学习、交流、考察（人才）',
      en: 'Send people out to study, exchange and visit (talent)',
    },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: {
      zh: '去向、人员、天数、收获、成果应用',
      en: 'where, who, days, what was learned, how it is used',
    },
  },
  {
    id: 'M1.2.2',
    parent: 'M1.2',
    text: {
      zh: '技术对外合作、推广（技术）',
      en: 'Cooperate with others and spread our technology (technology)',
    },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: { zh: '对象、内容、成效', en: 'partner, content, effect' },
  },
  {
    id: 'M1.3.1',
    parent: 'M1.3',
    text: {
      zh: '邀请专家、先进单位授课指导（人才）',
      en: 'Invite experts and advanced units to teach and guide (talent)',
    },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: {
      zh: '主讲人、主题、参加人数、评价',
      en: 'speaker, subject, number present, feedback',
    },
  },
  {
    id: 'M1.3.2',
    parent: 'M1.3',
    text: { zh: '引进技术、方法（技术）', en: 'Bring in technology and methods (technology)' },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: { zh: '名称、应用科室、成效', en: 'name, section using it, effect' },
  },
  {
    id: 'M1.4.1',
    parent: 'M1.4',
    text: {
      zh: '争取培训政策、名额、经费等一切可用的政策资源条件',
      en: 'Win training policies, places, funds and every other policy resource that can be used',
    },
    provenance: proposedFrom('争取一切可用的政策资源条件', 8),
    cadences: [everyHalfYear],
    evidence: { zh: '事项、对接单位、结果', en: 'matter, unit dealt with, result' },
  },
  {
    id: 'M1.5.1',
    parent: 'M1.5',
    text: { zh: '制定年度培训计划', en: 'Draw up the annual training plan' },
    provenance: proposed,
    cadences: [yearlyBy(1)],
    evidence: { zh: '计划文号、期次、预算', en: 'number of the document, sessions, budget' },
  },
  {
    id: 'M1.5.2',
    parent: 'M1.5',
    text: { zh: '组织各类在职学习培训', en: 'Hold in-service study and training of all kinds' },
    provenance: proposed,
    cadences: [everyQuarter],
    evidence: {
      zh: '主题、时间、应到、实到、学时',
      en: 'subject, time, expected and present, hours',
    },
  },
  {
    id: 'M1.5.3',
    parent: 'M1.5',
    text: { zh: '培训效果评估', en: 'Evaluate the effect of training' },
    provenance: proposed,
    cadences: [afterEvent(10)],
    timing: { zh: '自培训结束之日起', en: 'from the day the training ends' },
    evidence: { zh: '测验、问卷结果', en: 'results of the test or questionnaire' },
  },
  {
    id: 'M1.6.1',
    parent: 'M1.6',
    text: { zh: '轮训方案（领域×人员）', en: 'Draw up the training rotation (field × person)' },
    provenance: proposed,
    cadences: [yearlyBy(1)],
    evidence: { zh: '领域、批次、人员', en: 'field, batch, people' },
  },
  {
    id: 'M1.6.2',
    parent: 'M1.6',
    text: { zh: '轮训实施与覆盖率', en: 'Carry out the training rotation and watch its coverage' },
    provenance: proposed,
    cadences: [everyQuarter],
    evidence: { zh: '已训、应训、覆盖率', en: 'trained, to be trained, coverage' },
  },
  {
    id: 'M1.7.1',
    parent: 'M1.7',
    text: { zh: '师徒结对', en: 'Pair mentors and trainees' },
    provenance: proposed,
    cadences: [everyYear, afterEvent(10)],
    timing: {
      zh: '每年结对，新人到岗之日起及时结对',
      en: 'every year, and from the day a newcomer takes up a post',
    },
    evidence: {
      zh: '师、徒、业务、起止、目标',
      en: 'mentor, trainee, field of work, from and to, goal',
    },
  },
  {
    id: 'M1.7.2',
    parent: 'M1.7',
    text: { zh: '帮带记录', en: 'Keep the mentoring log' },
    provenance: proposed,
    cadences: [everyMonth],
    evidence: { zh: '日期、内容', en: 'date, content' },
  },
  {
    id: 'M1.7.3',
    parent: 'M1.7',
    text: { zh: '帮带成效评价', en: 'Assess the effect of mentoring' },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: { zh: '评价、出师情况', en: 'assessment, trainees who now work on their own' },
  },
] as const satisfies readonly CheckItem[];
