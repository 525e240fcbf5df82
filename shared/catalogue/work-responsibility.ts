import {
  afterEvent,
  automatic,
  everyMonth,
  everyQuarter,
  everyYear,
  standing,
  yearlyBy,
} from './rhythm';
import {
  type CheckItem,
  type Heading,
  original,
  proposed,
  proposedFrom,
  type Section,
} from './row';

/** M2, the mechanism of work responsibility (工作责任机制). Source: essay ¶9. */
export const workResponsibility = {
  id: 'M2',
  parent: null,
  text: { zh: '工作责任机制', en: 'Work responsibility' },
  provenance: original(9),
  sayings: [
    {
      zh: '单位重担人人挑，人人肩上有指标',
      en: 'Everyone carries a share of the load, everyone has a target on the shoulders',
    },
    {
      zh: '一级抓一级、层层抓落实',
      en: 'Each level holds the next to account, and work is carried out at every one',
    },
  ],
} as const satisfies Section;

export const responsibilityHeadings = [
  {
    id: 'M2.1',
    parent: 'M2',
    text: { zh: '工作任务分解机制', en: 'Breaking work down into tasks' },
    provenance: original(9),
  },
  {
    id: 'M2.2',
    parent: 'M2',
    text: { zh: '工作责任追究机制', en: 'Accountability for work' },
    provenance: original(9),
  },
] as const satisfies readonly Heading[];

export const responsibilityItems = [
  {
    id: 'M2.1.1',
    parent: 'M2.1',
    text: { zh: '年度重点工作分解', en: 'Break down the key work of the year' },
    provenance: proposed,
    cadences: [yearlyBy(1)],
    rhythm: { ...original(9), words: '年度' },
    evidence: { zh: '任务分解表（全字段）', en: 'table of tasks, all fields' },
  },
  {
    id: 'M2.1.2',
    parent: 'M2.1',
    text: { zh: '季度重点工作分解', en: 'Break down the key work of the quarter' },
    provenance: proposed,
    cadences: [{ type: 'every', every: 'quarter', due: { at: 'month-day', month: 1, day: 5 } }],
    rhythm: { ...original(9), words: '季度' },
    evidence: {
      zh: '任务分解表（全字段），上级任务为年度任务',
      en: 'table of tasks, all fields, each under a task of the year',
    },
  },
  {
    id: 'M2.1.3',
    parent: 'M2.1',
    text: { zh: '每月工作分解', en: 'Break down the work of the month' },
    provenance: proposed,
    cadences: [{ type: 'every', every: 'month', due: { at: 'start', workday: 5 } }],
    rhythm: { ...original(9), words: '每月' },
    evidence: {
      zh: '任务分解表（全字段），上级任务为季度任务',
      en: 'table of tasks, all fields, each under a task of the quarter',
    },
  },
  {
    id: 'M2.1.4',
    parent: 'M2.1',
    text: {
      zh: '“五个明确”完整性检查：明确任务、目标、时限、牵头领导、具体负责人',
      en: 'Check that the five clarities are complete (task, goal, deadline, leader in charge, person responsible)',
    },
    provenance: proposedFrom('五个明确', 9),
    cadences: [automatic('month')],
    evidence: {
      zh: '缺项清单；缺项不得下达',
      en: 'list of what is missing; a task that lacks any is not issued',
    },
    automatic: true,
  },
  {
    id: 'M2.1.5',
    parent: 'M2.1',
    text: {
      zh: '落实到具体科室、岗位、人员',
      en: 'Assign every task to a section, a post and a person',
    },
    provenance: proposed,
    cadences: [automatic('month')],
    evidence: { zh: '科室、岗位、人员', en: 'section, post, person' },
    automatic: true,
  },
  {
    id: 'M2.1.6',
    parent: 'M2.1',
    text: {
      zh: '一级抓一级、层层抓落实（上级任务必有下级分解）',
      en: 'Carry work out level by level (every task above is broken down below)',
    },
    provenance: original(9),
    cadences: [automatic('month')],
    evidence: { zh: '未分解任务清单', en: 'list of tasks not yet broken down' },
    automatic: true,
  },
  {
    id: 'M2.1.7',
    parent: 'M2.1',
    text: {
      zh: '单位重担人人挑，人人肩上有指标（覆盖检查）',
      en: 'Everyone carries a share of the load and a target (check of coverage)',
    },
    provenance: original(9),
    cadences: [automatic('month')],
    evidence: { zh: '无指标人员清单', en: 'list of people without a target' },
    automatic: true,
  },
  {
    id: 'M2.1.8',
    parent: 'M2.1',
    text: { zh: '月度进展更新', en: 'Report the progress of the month' },
    provenance: proposed,
    cadences: [everyMonth],
    evidence: {
      zh: '进度百分比、进展情况、存在问题、下步措施',
      en: 'percentage, progress, problems, next steps',
    },
  },
  {
    id: 'M2.2.1',
    parent: 'M2.2',
    text: {
      zh: '线：每个领导按分工负责一条工作线',
      en: 'Line: every leader answers for one line of work by the division of duties',
    },
    provenance: original(9),
    cadences: [standing],
    evidence: { zh: '工作线名称、范围', en: 'name and scope of the line of work' },
  },
  {
    id: 'M2.2.2',
    parent: 'M2.2',
    text: { zh: '点：抓好一个联系点', en: 'Point: every leader looks after one contact point' },
    provenance: original(9),
    cadences: [standing],
    evidence: { zh: '联系点名称、联系人', en: 'name of the contact point, contact person' },
  },
  {
    id: 'M2.2.3',
    parent: 'M2.2',
    text: { zh: '项：包好一个大项目', en: 'Project: every leader takes charge of one big project' },
    provenance: original(9),
    cadences: [standing],
    evidence: { zh: '项目、目标、里程碑', en: 'project, goal, milestones' },
  },
  {
    id: 'M2.2.4',
    parent: 'M2.2',
    text: {
      zh: '线·点·项完整性（每位领导三者各一）',
      en: 'Check of line, point and project (every leader has one of each)',
    },
    provenance: proposed,
    cadences: [automatic('month')],
    evidence: { zh: '缺项清单', en: 'list of what is missing' },
    automatic: true,
  },
  {
    id: 'M2.2.5',
    parent: 'M2.2',
    text: { zh: '联系点走访', en: 'Visit the contact point' },
    provenance: proposed,
    cadences: [everyMonth],
    evidence: { zh: '日期、问题、解决情况', en: 'date, problems, how they were solved' },
  },
  {
    id: 'M2.2.6',
    parent: 'M2.2',
    text: { zh: '包抓项目进度', en: 'Report the progress of the project in charge' },
    provenance: proposed,
    cadences: [everyMonth],
    evidence: { zh: '节点、完成百分比、问题', en: 'milestone, percentage done, problems' },
  },
  {
    id: 'M2.2.7',
    parent: 'M2.2',
    text: { zh: '目标落实情况考核', en: 'Review how targets are met' },
    provenance: proposed,
    cadences: [everyQuarter, everyYear],
    timing: {
      zh: '每季度考核，年末总评',
      en: 'every quarter, with a total at the end of the year',
    },
    evidence: {
      zh: '目标值、完成值、完成率、等次',
      en: 'goal, actual value, rate of fulfilment, grade',
    },
  },
  {
    id: 'M2.2.8',
    parent: 'M2.2',
    text: {
      zh: '按照目标落实情况兑现奖惩',
      en: 'Reward and penalise by how targets were met',
    },
    provenance: original(9),
    cadences: [everyYear],
    timing: { zh: '每年兑现，也可半年兑现', en: 'every year; every half-year is possible' },
    evidence: {
      zh: '对象、依据、奖励或惩处、批准、日期',
      en: 'person, grounds, reward or penalty, approval, date',
    },
  },
  {
    id: 'M2.2.9',
    parent: 'M2.2',
    text: {
      zh: '对贯彻不力、工作不实的严肃追究相关责任',
      en: 'Hold people strictly to account for weak implementation and hollow work',
    },
    provenance: original(9),
    cadences: [afterEvent(20)],
    timing: { zh: '自发现问题之日起', en: 'from the day the problem is found' },
    evidence: {
      zh: '事由（贯彻不力、工作不实）、核实、处理、整改',
      en: 'cause (weak implementation, hollow work), verification, decision, correction',
    },
    sensitive: true,
  },
] as const satisfies readonly CheckItem[];
