import type { Kind } from './kind';

/** In-service study and training. Source: essay ¶8. */
export const training: Kind = {
  id: 'training',
  name: { zh: '在职学习培训', en: 'In-service training' },
  counted: { zh: '组织在职学习培训', en: 'in-service trainings' },
  fulfils: ['M1.5.2'],
  evidences: ['A3', 'B2'],
  fields: ['place', 'host', 'people', 'expected', 'attended', 'hours', 'content'],
};
