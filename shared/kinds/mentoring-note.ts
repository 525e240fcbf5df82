import { content, date, mentor, options, result, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const mentoringForm: Field = {
  key: 'mentoringForm',
  label: { zh: '类型', en: 'Kind' },
  control: {
    type: 'choice',
    options: options({ note: ['帮带', 'mentoring'], review: ['成效评价', 'review'] }),
  },
  required: true,
  width: 7,
};

/** What was passed on, and how far it got. Source: essay ¶8. */
export const mentoringNote: Kind = {
  id: 'mentoring-note',
  name: { zh: '帮带记录', en: 'Mentoring note' },
  counted: { zh: '记录帮带', en: 'mentoring notes' },
  section: 'M1',
  fulfils: [],
  fulfilsWhen: [
    { field: 'mentoringForm', is: 'note', items: ['M1.7.2'] },
    { field: 'mentoringForm', is: 'review', items: ['M1.7.3'] },
  ],
  evidences: ['B2'],
  fields: [date, mentoringForm, mentor, subject, content, result],
  titleFrom: ['mentor', 'subject'],
};
