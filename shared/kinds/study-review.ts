import { content, date, host, result, title } from './core-fields';
import type { Kind } from './kind';

/** How much the study helped. Source: essay ¶13. */
export const studyReview: Kind = {
  id: 'study-review',
  name: { zh: '学习成效评估', en: 'Review of study' },
  counted: { zh: '开展学习成效评估', en: 'reviews of study' },
  section: 'G1',
  fulfils: ['G1.9'],
  evidences: ['B2'],
  fields: [date, title, host, content, result],
};
