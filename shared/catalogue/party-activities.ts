import {
  afterEvent,
  automatic,
  everyHalfYear,
  everyMonth,
  everyQuarter,
  everyYear,
  yearlyBy,
} from './rhythm';
import { type CheckItem, type Heading, original, proposed, regulation, type Section } from './row';

/** G3, the grip on activities of Party members (抓党员活动). Source: essay ¶15. */
export const partyActivities = {
  id: 'G3',
  parent: null,
  text: { zh: '抓党员活动', en: 'Party-member activities' },
  provenance: original(15),
  sayings: [
    {
      zh: '基层党组织堡垒作用发挥到位',
      en: 'The Party organisation is in place as a stronghold',
    },
    { zh: '常态化、规范化、制度化', en: 'Regular, orderly, by rule' },
  ],
} as const satisfies Section;

/**
 * Five steps (亮身份、找差距、明目标、定措施、见行动) and the three awarenesses that activity days
 * strengthen, which are a set apart from the five of A1–A5.
 */
export const partyHeadings = [
  {
    id: 'G3.2',
    parent: 'G3',
    text: { zh: '五步', en: 'Five steps of every member' },
    provenance: original(15),
  },
  {
    id: 'G3.3',
    parent: 'G3',
    text: { zh: '强化三种意识', en: 'Strengthening three awarenesses' },
    provenance: original(15),
  },
] as const satisfies readonly Heading[];

const assessment = { zh: '班子评价', en: 'assessment by the team' };

export const partyItems = [
  {
    id: 'G3.1',
    parent: 'G3',
    text: {
      zh: '党员活动日（固定日）',
      en: 'Party-member activity day (a fixed day)',
    },
    provenance: original(15),
    cadences: [everyMonth],
    rhythm: regulation,
    timing: {
      zh: '每月固定一天，如每月第一周周五',
      en: 'one fixed day every month, such as the Friday of its first week',
    },
    evidence: {
      zh: '日期、主题、地点、主持人、记录人、应到、实到、缺席原因、内容、议定事项、照片编号（可选）',
      en: 'date, theme, place, chair, recorder, expected and present, reasons of absence, content, decisions, numbers of photos (optional)',
    },
  },
  {
    id: 'G3.1a',
    parent: 'G3.1',
    text: { zh: '类型：理论学习', en: 'Kind: theory study' },
    provenance: original(15),
    cadences: [automatic('half-year')],
    evidence: { zh: '活动记录标注为理论学习', en: 'record tagged as theory study' },
    tag: true,
    links: ['G3.1'],
  },
  {
    id: 'G3.1b',
    parent: 'G3.1',
    text: { zh: '类型：警示教育', en: 'Kind: warning education' },
    provenance: original(15),
    cadences: [automatic('half-year')],
    evidence: { zh: '活动记录标注为警示教育', en: 'record tagged as warning education' },
    tag: true,
    links: ['G3.1', 'M3.2.3'],
  },
  {
    id: 'G3.1c',
    parent: 'G3.1',
    text: { zh: '类型：志愿服务', en: 'Kind: volunteer service' },
    provenance: original(15),
    cadences: [automatic('half-year')],
    evidence: { zh: '服务时长、对象', en: 'hours of service, people served' },
    tag: true,
    links: ['G3.1'],
  },
  {
    id: 'G3.1d',
    parent: 'G3.1',
    text: { zh: '类型：其他活动', en: 'Kind: other' },
    provenance: original(15),
    cadences: [automatic('half-year')],
    evidence: { zh: '活动记录标注为其他活动', en: 'record tagged as other' },
    tag: true,
    links: ['G3.1'],
  },
  {
    id: 'G3.2a',
    parent: 'G3.2',
    text: { zh: '亮身份', en: 'Show who one is' },
    provenance: original(15),
    cadences: [everyYear, afterEvent(10)],
    timing: {
      zh: '每年一次，自转入或岗位变动之日起更新',
      en: 'every year, and from the day of joining or of a change of post',
    },
    evidence: { zh: '岗位牌、承诺', en: 'name plate at the post, pledge' },
  },
  {
    id: 'G3.2b',
    parent: 'G3.2',
    text: { zh: '找差距', en: 'Find the gap' },
    provenance: original(15),
    cadences: [everyQuarter],
    evidence: { zh: '差距条目', en: 'gaps found' },
  },
  {
    id: 'G3.2c',
    parent: 'G3.2',
    text: { zh: '明目标', en: 'Make the goal clear' },
    provenance: original(15),
    cadences: [everyQuarter],
    evidence: { zh: '目标、时限', en: 'goal, deadline' },
  },
  {
    id: 'G3.2d',
    parent: 'G3.2',
    text: { zh: '定措施', en: 'Fix the measures' },
    provenance: original(15),
    cadences: [everyQuarter],
    evidence: { zh: '措施、责任人', en: 'measures, person responsible' },
  },
  {
    id: 'G3.2e',
    parent: 'G3.2',
    text: { zh: '见行动', en: 'See action' },
    provenance: original(15),
    cadences: [everyQuarter],
    timing: { zh: '季末销号', en: 'closed at the end of the quarter' },
    evidence: { zh: '完成情况、佐证', en: 'how far it is done, evidence' },
  },
  {
    id: 'G3.3a',
    parent: 'G3.3',
    text: { zh: '政治意识', en: 'Political awareness' },
    provenance: original(15),
    cadences: [everyHalfYear],
    evidence: assessment,
    graded: true,
  },
  {
    id: 'G3.3b',
    parent: 'G3.3',
    text: { zh: '集体意识', en: 'Collective awareness' },
    provenance: original(15),
    cadences: [everyHalfYear],
    evidence: assessment,
    graded: true,
  },
  {
    id: 'G3.3c',
    parent: 'G3.3',
    text: { zh: '服务意识', en: 'Service awareness' },
    provenance: original(15),
    cadences: [everyHalfYear],
    evidence: assessment,
    graded: true,
  },
  {
    id: 'G3.4',
    parent: 'G3',
    text: { zh: '年度活动计划', en: 'Plan the activities of the year' },
    provenance: proposed,
    cadences: [yearlyBy(1)],
    evidence: { zh: '12个月主题', en: 'themes of the twelve months' },
  },
  {
    id: 'G3.5',
    parent: 'G3',
    text: {
      zh: '风清气正的良好氛围（年度评估）',
      en: 'A clean and upright climate (yearly assessment)',
    },
    provenance: original(15),
    cadences: [everyYear],
    evidence: { zh: '职工评价', en: 'assessment by staff' },
  },
] as const satisfies readonly CheckItem[];
