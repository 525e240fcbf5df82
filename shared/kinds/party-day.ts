import type { Kind } from './kind';

/** The fixed activity day of Party members. Source: essay ¶15. */
export const partyDay: Kind = {
  id: 'party-day',
  name: { zh: '党员活动日', en: 'Party-member activity day' },
  counted: { zh: '开展党员活动日活动', en: 'Party-member activity days' },
  fulfils: ['G3.1'],
  evidences: ['B1'],
  fields: ['place', 'host', 'people', 'expected', 'attended', 'hours', 'content'],
};
