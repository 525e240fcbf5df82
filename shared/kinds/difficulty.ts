import {
  date,
  deadline,
  deadlineWords,
  owner,
  result,
  settledOn,
  subject,
  title,
} from './core-fields';
import type { Kind } from './kind';

/** A practical difficulty of a member of the staff, and its end. Source: essay ¶11. */
export const difficulty: Kind = {
  id: 'difficulty',
  name: { zh: '职工困难帮扶', en: 'Help in difficulty' },
  counted: { zh: '帮助职工解决困难', en: 'difficulties of staff dealt with' },
  measureWord: '件',
  countOnly: true,
  section: 'M4',
  isRegister: true,
  fulfils: ['M4.1.8'],
  evidences: ['A2', 'A4'],
  fields: [date, subject, title, owner, deadline, deadlineWords, settledOn, result],
};
