import {
  date,
  deadline,
  deadlineWords,
  measures,
  owner,
  settledOn,
  subject,
  title,
} from './core-fields';
import type { Kind } from './kind';

/** A weak point in somebody’s skills, and what is done about it. Source: essay ¶8. */
export const skillGap: Kind = {
  id: 'skill-gap',
  name: { zh: '能力短板', en: 'Skill gap' },
  counted: { zh: '查找能力短板', en: 'skill gaps found' },
  measureWord: '项',
  section: 'M1',
  isRegister: true,
  fulfils: ['M1.1.1'],
  evidences: ['A1', 'B2'],
  fields: [date, subject, title, measures, owner, deadline, deadlineWords, settledOn],
};
