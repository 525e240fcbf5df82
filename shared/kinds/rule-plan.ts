import { content, date, owner, planned, title } from './core-fields';
import type { Kind } from './kind';

/** Rules to be made, changed and repealed in a year. Source: essay ¶14. */
export const rulePlan: Kind = {
  id: 'rule-plan',
  name: { zh: '立改废计划', en: 'Plan of rules' },
  counted: { zh: '制定立改废计划', en: 'plans of rules' },
  measureWord: '份',
  section: 'G2',
  isRegister: true,
  fulfils: ['G2.0'],
  evidences: ['B3'],
  fields: [date, title, planned, owner, content],
};
