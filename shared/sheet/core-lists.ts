import { sections } from '../catalogue/catalogue';
import { options } from '../kinds/core-fields';
import type { Field } from '../kinds/field';
import { writtenGoalChanges, writtenShares } from './written';

const department: Field = {
  key: 'department',
  label: { zh: '科室', en: 'Section' },
  control: { type: 'department' },
  width: 9,
};

const leader: Field = {
  key: 'leader',
  label: { zh: '牵头领导', en: 'Leader in charge' },
  control: { type: 'person' },
  width: 7,
};

const owner: Field = {
  key: 'owner',
  label: { zh: '具体负责人', en: 'Person responsible' },
  control: { type: 'person' },
  width: 8,
};

const amount = { type: 'number', min: -1e12, max: 1e12 } as const;

/** People, as a sheet has them. */
export const personFields: readonly Field[] = [
  {
    key: 'name',
    label: { zh: '姓名', en: 'Name' },
    control: { type: 'line' },
    required: true,
    width: 7,
  },
  {
    key: 'role',
    label: { zh: '身份', en: 'Role' },
    control: {
      type: 'choice',
      options: options({
        leader: ['班子成员', 'leadership team'],
        staff: ['干部职工', 'staff'],
      }),
    },
    width: 7,
  },
  { key: 'post', label: { zh: '职务', en: 'Post' }, control: { type: 'line' }, width: 12 },
  department,
  {
    key: 'portfolio',
    label: { zh: '分管工作', en: 'In charge of' },
    control: { type: 'line' },
    width: 16,
  },
  {
    key: 'head',
    label: { zh: '主要负责人', en: 'Head of the team' },
    control: { type: 'flag' },
    width: 7,
  },
  {
    key: 'partyMember',
    label: { zh: '中共党员', en: 'Party member' },
    control: { type: 'flag' },
    width: 7,
  },
  { key: 'joined', label: { zh: '到任日期', en: 'Joined' }, control: { type: 'day' }, width: 9 },
  { key: 'left', label: { zh: '离任日期', en: 'Left' }, control: { type: 'day' }, width: 9 },
];

/** Of tasks: whoever is named besides the first helps. */
const withHelpers = (field: Field, type: 'person' | 'department'): Field => ({
  ...field,
  control: { type, rest: 'alongside' },
});

/** Tasks, as a sheet has them; the five clarities are among them. */
export const taskFields: readonly Field[] = [
  {
    key: 'period',
    label: { zh: '所属时期', en: 'Period' },
    hint: { zh: '2026、2026-Q4 或 2026-11', en: '2026, 2026-Q4 or 2026-11' },
    control: { type: 'line' },
    required: true,
    width: 8,
  },
  {
    key: 'title',
    label: { zh: '任务', en: 'Task' },
    control: { type: 'line' },
    required: true,
    width: 18,
  },
  { key: 'goal', label: { zh: '目标', en: 'Goal' }, control: { type: 'line' }, width: 14 },
  {
    key: 'due',
    label: { zh: '时限', en: 'Due' },
    control: { type: 'day', deadline: { words: 'dueWords', every: 'reportEvery' } },
    width: 9,
  },
  {
    key: 'dueWords',
    label: { zh: '时限说明', en: 'Due, in words' },
    control: { type: 'line' },
    width: 9,
  },
  withHelpers(leader, 'person'),
  withHelpers(owner, 'person'),
  withHelpers(department, 'department'),
  {
    key: 'alongside',
    label: { zh: '配合科室和人员', en: 'Who helps' },
    control: { type: 'line' },
    width: 10,
  },
  { key: 'post', label: { zh: '责任岗位', en: 'Post' }, control: { type: 'line' }, width: 8 },
  { key: 'measures', label: { zh: '措施', en: 'Measures' }, control: { type: 'prose' }, width: 20 },
  {
    key: 'percent',
    label: { zh: '进度', en: 'Progress' },
    control: { type: 'number', min: 0, max: 100, unit: { zh: '%', en: '%' }, words: 'result' },
    width: 6,
  },
  {
    key: 'reportEvery',
    label: { zh: '汇报周期', en: 'Reports every' },
    control: {
      type: 'choice',
      options: options({
        none: ['不要求', 'not asked for'],
        week: ['每周', 'week'],
        month: ['每月', 'month'],
      }),
    },
    width: 7,
  },
  { key: 'issued', label: { zh: '下达日期', en: 'Issued on' }, control: { type: 'day' }, width: 9 },
  { key: 'closed', label: { zh: '销号日期', en: 'Closed on' }, control: { type: 'day' }, width: 9 },
  { key: 'result', label: { zh: '完成情况', en: 'Result' }, control: { type: 'prose' }, width: 18 },
];

/** Targets, as a sheet has them. */
export const targetFields: readonly Field[] = [
  {
    key: 'year',
    label: { zh: '年度', en: 'Year' },
    control: { type: 'number', min: 1949, max: 2999, whole: true },
    required: true,
    width: 6,
  },
  {
    key: 'name',
    label: { zh: '目标名称', en: 'Target' },
    control: { type: 'line' },
    required: true,
    width: 18,
  },
  {
    key: 'kind',
    label: { zh: '目标类型', en: 'Kind' },
    control: {
      type: 'choice',
      options: options({ numeric: ['数值目标', 'numeric'], milestone: ['节点目标', 'milestones'] }),
    },
    width: 7,
  },
  {
    key: 'measure',
    label: { zh: '计量单位', en: 'Unit of measure' },
    control: { type: 'line' },
    width: 7,
  },
  { key: 'baseline', label: { zh: '基数', en: 'Baseline' }, control: amount, width: 7 },
  { key: 'goal', label: { zh: '目标值', en: 'Goal' }, control: amount, width: 7 },
  { key: 'high', label: { zh: '区间上限', en: 'Upper edge' }, control: amount, width: 7 },
  {
    key: 'direction',
    label: { zh: '方向', en: 'Direction' },
    control: {
      type: 'choice',
      options: options({
        more: ['越多越好', 'the more the better'],
        less: ['越少越好', 'the less the better'],
        band: ['保持区间', 'within a band'],
      }),
    },
    width: 8,
  },
  {
    key: 'mode',
    label: { zh: '统计方式', en: 'Counting' },
    control: {
      type: 'choice',
      options: options({
        cumulative: ['逐月累计', 'adds up'],
        point: ['时点数', 'as it stands'],
      }),
    },
    width: 8,
  },
  {
    key: 'spread',
    label: { zh: '分月方式', en: 'Spread over the months' },
    control: {
      type: 'choice',
      options: options({
        even: ['按月平均', 'evenly'],
        workdays: ['按工作日', 'by working days'],
        hand: ['逐月自定', 'by hand'],
      }),
    },
    width: 8,
  },
  {
    key: 'shares',
    label: { zh: '各月份额', en: 'Share of each month' },
    hint: writtenShares.form,
    control: { type: 'line' },
    width: 14,
  },
  {
    key: 'goalChanges',
    label: { zh: '年中调整', en: 'Goals of later months' },
    hint: writtenGoalChanges.form,
    control: { type: 'prose' },
    width: 16,
  },
  {
    key: 'weight',
    label: { zh: '权重', en: 'Weight' },
    control: { type: 'number', min: 0, max: 1000 },
    width: 5,
  },
  leader,
  owner,
  department,
  {
    key: 'mechanism',
    label: { zh: '所属机制', en: 'Mechanism' },
    control: { type: 'choice', options: sections.map(({ id, text }) => ({ value: id, text })) },
    width: 10,
  },
];

/** Milestones of targets, as a sheet has them. */
export const milestoneFields: readonly Field[] = [
  {
    key: 'target',
    label: { zh: '所属目标', en: 'Target' },
    hint: {
      zh: '年度和目标名称，如 2026 数字档案馆',
      en: 'year and name of the target, such as 2026 Digital archive',
    },
    control: { type: 'line' },
    required: true,
    width: 16,
  },
  {
    key: 'name',
    label: { zh: '节点', en: 'Milestone' },
    control: { type: 'line' },
    required: true,
    width: 18,
  },
  {
    key: 'due',
    label: { zh: '时限', en: 'Due' },
    control: { type: 'day', deadline: {} },
    width: 9,
  },
  {
    key: 'reached',
    label: { zh: '完成日期', en: 'Reached on' },
    control: { type: 'day' },
    width: 9,
  },
  {
    key: 'weight',
    label: { zh: '权重', en: 'Weight' },
    control: { type: 'number', min: 0, max: 1000 },
    width: 5,
  },
  { key: 'note', label: { zh: '说明', en: 'Note' }, control: { type: 'prose' }, width: 18 },
];
