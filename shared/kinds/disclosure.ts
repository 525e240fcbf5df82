import { date, deadline, deadlineWords, options, scope, title, way } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const disclosed: Field = {
  key: 'disclosed',
  label: { zh: '公开类别', en: 'Affairs' },
  control: {
    type: 'choice',
    options: options({ office: ['政务', 'of the office'], party: ['党务', 'of the Party'] }),
  },
  required: true,
  width: 6,
};

const approver: Field = {
  key: 'approver',
  label: { zh: '审核人', en: 'Approved by' },
  control: { type: 'person' },
  width: 7,
};

/** Affairs made public, of the office or of the Party. Source: essay ¶11. */
export const disclosure: Kind = {
  id: 'disclosure',
  name: { zh: '政务党务公开', en: 'Disclosure' },
  counted: { zh: '公开政务党务事项', en: 'matters disclosed' },
  measureWord: '项',
  section: 'M4',
  isRegister: true,
  fulfils: [],
  fulfilsWhen: [
    { field: 'disclosed', is: 'office', items: ['M4.1.1'] },
    { field: 'disclosed', is: 'party', items: ['M4.1.2'] },
  ],
  evidences: ['A4'],
  fields: [date, title, disclosed, scope, way, deadline, deadlineWords, approver],
};
