import { date, owner, partner, result, title } from './core-fields';
import type { Kind } from './kind';

/** A policy, place or fund that was won. Source: essay ¶8. */
export const policyResource: Kind = {
  id: 'policy-resource',
  name: { zh: '争取政策资源', en: 'Policy resources won' },
  counted: { zh: '争取政策资源', en: 'policy resources sought' },
  measureWord: '项',
  section: 'M1',
  fulfils: ['M1.4.1'],
  evidences: ['A3'],
  fields: [date, title, partner, owner, result],
};
