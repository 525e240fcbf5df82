import { content, date, options, owner, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const studyTerm: Field = {
  key: 'studyTerm',
  label: { zh: '计划时段', en: 'Planned for' },
  control: {
    type: 'choice',
    options: options({
      year: ['全年', 'the year'],
      Q1: ['第一季度', '1st quarter'],
      Q2: ['第二季度', '2nd quarter'],
      Q3: ['第三季度', '3rd quarter'],
      Q4: ['第四季度', '4th quarter'],
    }),
  },
  required: true,
  width: 7,
};

const times = (key: string, zh: string, en: string): Field => ({
  key,
  label: { zh, en },
  control: { type: 'number', min: 0, max: 1000, whole: true },
  width: 6,
});

const plannedTogether = times('plannedTogether', '集中学次数', 'Sessions together');
const plannedGroups = times('plannedGroups', '分组学次数', 'Sessions in groups');

/** What is to be studied in a year or one of its quarters, the year being that of its day. Source: essay ¶13. */
export const studyPlan: Kind = {
  id: 'study-plan',
  name: { zh: '学习计划', en: 'Study plan' },
  counted: { zh: '制定学习计划', en: 'study plans' },
  measureWord: '份',
  section: 'G1',
  isRegister: true,
  fulfils: [],
  evidences: ['B3'],
  fields: [date, title, studyTerm, plannedTogether, plannedGroups, owner, content],
};
