import type { Kind } from './kind';

/** Collective theory study (集中学). Source: essay ¶13. */
export const studySession: Kind = {
  id: 'study-session',
  name: { zh: '集中学习', en: 'Collective study' },
  counted: { zh: '开展集中学习', en: 'collective study sessions' },
  fulfils: ['G1.1'],
  evidences: ['A1', 'B1', 'B2'],
  fields: ['place', 'host', 'people', 'expected', 'attended', 'hours', 'content'],
};
