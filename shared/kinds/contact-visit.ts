import type { Kind } from './kind';

/** A leader visits his contact point (联系点). Source: essay ¶9. */
export const contactVisit: Kind = {
  id: 'contact-visit',
  name: { zh: '联系点走访', en: 'Contact-point visit' },
  counted: { zh: '到联系点走访', en: 'visits to contact points' },
  fulfils: ['M2.2.5'],
  evidences: ['A2', 'A4'],
  fields: ['place', 'people', 'content'],
};
