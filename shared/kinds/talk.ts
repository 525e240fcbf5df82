import { date, host, people, place, title } from './core-fields';
import type { Kind } from './kind';

/** Talk between a leader and a member of the staff; what was said is not recorded. Source: essay ¶11, ¶13. */
export const talk: Kind = {
  id: 'talk',
  name: { zh: '谈心谈话', en: 'Heart-to-heart talk' },
  counted: { zh: '开展谈心谈话', en: 'heart-to-heart talks' },
  countOnly: true,
  section: 'M4',
  fulfils: ['M4.1.6', 'G1.5'],
  evidences: ['A4', 'B5'],
  fields: [date, title, place, host, people],
};
