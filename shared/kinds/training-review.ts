import { content, date, host, result, title } from './core-fields';
import type { Kind } from './kind';

/** Whether a training was of use. Source: essay ¶8. */
export const trainingReview: Kind = {
  id: 'training-review',
  name: { zh: '培训效果评估', en: 'Review of training' },
  counted: { zh: '开展培训效果评估', en: 'reviews of training' },
  section: 'M1',
  fulfils: ['M1.5.3'],
  evidences: ['B2'],
  fields: [date, title, host, content, result],
};
