import { content, date, host, people, place, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const solved: Field = {
  key: 'solved',
  label: { zh: '解决问题', en: 'Problems solved' },
  control: { type: 'number', min: 0, max: 1000, whole: true },
  width: 6,
};

/** A leader visits his contact point (联系点). Source: essay ¶9. */
export const contactVisit: Kind = {
  id: 'contact-visit',
  name: { zh: '联系点走访', en: 'Contact-point visit' },
  counted: { zh: '到联系点走访', en: 'visits to contact points' },
  section: 'M2',
  fulfils: ['M2.2.5'],
  evidences: ['A2', 'A4'],
  fields: [date, title, host, place, people, content, solved],
};
