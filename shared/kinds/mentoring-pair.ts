import { businessArea, date, endsOn, goal, mentor, result, subject } from './core-fields';
import type { Kind } from './kind';

/** Master and apprentice (传帮带). Source: essay ¶8. */
export const mentoringPair: Kind = {
  id: 'mentoring-pair',
  name: { zh: '师徒结对', en: 'Mentoring pair' },
  counted: { zh: '师徒结对', en: 'mentoring pairs' },
  measureWord: '对',
  section: 'M1',
  isRegister: true,
  fulfils: ['M1.7.1'],
  evidences: ['A2', 'B2'],
  fields: [date, mentor, subject, businessArea, goal, endsOn, result],
  titleFrom: ['mentor', 'subject'],
};
