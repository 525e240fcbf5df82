import { businessArea, date, deadline, deadlineWords, owner, people, title } from './core-fields';
import type { Kind } from './kind';

/** Who is trained in which field, and when. Source: essay ¶8. */
export const rotationTrainingPlan: Kind = {
  id: 'rotation-training-plan',
  name: { zh: '轮训方案', en: 'Rotation training plan' },
  counted: { zh: '制定轮训方案', en: 'rotation training plans' },
  measureWord: '个',
  section: 'M1',
  isRegister: true,
  fulfils: ['M1.6.1'],
  evidences: ['B3'],
  fields: [date, title, businessArea, people, deadline, deadlineWords, owner],
};
