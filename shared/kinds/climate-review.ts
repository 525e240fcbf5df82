import { content, date, result, title } from './core-fields';
import type { Kind } from './kind';

/** How clean and upright the climate is, as the staff see it. Source: essay ¶15. */
export const climateReview: Kind = {
  id: 'climate-review',
  name: { zh: '风气评估', en: 'Review of the climate' },
  counted: { zh: '评估单位风气', en: 'reviews of the climate' },
  section: 'G3',
  fulfils: ['G3.5'],
  evidences: ['A4'],
  fields: [date, title, content, result],
};
