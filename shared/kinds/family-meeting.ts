import { content, date, host, place, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const families: Field = {
  key: 'families',
  label: { zh: '参加家属数', en: 'Family members' },
  control: { type: 'number', min: 0, max: 10000, whole: true },
  width: 7,
};

/** Symposium with the families of the staff. Source: essay ¶10. */
export const familyMeeting: Kind = {
  id: 'family-meeting',
  name: { zh: '职工家属座谈会', en: 'Family symposium' },
  counted: { zh: '召开职工家属座谈会', en: 'family symposia' },
  section: 'M3',
  fulfils: ['M3.3.1'],
  evidences: ['A4'],
  fields: [date, title, place, host, families, content],
};
