import { date, post, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const skills: Field = {
  key: 'skills',
  label: { zh: '专业特长', en: 'Skills' },
  control: { type: 'line' },
  width: 12,
};

const inPostSince: Field = {
  key: 'inPostSince',
  label: { zh: '任现岗起始', en: 'In post since' },
  control: { type: 'day' },
  width: 8,
};

/** What somebody can do and since when he holds his post. Source: essay ¶11. */
export const skillsEntry: Kind = {
  id: 'skills-entry',
  name: { zh: '专长与任职台账', en: 'Skills and tenure' },
  counted: { zh: '登记专长与任职', en: 'entries of skills and tenure' },
  measureWord: '条',
  section: 'M4',
  isRegister: true,
  fulfils: ['M4.2.1'],
  evidences: ['B3'],
  fields: [date, subject, skills, post, inPostSince],
  titleFrom: ['subject'],
};
