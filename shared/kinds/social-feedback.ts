import { content, date, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const channel: Field = {
  key: 'channel',
  label: { zh: '渠道', en: 'Channel' },
  control: { type: 'line' },
  width: 9,
};

const received: Field = {
  key: 'received',
  label: { zh: '收到条数', en: 'Received' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 6,
};

const handled: Field = {
  key: 'handled',
  label: { zh: '办结条数', en: 'Handled' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 6,
};

/** What society says of the office. Source: essay ¶10. */
export const socialFeedback: Kind = {
  id: 'social-feedback',
  name: { zh: '社会监督反馈', en: 'Social supervision' },
  counted: { zh: '收集社会监督反馈', en: 'rounds of social feedback' },
  section: 'M3',
  fulfils: ['M3.4.1'],
  evidences: ['A4'],
  fields: [date, title, channel, received, handled, content],
};
