import { attended, content, date, expected, host, people, place, title } from './core-fields';
import type { Kind } from './kind';

/** Warning-education meeting of the whole staff. Source: essay ¶10. */
export const warningMeeting: Kind = {
  id: 'warning-meeting',
  name: { zh: '职工警示教育大会', en: 'Warning-education meeting' },
  counted: { zh: '召开职工警示教育大会', en: 'warning-education meetings' },
  section: 'M3',
  fulfils: ['M3.2.3'],
  evidences: ['A2', 'B1'],
  fields: [date, title, place, host, people, expected, attended, content],
};
