import { date, level, measures, number, owner, result, settledOn, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const lawBasis: Field = {
  key: 'lawBasis',
  label: { zh: '依据', en: 'Legal basis' },
  control: { type: 'line' },
};

/** A contradiction found early, and how it was settled. Source: essay ¶5, ¶11. */
export const dispute: Kind = {
  id: 'dispute',
  name: { zh: '矛盾纠纷化解', en: 'Dispute settled' },
  counted: { zh: '化解矛盾纠纷', en: 'disputes dealt with' },
  measureWord: '起',
  section: 'M4',
  isRegister: true,
  fulfils: ['M4.1.9'],
  evidences: ['B5'],
  fields: [date, number, title, level, owner, measures, lawBasis, settledOn, result],
};
