import { afterEvent, everyHalfYear, standing, yearlyBy, yearlyByNextJanuary } from './rhythm';
import { type CheckItem, original, proposed, regulation, type Section } from './row';

/** G2, the grip on rules (抓制度建设). Source: essay ¶14. */
export const ruleBuilding = {
  id: 'G2',
  parent: null,
  text: { zh: '抓制度建设', en: 'Rules and systems' },
  provenance: original(14),
  sayings: [
    { zh: '机关规范化落实到位', en: 'Orderly work of the office is in place' },
    { zh: '围绕中心、服务大局', en: 'Centre on the main task and serve the whole' },
    { zh: '提高职工素质', en: 'Raise the quality of staff' },
    { zh: '巩固基础工作', en: 'Consolidate the groundwork' },
  ],
} as const satisfies Section;

const register = {
  zh: '名称、文号、类别、制定日期、修订日期、状态（拟定、现行、修订中、废止）、责任科室、下次复审日',
  en: 'name, number, category, dates of issue and revision, status (draft, in force, in revision, repealed), section responsible, next review',
};

/** Six categories of rules, three systems of integrity, the plan and the check of rules. */
export const ruleItems = [
  {
    id: 'G2.1',
    parent: 'G2',
    text: { zh: '党建', en: 'Rules on Party building' },
    provenance: original(14),
    cadences: [standing],
    evidence: register,
  },
  {
    id: 'G2.2',
    parent: 'G2',
    text: { zh: '党风廉政', en: 'Rules on Party conduct and integrity' },
    provenance: original(14),
    cadences: [standing],
    evidence: register,
  },
  {
    id: 'G2.3',
    parent: 'G2',
    text: { zh: '行政管理', en: 'Rules on administration' },
    provenance: original(14),
    cadences: [standing],
    evidence: register,
  },
  {
    id: 'G2.4',
    parent: 'G2',
    text: { zh: '财务管理', en: 'Rules on finance' },
    provenance: original(14),
    cadences: [standing],
    evidence: register,
  },
  {
    id: 'G2.5',
    parent: 'G2',
    text: { zh: '人事劳动', en: 'Rules on personnel and labour' },
    provenance: original(14),
    cadences: [standing],
    evidence: register,
  },
  {
    id: 'G2.6',
    parent: 'G2',
    text: { zh: '项目管理', en: 'Rules on project management' },
    provenance: original(14),
    cadences: [standing],
    evidence: register,
  },
  {
    id: 'G2.0',
    parent: 'G2',
    text: {
      zh: '不断研究制定完善（立、改、废计划）',
      en: 'Keep studying, making and improving rules (plan of rules to make, revise and repeal)',
    },
    provenance: original(14),
    cadences: [yearlyBy(3)],
    evidence: { zh: '计划、完成数', en: 'plan, number completed' },
  },
  {
    id: 'G2.7',
    parent: 'G2',
    text: {
      zh: '廉政承诺制度：自觉接受群众和社会的监督',
      en: 'Integrity pledge (willing supervision by the masses and society)',
    },
    provenance: original(14),
    cadences: [yearlyBy(1)],
    evidence: { zh: '签订人、日期、公示', en: 'signatory, date, publication' },
    links: ['M3.1.2'],
  },
  {
    id: 'G2.8',
    parent: 'G2',
    text: {
      zh: '述廉制度：自觉接受组织和群众的检查',
      en: 'Report on one’s integrity (willing inspection by the organisation and the masses)',
    },
    provenance: original(14),
    cadences: [yearlyByNextJanuary],
    timing: { zh: '12月末至次年1月末', en: 'from the end of December to the end of January' },
    evidence: {
      zh: '述廉日期、范围、测评票数（好、较好、一般、差）',
      en: 'date, audience, votes (good, fairly good, fair, poor)',
    },
  },
  {
    id: 'G2.9',
    parent: 'G2',
    text: {
      zh: '领导干部个人收入和重大事项报告制度：自觉将自己暴露于阳光之下',
      en: 'Report of leaders on personal income and major matters (willingly in the sunlight)',
    },
    provenance: original(14),
    cadences: [
      { type: 'every', every: 'year', due: { at: 'month-day', month: 1, day: 31 } },
      afterEvent(20),
    ],
    rhythm: regulation,
    timing: {
      zh: '每年1月31日前；事项变化之日起30日内',
      en: 'by 31 January every year; within 30 days of a change',
    },
    evidence: {
      zh: '是否按时报告、报告日期、受理部门（不录内容）',
      en: 'reported on time or not, date, receiving department (never the content)',
    },
    sensitive: true,
  },
  {
    id: 'G2.10',
    parent: 'G2',
    text: { zh: '制度执行检查', en: 'Check that rules are followed' },
    provenance: proposed,
    cadences: [everyHalfYear],
    evidence: { zh: '抽查制度、问题、整改', en: 'rules sampled, problems, correction' },
  },
] as const satisfies readonly CheckItem[];
