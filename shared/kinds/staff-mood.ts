import { content, date, host, measures, title } from './core-fields';
import type { Kind } from './kind';

/** What moves the staff, without names. Source: essay ¶11. */
export const staffMood: Kind = {
  id: 'staff-mood',
  name: { zh: '思想动态分析', en: 'Mood of the staff' },
  counted: { zh: '分析职工思想动态', en: 'reviews of the mood of the staff' },
  section: 'M4',
  fulfils: ['M4.1.7'],
  evidences: ['A4', 'B5'],
  fields: [date, title, host, content, measures],
};
