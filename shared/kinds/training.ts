import {
  attended,
  businessArea,
  content,
  date,
  expected,
  host,
  hours,
  lecturer,
  options,
  people,
  place,
  result,
  title,
} from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const trainingForm: Field = {
  key: 'trainingForm',
  label: { zh: '方式', en: 'Form' },
  control: {
    type: 'choice',
    options: options({
      'in-service': ['在职培训', 'in service'],
      out: ['走出去', 'going out'],
      in: ['请进来', 'inviting in'],
      rotation: ['业务轮训', 'rotation by business field'],
    }),
  },
  width: 7,
};

/** Training within the office, outside it, or by those invited. Source: essay ¶8. */
export const training: Kind = {
  id: 'training',
  name: { zh: '学习培训', en: 'Training' },
  counted: { zh: '组织学习培训', en: 'trainings' },
  section: 'M1',
  fulfils: ['M1.5.2'],
  fulfilsWhen: [
    { field: 'trainingForm', is: 'out', items: ['M1.2.1'] },
    { field: 'trainingForm', is: 'in', items: ['M1.3.1'] },
    { field: 'trainingForm', is: 'rotation', items: ['M1.6.2'] },
  ],
  evidences: ['A3', 'B2'],
  fields: [
    date,
    title,
    trainingForm,
    businessArea,
    lecturer,
    place,
    host,
    people,
    expected,
    attended,
    hours,
    content,
    result,
  ],
};
