import { content, date, owner, title } from './core-fields';
import type { Kind } from './kind';

/** The themes of twelve months. Source: essay ¶15. */
export const activityPlan: Kind = {
  id: 'activity-plan',
  name: { zh: '党员活动年度计划', en: 'Year plan of Party activities' },
  counted: { zh: '制定党员活动计划', en: 'plans of Party activities' },
  measureWord: '份',
  section: 'G3',
  isRegister: true,
  fulfils: ['G3.4'],
  evidences: ['B3'],
  fields: [date, title, owner, content],
};
