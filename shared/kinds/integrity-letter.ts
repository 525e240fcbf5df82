import { date, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const audience: Field = {
  key: 'audience',
  label: { zh: '发放对象', en: 'Sent to' },
  control: { type: 'line' },
  width: 10,
};

const copies: Field = {
  key: 'copies',
  label: { zh: '份数', en: 'Copies' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 5,
};

const replies: Field = {
  key: 'replies',
  label: { zh: '回执数', en: 'Replies' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 5,
};

/** Letters on integrity to families. Source: essay ¶10. */
export const integrityLetter: Kind = {
  id: 'integrity-letter',
  name: { zh: '廉政信函', en: 'Integrity letter' },
  counted: { zh: '发放廉政信函', en: 'issues of integrity letters' },
  section: 'M3',
  fulfils: ['M3.3.2'],
  evidences: ['A2'],
  fields: [date, title, audience, copies, replies],
};
