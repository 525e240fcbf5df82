import { date, options, people, subject, way } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const occasion: Field = {
  key: 'occasion',
  label: { zh: '事由', en: 'Occasion' },
  control: {
    type: 'choice',
    options: options({
      birth: ['生育', 'birth'],
      wedding: ['结婚', 'wedding'],
      bereavement: ['丧事', 'bereavement'],
    }),
  },
  required: true,
  width: 6,
};

const visitedOn: Field = {
  key: 'visitedOn',
  label: { zh: '慰问日期', en: 'Visited on' },
  control: { type: 'day' },
  width: 8,
};

/** A birth, wedding or bereavement, to be visited in time. Source: essay ¶11. */
export const careEvent: Kind = {
  id: 'care-event',
  name: { zh: '婚丧嫁娶慰问', en: 'Care on a family event' },
  counted: { zh: '登记婚丧嫁娶慰问', en: 'family events cared for' },
  countOnly: true,
  section: 'M4',
  fulfils: [],
  fulfilsWhen: [
    { field: 'occasion', is: 'birth', items: ['M4.4.1'] },
    { field: 'occasion', is: 'wedding', items: ['M4.4.2'] },
    { field: 'occasion', is: 'bereavement', items: ['M4.4.3'] },
  ],
  doneOn: 'visitedOn',
  evidences: ['A4'],
  fields: [date, subject, occasion, visitedOn, people, way],
  titleFrom: ['subject', 'occasion'],
};
