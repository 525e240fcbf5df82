import { content, date, options, subject, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const known: Field = {
  key: 'known',
  label: { zh: '类别', en: 'Kind' },
  control: {
    type: 'choice',
    options: options({
      above: ['上知精神', 'the spirit from above'],
      below: ['下解实情', 'the facts below'],
      around: ['左右知先进', 'the advanced around'],
    }),
  },
  required: true,
  width: 8,
};

/** What was learned from above, from below and from around: 上知精神、下解实情、左右知先进. Source: essay ¶13. */
export const insightNote: Kind = {
  id: 'insight-note',
  name: { zh: '知情笔记', en: 'Notes on what one should know' },
  counted: { zh: '形成知情笔记', en: 'notes' },
  measureWord: '篇',
  section: 'G1',
  fulfils: [],
  fulfilsWhen: [
    { field: 'known', is: 'above', items: ['G1.f'] },
    { field: 'known', is: 'below', items: ['G1.g'] },
    { field: 'known', is: 'around', items: ['G1.h'] },
  ],
  evidences: ['A4', 'B3'],
  fields: [date, subject, known, title, content],
};
