import { type DimensionHeading, original, type Ratable } from './row';

/** The six abilities (六个能力) of the essay ¶5. */
export const abilities = [
  {
    id: 'B1',
    parent: null,
    text: { zh: '理论思辨能力', en: 'Theoretical reasoning' },
    short: { zh: '理论思辨', en: 'Reasoning' },
    provenance: original(5),
  },
  {
    id: 'B2',
    parent: null,
    text: { zh: '知识转化能力', en: 'Knowledge conversion' },
    short: { zh: '知识转化', en: 'Conversion' },
    provenance: original(5),
  },
  {
    id: 'B3',
    parent: null,
    text: { zh: '组织运筹能力', en: 'Organising and planning' },
    short: { zh: '组织运筹', en: 'Planning' },
    provenance: original(5),
  },
  {
    id: 'B4',
    parent: null,
    text: { zh: '善断敢为能力', en: 'Sound judgement and bold action' },
    short: { zh: '善断敢为', en: 'Judgement' },
    provenance: original(5),
  },
  {
    id: 'B5',
    parent: null,
    text: { zh: '纠纷调解能力', en: 'Dispute mediation' },
    short: { zh: '纠纷调解', en: 'Mediation' },
    provenance: original(5),
  },
  {
    id: 'B6',
    parent: null,
    text: { zh: '身心承受能力', en: 'Mental and physical resilience' },
    short: { zh: '身心承受', en: 'Resilience' },
    provenance: original(5),
    sensitive: true,
  },
] as const satisfies readonly DimensionHeading[];

/** Indicators of the six abilities. */
export const abilityIndicators = [
  {
    id: 'B1.1',
    parent: 'B1',
    text: {
      zh: '自觉贯彻执行党的路线、方针、政策',
      en: 'Consciously carries out the line, principles and policies of the Party',
    },
    provenance: original(5),
    evidence: { zh: '贯彻落实事项、会议记录', en: 'what was implemented, minutes of meetings' },
  },
  {
    id: 'B1.2',
    parent: 'B1',
    text: {
      zh: '在思想上同党中央保持高度一致',
      en: 'Keeps closely in step with the Party Centre in thought',
    },
    provenance: original(5),
    evidence: { zh: '学习心得、交流发言', en: 'study notes, contributions to discussion' },
  },
  {
    id: 'B1.3',
    parent: 'B1',
    text: {
      zh: '在行动上同党中央保持高度一致',
      en: 'Keeps closely in step with the Party Centre in action',
    },
    provenance: original(5),
    evidence: { zh: '具体举措与成效', en: 'concrete steps and their effect' },
  },
  {
    id: 'B2.1',
    parent: 'B2',
    text: {
      zh: '在工作实践中总结、积累经验',
      en: 'Sums up and accumulates experience in the practice of work',
    },
    provenance: original(5),
    evidence: { zh: '经验材料、案例', en: 'written-up experience, cases' },
  },
  {
    id: 'B2.2',
    parent: 'B2',
    text: { zh: '潜心摸索工作规律', en: 'Studies the regularities of the work with devotion' },
    provenance: original(5),
    evidence: { zh: '调研报告', en: 'field research reports' },
  },
  {
    id: 'B2.3',
    parent: 'B2',
    text: { zh: '思维方式不断趋向科学化', en: 'Thinks ever more scientifically' },
    provenance: original(5),
    evidence: { zh: '决策论证材料', en: 'papers that argue the decision' },
  },
  {
    id: 'B2.4',
    parent: 'B2',
    text: { zh: '切实提高工作水准', en: 'Actually raises the standard of work' },
    provenance: original(5),
    evidence: { zh: '指标前后对比', en: 'indicators before and after' },
  },
  {
    id: 'B3.1',
    parent: 'B3',
    text: { zh: '准确领会上级意图', en: 'Grasps the intent of superiors accurately' },
    provenance: original(5),
    evidence: {
      zh: '上级文件编号及落实措施',
      en: 'number of the document from above and the measures that follow it',
    },
  },
  {
    id: 'B3.2',
    parent: 'B3',
    text: {
      zh: '着眼业务实际，找准切入点',
      en: 'Starts from the reality of the work and finds the right point of entry',
    },
    provenance: original(5),
    evidence: { zh: '分析材料', en: 'analysis papers' },
  },
  {
    id: 'B3.3',
    parent: 'B3',
    text: { zh: '选准“突破口”', en: 'Picks the point of breakthrough' },
    provenance: original(5),
    evidence: { zh: '重点项目选择', en: 'choice of key projects' },
  },
  {
    id: 'B3.4',
    parent: 'B3',
    text: { zh: '拿出切实可行的工作方案', en: 'Produces a practical plan of work' },
    provenance: original(5),
    evidence: { zh: '方案名称、日期', en: 'name and date of the plan' },
  },
  {
    id: 'B4.1',
    parent: 'B4',
    text: { zh: '主、客观相一致', en: 'Brings the subjective into line with the objective' },
    provenance: original(5),
    evidence: { zh: '决策事项复盘', en: 'review of decisions taken' },
  },
  {
    id: 'B4.2',
    parent: 'B4',
    text: { zh: '效果与动机相统一', en: 'Makes effect and motive one' },
    provenance: original(5),
    evidence: { zh: '成效评估', en: 'assessment of effect' },
  },
  {
    id: 'B4.3',
    parent: 'B4',
    text: { zh: '意图与要求相符', en: 'Makes intent meet requirement' },
    provenance: original(5),
    evidence: { zh: '对照要求', en: 'comparison with what was required' },
  },
  {
    id: 'B4.4',
    parent: 'B4',
    text: { zh: '大胆与细心并存', en: 'Is bold and careful at once' },
    provenance: original(5),
    evidence: { zh: '风险预案', en: 'contingency plan' },
  },
  {
    id: 'B5.1',
    parent: 'B5',
    text: { zh: '宜“刚”则刚', en: 'Is firm where firmness is due' },
    provenance: original(5),
    evidence: {
      zh: '调解台账（起数、办结）',
      en: 'mediation ledger (number of cases, number settled)',
    },
  },
  {
    id: 'B5.2',
    parent: 'B5',
    text: { zh: '宜“柔”则柔', en: 'Is gentle where gentleness is due' },
    provenance: original(5),
    evidence: {
      zh: '调解台账（起数、办结）',
      en: 'mediation ledger (number of cases, number settled)',
    },
  },
  {
    id: 'B5.3',
    parent: 'B5',
    text: {
      zh: '在符合法律、政策的前提下刚柔相济',
      en: 'Joins firmness and gentleness within law and policy',
    },
    provenance: original(5),
    evidence: { zh: '依据条款', en: 'clauses relied on' },
  },
  {
    id: 'B6.1',
    parent: 'B6',
    text: { zh: '树立正确的人生观、价值观', en: 'Holds a right outlook on life and right values' },
    provenance: original(5),
    evidence: { zh: '自评文字', en: 'words of the self-rating alone' },
    sensitive: true,
  },
  {
    id: 'B6.2',
    parent: 'B6',
    text: {
      zh: '勇于冲破名缰利索的束缚',
      en: 'Has the courage to break free of the bonds of fame and gain',
    },
    provenance: original(5),
    evidence: { zh: '自评文字', en: 'words of the self-rating alone' },
    sensitive: true,
  },
  {
    id: 'B6.3',
    parent: 'B6',
    text: {
      zh: '心胸开阔，自觉养成豁达、乐观、开朗的性格',
      en: 'Is broad-minded and cultivates a magnanimous, optimistic and cheerful character',
    },
    provenance: original(5),
    evidence: { zh: '自评文字', en: 'words of the self-rating alone' },
    sensitive: true,
  },
  {
    id: 'B6.4',
    parent: 'B6',
    text: {
      zh: '力避脆弱、多疑、自卑、消极的心理',
      en: 'Keeps away from fragile, suspicious, self-abasing and negative moods',
    },
    provenance: original(5),
    evidence: { zh: '自评文字', en: 'words of the self-rating alone' },
    sensitive: true,
  },
] as const satisfies readonly Ratable[];
