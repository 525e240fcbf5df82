import { content, date, options, partner, people, result, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const exchangeForm: Field = {
  key: 'exchangeForm',
  label: { zh: '方向', en: 'Direction' },
  control: {
    type: 'choice',
    options: options({ out: ['对外合作推广', 'carried out'], in: ['引进', 'brought in'] }),
  },
  required: true,
  width: 8,
};

/** Technology carried out or brought in. Source: essay ¶8. */
export const technologyExchange: Kind = {
  id: 'technology-exchange',
  name: { zh: '技术交流', en: 'Exchange of technology' },
  counted: { zh: '开展技术交流', en: 'exchanges of technology' },
  section: 'M1',
  fulfils: [],
  fulfilsWhen: [
    { field: 'exchangeForm', is: 'out', items: ['M1.2.2'] },
    { field: 'exchangeForm', is: 'in', items: ['M1.3.2'] },
  ],
  evidences: ['A3', 'A4'],
  fields: [date, title, exchangeForm, partner, people, content, result],
};
