import { afterEvent, automatic, everyHalfYear, everyQuarter, everyYear, yearlyBy } from './rhythm';
import {
  type CheckItem,
  type Heading,
  original,
  proposed,
  proposedFrom,
  type Section,
} from './row';

/**
 * M3, the four-in-one mechanism of integrity supervision (“四位一体”廉政监督机制): person, unit,
 * family and society. Source: essay ¶10.
 */
export const integritySupervision = {
  id: 'M3',
  parent: null,
  text: { zh: '“四位一体”廉政监督机制', en: 'Four-in-one integrity supervision' },
  provenance: original(10),
  sayings: [
    { zh: '倡廉、助廉、促廉', en: 'Advocate integrity, assist it, advance it' },
    {
      zh: '工作8小时内有单位管；8小时外有家庭、社会管；集体活动靠组织；个人活动靠纪律',
      en: 'The unit watches over the eight working hours, family and society over the others; collective activities rest on the organisation, personal ones on discipline',
    },
    { zh: '标本兼治、综合治理', en: 'Treat symptoms and causes, govern as a whole' },
  ],
} as const satisfies Section;

export const integrityHeadings = [
  {
    id: 'M3.1',
    parent: 'M3',
    text: {
      zh: '个人：个人活动靠纪律',
      en: 'Individual: personal activities rest on discipline',
    },
    provenance: original(10),
    party: 'person',
    eightHours: 'both',
  },
  {
    id: 'M3.2',
    parent: 'M3',
    text: {
      zh: '单位：8小时内有单位管；集体活动靠组织',
      en: 'Unit: it watches over the eight working hours; collective activities rest on the organisation',
    },
    provenance: original(10),
    party: 'unit',
    eightHours: 'inside',
  },
  {
    id: 'M3.3',
    parent: 'M3',
    text: { zh: '家庭：8小时外', en: 'Family: outside the eight working hours' },
    provenance: original(10),
    party: 'family',
    eightHours: 'outside',
  },
  {
    id: 'M3.4',
    parent: 'M3',
    text: { zh: '社会：8小时外', en: 'Society: outside the eight working hours' },
    provenance: original(10),
    party: 'society',
    eightHours: 'outside',
  },
  {
    id: 'M3.5',
    parent: 'M3',
    text: { zh: '三廉载体', en: 'Three vehicles of integrity' },
    provenance: original(10),
  },
] as const satisfies readonly Heading[];

/** M3.6 is a sub-mechanism and an item at once. */
export const integrityItems = [
  {
    id: 'M3.1.1',
    parent: 'M3.1',
    text: { zh: '个人廉洁自查', en: 'Check one’s own integrity' },
    provenance: proposed,
    cadences: [everyQuarter],
    evidence: {
      zh: '自查结论（有、无）、整改；默认不录叙述',
      en: 'finding (yes or no), correction; no narrative by default',
    },
    party: 'person',
    eightHours: 'both',
    sensitive: true,
  },
  {
    id: 'M3.1.2',
    parent: 'M3.1',
    text: { zh: '签订廉政承诺', en: 'Sign the integrity pledge' },
    provenance: proposed,
    cadences: [yearlyBy(1)],
    evidence: { zh: '签订日期、存放处', en: 'date of signing, where it is kept' },
    party: 'person',
    eightHours: 'both',
    links: ['G2.7'],
  },
  {
    id: 'M3.2.1',
    parent: 'M3.2',
    text: {
      zh: '重点岗位廉政风险点排查定级',
      en: 'Find and grade the integrity risk points of key posts',
    },
    provenance: { ...original(10), words: '加强单位各重点岗位廉政风险点防控' },
    cadences: [everyYear, afterEvent(20)],
    timing: {
      zh: '每年排查，自岗位、职责变动之日起重新排查',
      en: 'every year, and anew from the day a post or its duties change',
    },
    evidence: {
      zh: '岗位、风险类别、风险点、表现形式、等级、防控措施、责任人、责任领导',
      en: 'post, kind of risk, risk point, how it shows, level, controls, person and leader responsible',
    },
    party: 'unit',
    eightHours: 'inside',
  },
  {
    id: 'M3.2.2',
    parent: 'M3.2',
    text: {
      zh: '风险点防控措施检查',
      en: 'Check the controls of risk points',
    },
    provenance: proposed,
    cadences: [everyQuarter],
    evidence: { zh: '检查日期、结果、问题', en: 'date of the check, result, problems' },
    party: 'unit',
    eightHours: 'inside',
  },
  {
    id: 'M3.2.3',
    parent: 'M3.2',
    text: { zh: '职工警示教育大会', en: 'Hold a warning-education meeting of the staff' },
    provenance: original(10),
    cadences: [everyHalfYear],
    rhythm: { ...original(10), words: '定期' },
    timing: { zh: '每半年一次，每年至少一次', en: 'every half-year, at least once a year' },
    evidence: {
      zh: '时间、地点、主持、应到、实到、内容',
      en: 'time, place, chair, expected and present, content',
    },
    party: 'unit',
    eightHours: 'inside',
  },
  {
    id: 'M3.2.4',
    parent: 'M3.2',
    text: {
      zh: '集体活动组织管理（外出、聚会、培训等报备）',
      en: 'Organise and register collective activities (trips, gatherings, trainings)',
    },
    provenance: proposedFrom('集体活动靠组织', 10),
    cadences: [afterEvent(10)],
    timing: {
      zh: '自提出活动之日起，活动前报备',
      en: 'from the day the activity is proposed, and before it takes place',
    },
    evidence: { zh: '活动、负责人、报备日期', en: 'activity, person in charge, date registered' },
    party: 'unit',
    eightHours: 'both',
  },
  {
    id: 'M3.3.1',
    parent: 'M3.3',
    text: { zh: '职工家属座谈会', en: 'Hold a meeting with the families of staff' },
    provenance: original(10),
    cadences: [everyYear],
    rhythm: { ...original(10), words: '定期' },
    evidence: { zh: '时间、参加家属数、意见', en: 'time, number of families present, opinions' },
    party: 'family',
    eightHours: 'outside',
  },
  {
    id: 'M3.3.2',
    parent: 'M3.3',
    text: { zh: '发放廉政信函', en: 'Send integrity letters' },
    provenance: original(10),
    cadences: [
      { type: 'times', every: 'year', times: 2, due: { at: 'month-day', month: 9, day: 20 } },
    ],
    timing: {
      zh: '节前发放：上半年在元旦、春节前，下半年在中秋、国庆前',
      en: 'before the holidays: New Year and Spring Festival, then Mid-Autumn and National Day',
    },
    evidence: { zh: '份数、对象、日期、回执数', en: 'copies, addressees, date, replies' },
    party: 'family',
    eightHours: 'outside',
  },
  {
    id: 'M3.3.3',
    parent: 'M3.3',
    text: { zh: '家庭助廉反馈、家访', en: 'Take feedback from families and visit homes' },
    provenance: proposed,
    cadences: [afterEvent(10)],
    timing: { zh: '自收到反馈或家访之日起', en: 'from the day of the feedback or visit' },
    evidence: { zh: '日期、要点', en: 'date, main points' },
    party: 'family',
    eightHours: 'outside',
  },
  {
    id: 'M3.4.1',
    parent: 'M3.4',
    text: {
      zh: '社会监督反馈（服务对象、监督员、意见箱）',
      en: 'Take feedback from society (people served, supervisors, suggestion box)',
    },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: { zh: '渠道、条数、办理率', en: 'channel, number, share dealt with' },
    party: 'society',
    eightHours: 'both',
  },
  {
    id: 'M3.4.2',
    parent: 'M3.4',
    text: {
      zh: '来信来访、举报线索登记转办',
      en: 'Register letters, visits and clues and pass them on',
    },
    provenance: proposed,
    cadences: [afterEvent(1)],
    timing: { zh: '自收到之日起', en: 'from the day of receipt' },
    evidence: {
      zh: '编号、转办部门（不录内容）',
      en: 'number, department passed on to (never the content)',
    },
    party: 'society',
    eightHours: 'both',
    sensitive: true,
  },
  {
    id: 'M3.5.1',
    parent: 'M3.5',
    text: { zh: '把廉脉', en: 'Take the pulse of integrity' },
    provenance: original(10),
    cadences: [automatic('half-year')],
    evidence: { zh: '排查、谈话、问卷记录', en: 'records of screening, talks, questionnaires' },
    tag: true,
    links: ['M3.1.1', 'M3.2.1', 'M3.2.2'],
  },
  {
    id: 'M3.5.2',
    parent: 'M3.5',
    text: { zh: '念廉经', en: 'Recite the scripture of integrity' },
    provenance: original(10),
    cadences: [automatic('half-year')],
    evidence: {
      zh: '警示教育、家属座谈记录',
      en: 'records of warning education and meetings with families',
    },
    tag: true,
    links: ['M3.2.3', 'M3.3.1'],
  },
  {
    id: 'M3.5.3',
    parent: 'M3.5',
    text: { zh: '敲廉钟', en: 'Ring the bell of integrity' },
    provenance: original(10),
    cadences: [automatic('half-year')],
    evidence: {
      zh: '廉政信函、节前提醒记录',
      en: 'integrity letters, reminders before holidays',
    },
    tag: true,
    links: ['M3.3.2'],
  },
  {
    id: 'M3.6',
    parent: 'M3',
    text: {
      zh: '标本兼治、综合治理年度评估',
      en: 'Assess the year: symptoms and causes treated, governed as a whole',
    },
    provenance: proposedFrom('标本兼治、综合治理', 10),
    cadences: [everyYear],
    evidence: {
      zh: '四方作用评价、改进',
      en: 'assessment of what the four parties did, improvement',
    },
  },
] as const satisfies readonly CheckItem[];
