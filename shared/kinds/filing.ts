import { date, deadline, deadlineWords, options, result, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const filed: Field = {
  key: 'filed',
  label: { zh: '事项', en: 'Matter' },
  control: {
    type: 'choice',
    options: options({ pay: ['工资增长', 'pay rise'], title: ['职称评定', 'title'] }),
  },
  required: true,
  width: 7,
};

const filedOn: Field = {
  key: 'filedOn',
  label: { zh: '申报日期', en: 'Filed on' },
  control: { type: 'day' },
  width: 8,
};

/** A pay rise or title to be applied for in time. Source: essay ¶11. */
export const filing: Kind = {
  id: 'filing',
  name: { zh: '工资职称申报', en: 'Pay and title filing' },
  counted: { zh: '申报工资职称', en: 'pay and title filings' },
  countOnly: true,
  section: 'M4',
  isRegister: true,
  fulfils: [],
  fulfilsWhen: [
    { field: 'filed', is: 'pay', items: ['M4.3.4'] },
    { field: 'filed', is: 'title', items: ['M4.3.5'] },
  ],
  doneOn: 'filedOn',
  evidences: ['A2'],
  fields: [date, subject, filed, deadline, deadlineWords, filedOn, result],
  titleFrom: ['subject'],
};
