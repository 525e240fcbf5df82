import { date, hours, subject, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const notebook: Field = {
  key: 'notebook',
  label: { zh: '笔记编号', en: 'Notebook' },
  control: { type: 'line' },
  width: 8,
};

/** Study by oneself. Source: essay ¶13. */
export const selfStudy: Kind = {
  id: 'self-study',
  name: { zh: '党员自学', en: 'Self-study' },
  counted: { zh: '党员自学', en: 'times of self-study' },
  section: 'G1',
  fulfils: ['G1.3'],
  evidences: ['A1', 'B1'],
  fields: [date, subject, title, hours, notebook],
};
