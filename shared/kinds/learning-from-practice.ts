import { content, date, options, people, result, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const learnedFrom: Field = {
  key: 'learnedFrom',
  label: { zh: '向谁学', en: 'Learned from' },
  control: {
    type: 'choice',
    options: options({
      practice: ['工作实践', 'practice'],
      unit: ['先进单位', 'an advanced unit'],
      person: ['先进个人', 'an advanced person'],
    }),
  },
  required: true,
  width: 8,
};

/** What was learned from the work itself, or from the advanced. Source: essay ¶13. */
export const learningFromPractice: Kind = {
  id: 'learning-from-practice',
  name: { zh: '向实践向先进学', en: 'Learning from practice and the advanced' },
  counted: { zh: '向实践、向先进学习', en: 'times of learning from practice and the advanced' },
  section: 'G1',
  fulfils: [],
  fulfilsWhen: [
    { field: 'learnedFrom', is: 'practice', items: ['G1.6'] },
    { field: 'learnedFrom', is: 'unit', items: ['G1.7'] },
    { field: 'learnedFrom', is: 'person', items: ['G1.8'] },
  ],
  evidences: ['A4', 'B2'],
  fields: [date, learnedFrom, title, people, content, result],
};
