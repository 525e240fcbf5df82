import { date, filedAt, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const published: Field = {
  key: 'published',
  label: { zh: '已公示', en: 'Published' },
  control: { type: 'flag' },
  width: 5,
};

/** Pledge of integrity, accepted by masses and society. Source: essay ¶10, ¶14. */
export const integrityPledge: Kind = {
  id: 'integrity-pledge',
  name: { zh: '廉政承诺', en: 'Integrity pledge' },
  counted: { zh: '签订廉政承诺', en: 'integrity pledges' },
  measureWord: '份',
  section: 'M3',
  isRegister: true,
  fulfils: ['M3.1.2', 'G2.7'],
  evidences: ['A2'],
  fields: [date, subject, published, filedAt],
  titleFrom: ['subject'],
};
