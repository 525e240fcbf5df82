import {
  afterEvent,
  automatic,
  everyHalfYear,
  everyMonth,
  everyQuarter,
  everyYear,
  standing,
} from './rhythm';
import {
  type CheckItem,
  type Heading,
  original,
  proposed,
  proposedFrom,
  regulation,
  type Section,
} from './row';

/** M4, the mechanism of staff care and incentive (职工关怀激励机制). Source: essay ¶11. */
export const staffCare = {
  id: 'M4',
  parent: null,
  text: { zh: '职工关怀激励机制', en: 'Staff care and incentive' },
  provenance: original(11),
  sayings: [
    {
      zh: '使职工群众每时每刻都能体会到来自单位的人性化关怀',
      en: 'At every moment staff feel the humane care of their unit',
    },
  ],
} as const satisfies Section;

export const careHeadings = [
  {
    id: 'M4.1',
    parent: 'M4',
    text: { zh: '公开与沟通', en: 'Openness and communication' },
    provenance: original(11),
  },
  {
    id: 'M4.2',
    parent: 'M4',
    text: { zh: '轮岗机制', en: 'Post rotation' },
    provenance: original(11),
  },
  {
    id: 'M4.3',
    parent: 'M4',
    text: { zh: '工资增长、职称评定', en: 'Pay rises and professional titles' },
    provenance: original(11),
  },
  {
    id: 'M4.4',
    parent: 'M4',
    text: {
      zh: '生育、婚丧嫁娶慰问',
      en: 'Visits on births, weddings and bereavements',
    },
    provenance: original(11),
  },
] as const satisfies readonly Heading[];

const visit = {
  zh: '对象、日期、慰问人（局领导、工会）、方式',
  en: 'person, date, visitors (leaders, union), manner',
};

export const careItems = [
  {
    id: 'M4.1.1',
    parent: 'M4.1',
    text: { zh: '政务公开', en: 'Disclose government affairs' },
    provenance: proposedFrom('落实公开', 11),
    cadences: [everyQuarter, afterEvent(20)],
    rhythm: regulation,
    timing: {
      zh: '每季度检查；自信息形成或变更之日起20个工作日内公开',
      en: 'checked every quarter; published within 20 working days of the information arising or changing',
    },
    evidence: {
      zh: '事项、范围、方式、公开日期、截止、审核人',
      en: 'matter, scope, manner, date published, until when, reviewer',
    },
  },
  {
    id: 'M4.1.2',
    parent: 'M4.1',
    text: { zh: '党务公开', en: 'Disclose Party affairs' },
    provenance: proposedFrom('落实公开', 11),
    cadences: [everyQuarter, afterEvent(20)],
    timing: {
      zh: '每季度检查；自事项形成之日起及时公开',
      en: 'checked every quarter; published from the day the matter arises',
    },
    evidence: {
      zh: '事项、范围（党内、党外）、方式、公开日期、截止、审核人、保密审查',
      en: 'matter, scope (inside or outside the Party), manner, date published, until when, reviewer, secrecy check',
    },
  },
  {
    id: 'M4.1.3',
    parent: 'M4.1',
    text: { zh: '职工大会', en: 'Hold a staff meeting' },
    provenance: original(11),
    cadences: [everyHalfYear],
    rhythm: { ...original(11), words: '定期' },
    evidence: { zh: '应到、实到、议题、决议', en: 'expected and present, agenda, decisions' },
  },
  {
    id: 'M4.1.4',
    parent: 'M4.1',
    text: {
      zh: '广泛征求职工意见和建议',
      en: 'Seek the opinions and suggestions of staff widely',
    },
    provenance: original(11),
    cadences: [everyHalfYear],
    evidence: {
      zh: '编号、意见、类别、承办、答复日期、采纳与否',
      en: 'number, opinion, kind, handled by, date answered, adopted or not',
    },
  },
  {
    id: 'M4.1.5',
    parent: 'M4.1',
    text: {
      zh: '意见建议办理反馈',
      en: 'Deal with opinions and suggestions and answer them',
    },
    provenance: proposed,
    cadences: [afterEvent(15)],
    timing: { zh: '自收到意见建议之日起', en: 'from the day the opinion is received' },
    evidence: { zh: '答复率、满意度', en: 'share answered, satisfaction' },
  },
  {
    id: 'M4.1.6',
    parent: 'M4.1',
    text: { zh: '干群沟通、谈心谈话', en: 'Leaders and staff talk heart to heart' },
    provenance: proposedFrom('加强干群沟通', 11),
    cadences: [everyQuarter],
    rhythm: regulation,
    timing: {
      zh: '每季度开展，每人每年至少一次（组织生活有关规定）',
      en: 'every quarter, with each person at least once a year (rules on Party life)',
    },
    evidence: {
      zh: '谈话人、对象、时间、地点、类型、后续安排（要点可空）',
      en: 'who talked with whom, time, place, kind, follow-up (main points may stay empty)',
    },
    sensitive: true,
  },
  {
    id: 'M4.1.7',
    parent: 'M4.1',
    text: { zh: '了解干部职工思想动态', en: 'Learn what is on the minds of staff' },
    provenance: proposed,
    cadences: [everyQuarter],
    evidence: { zh: '汇总要点（不记名）', en: 'main points in sum (no names)' },
  },
  {
    id: 'M4.1.8',
    parent: 'M4.1',
    text: { zh: '协调帮助职工解决实际困难', en: 'Help staff to solve practical difficulties' },
    provenance: proposed,
    cadences: [afterEvent(20), everyMonth],
    timing: {
      zh: '自困难提出之日起办理，每月复核',
      en: 'from the day the difficulty is raised, reviewed every month',
    },
    evidence: { zh: '困难、责任人、办结日期', en: 'difficulty, person responsible, date settled' },
  },
  {
    id: 'M4.1.9',
    parent: 'M4.1',
    text: {
      zh: '及时化解潜在矛盾危机',
      en: 'Defuse latent conflicts and crises in good time',
    },
    provenance: proposed,
    cadences: [everyMonth, afterEvent(10)],
    timing: {
      zh: '每月排查，自发现矛盾之日起化解',
      en: 'looked for every month, defused from the day a conflict is found',
    },
    evidence: { zh: '编号、级别、措施、办结', en: 'number, level, measures, settled' },
  },
  {
    id: 'M4.2.1',
    parent: 'M4.2',
    text: {
      zh: '职工专业特长与任职年限台账',
      en: 'Keep the ledger of professional strengths and years in post',
    },
    provenance: proposed,
    cadences: [everyYear],
    evidence: { zh: '特长、现岗、起始日', en: 'strength, present post, since when' },
  },
  {
    id: 'M4.2.2',
    parent: 'M4.2',
    text: { zh: '轮岗方案', en: 'Draw up the plan of post rotation' },
    provenance: proposed,
    cadences: [everyYear],
    evidence: {
      zh: '拟调人员、理由（工作发展、专业特长）',
      en: 'people to be moved, reason (needs of the work, professional strengths)',
    },
  },
  {
    id: 'M4.2.3',
    parent: 'M4.2',
    text: { zh: '适时调整岗位', en: 'Adjust posts at the right time' },
    provenance: original(11),
    cadences: [afterEvent(10)],
    rhythm: { ...original(11), words: '适时' },
    timing: { zh: '自决定调整之日起', en: 'from the day the change is decided' },
    evidence: { zh: '调整前后、日期、交接', en: 'before and after, date, handover' },
  },
  {
    id: 'M4.2.4',
    parent: 'M4.2',
    text: {
      zh: '轮岗成效（能力和特长得到更好的发挥）',
      en: 'Assess the effect of rotation (abilities and strengths come to better use)',
    },
    provenance: proposed,
    cadences: [everyYear, afterEvent(120)],
    timing: {
      zh: '每年评价，自到新岗之日起满6个月评价',
      en: 'every year, and six months after the day of taking up the new post',
    },
    evidence: { zh: '评价', en: 'assessment' },
  },
  {
    id: 'M4.3.1',
    parent: 'M4.3',
    text: { zh: '明确专人负责', en: 'Name the person who is responsible' },
    provenance: proposed,
    cadences: [standing],
    evidence: { zh: '专人、分工文件', en: 'person named, document that says so' },
  },
  {
    id: 'M4.3.2',
    parent: 'M4.3',
    text: { zh: '把政策摸准、吃透', en: 'Know the policy exactly and thoroughly' },
    provenance: proposed,
    cadences: [everyYear, afterEvent(20)],
    timing: {
      zh: '每年梳理，自新政策出台之日起学透',
      en: 'every year, and from the day a new policy comes out',
    },
    evidence: { zh: '文件、要点', en: 'documents, main points' },
  },
  {
    id: 'M4.3.3',
    parent: 'M4.3',
    text: { zh: '把个人情况摸准', en: 'Know the case of each person exactly' },
    provenance: proposed,
    cadences: [everyYear],
    evidence: {
      zh: '应晋升、应申报名单、到期日',
      en: 'who is due for a rise or a filing, due date',
    },
  },
  {
    id: 'M4.3.4',
    parent: 'M4.3',
    text: { zh: '工资增长按时申报', en: 'File pay rises on time' },
    provenance: proposed,
    cadences: [afterEvent(20)],
    rhythm: { ...original(11), words: '按时' },
    timing: {
      zh: '到期前30日提醒，自提醒之日起办理',
      en: 'from a reminder 30 days before the due date',
    },
    evidence: {
      zh: '对象、到期日、申报日、批复',
      en: 'person, due date, date filed, reply',
    },
  },
  {
    id: 'M4.3.5',
    parent: 'M4.3',
    text: { zh: '职称评定按时申报', en: 'File professional titles on time' },
    provenance: proposed,
    cadences: [everyYear],
    rhythm: { ...original(11), words: '按时' },
    timing: { zh: '时限以当年申报通知为准', en: 'by the deadline of the year’s notice' },
    evidence: {
      zh: '对象、级别、截止、申报日、结果',
      en: 'person, level, deadline, date filed, result',
    },
  },
  {
    id: 'M4.3.6',
    parent: 'M4.3',
    text: {
      zh: '决不耽搁（逾期零容忍统计）',
      en: 'Never delay (count of what is overdue, none tolerated)',
    },
    provenance: original(11),
    cadences: [automatic('quarter')],
    evidence: { zh: '逾期件数', en: 'number overdue' },
    automatic: true,
  },
  {
    id: 'M4.4.1',
    parent: 'M4.4',
    text: { zh: '职工生育慰问', en: 'Visit staff on the birth of a child' },
    provenance: proposed,
    cadences: [afterEvent(10)],
    timing: { zh: '自得知之日起', en: 'from the day it becomes known' },
    evidence: visit,
    sensitive: true,
  },
  {
    id: 'M4.4.2',
    parent: 'M4.4',
    text: { zh: '职工结婚（婚、嫁、娶）慰问', en: 'Visit staff on their wedding' },
    provenance: proposed,
    cadences: [afterEvent(10)],
    timing: { zh: '自得知之日起', en: 'from the day it becomes known' },
    evidence: visit,
    sensitive: true,
  },
  {
    id: 'M4.4.3',
    parent: 'M4.4',
    text: {
      zh: '职工及直系亲属丧事慰问',
      en: 'Visit on the death of staff or close relatives',
    },
    provenance: proposed,
    cadences: [afterEvent(3)],
    timing: { zh: '自得知之日起', en: 'from the day it becomes known' },
    evidence: visit,
    sensitive: true,
  },
  {
    id: 'M4.4.4',
    parent: 'M4.4',
    text: {
      zh: '局领导及工会组织到家中关怀慰问（人员确认）',
      en: 'Leaders and the union visit the home (who came is confirmed)',
    },
    provenance: original(11),
    cadences: [afterEvent(10)],
    timing: { zh: '自得知之日起', en: 'from the day it becomes known' },
    evidence: { zh: '到场人员（默认不记金额）', en: 'who came (no amounts by default)' },
    sensitive: true,
  },
] as const satisfies readonly CheckItem[];
