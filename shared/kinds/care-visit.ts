import { content, date, people, title } from './core-fields';
import type { Kind } from './kind';

/** Leaders and union visit a member of the staff at home; no amounts are recorded. Source: essay ¶11. */
export const careVisit: Kind = {
  id: 'care-visit',
  name: { zh: '慰问走访', en: 'Care visit' },
  counted: { zh: '走访慰问职工', en: 'care visits' },
  countOnly: true,
  section: 'M4',
  fulfils: ['M4.4.4'],
  evidences: ['A4'],
  fields: [date, title, people, content],
};
