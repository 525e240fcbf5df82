import { businessArea, content, date, filedAt, owner, planned, title } from './core-fields';
import type { Kind } from './kind';

/** The training planned for a year. Source: essay ¶8. */
export const trainingPlan: Kind = {
  id: 'training-plan',
  name: { zh: '培训计划', en: 'Training plan' },
  counted: { zh: '制定培训计划', en: 'training plans' },
  measureWord: '份',
  section: 'M1',
  isRegister: true,
  fulfils: ['M1.5.1'],
  evidences: ['A3', 'B3'],
  fields: [date, title, businessArea, planned, owner, content, filedAt],
};
