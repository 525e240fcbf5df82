import { attended, content, date, expected, host, people, place, title } from './core-fields';
import type { Kind } from './kind';

/** Meeting of all staff. Source: essay ¶11. */
export const staffMeeting: Kind = {
  id: 'staff-meeting',
  name: { zh: '职工大会', en: 'Staff meeting' },
  counted: { zh: '召开职工大会', en: 'staff meetings' },
  section: 'M4',
  fulfils: ['M4.1.3'],
  evidences: ['A4'],
  fields: [date, title, place, host, people, expected, attended, content],
};
