import { content, date, people, subject } from './core-fields';
import type { Kind } from './kind';

/** What families say, at home or by letter. Source: essay ¶10. */
export const familyFeedback: Kind = {
  id: 'family-feedback',
  name: { zh: '家庭助廉反馈', en: 'Family feedback' },
  counted: { zh: '收到家庭助廉反馈', en: 'times of family feedback' },
  measureWord: '份',
  countOnly: true,
  section: 'M3',
  fulfils: ['M3.3.3'],
  evidences: ['A4'],
  fields: [date, subject, people, content],
  titleFrom: ['subject'],
};
