import { date, number, passedTo, settledOn } from './core-fields';
import type { Kind } from './kind';

/** A letter, visit or report passed on; its content is never kept. Source: essay ¶10. */
export const clue: Kind = {
  id: 'clue',
  name: { zh: '线索登记转办', en: 'Clue passed on' },
  counted: { zh: '登记转办线索', en: 'clues passed on' },
  measureWord: '件',
  countOnly: true,
  section: 'M3',
  fulfils: ['M3.4.2'],
  doneOn: 'settledOn',
  evidences: [],
  fields: [date, number, passedTo, settledOn],
  titleFrom: ['number'],
};
