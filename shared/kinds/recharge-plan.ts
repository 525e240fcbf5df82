import { completion, content, date, reviewOn, subject, title } from './core-fields';
import type { Kind } from './kind';

/** What somebody sets out to learn in a year (充电加压). Source: essay ¶8. */
export const rechargePlan: Kind = {
  id: 'recharge-plan',
  name: { zh: '个人充电计划', en: 'Personal learning plan' },
  counted: { zh: '制定个人充电计划', en: 'personal learning plans' },
  measureWord: '份',
  section: 'M1',
  isRegister: true,
  fulfils: ['M1.1.2'],
  evidences: ['A1'],
  fields: [date, subject, title, content, completion, reviewOn],
};
