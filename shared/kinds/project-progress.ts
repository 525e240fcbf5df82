import { completion, content, date, host, measures, title } from './core-fields';
import type { Kind } from './kind';

/** How far the big project of a leader is. Source: essay ¶9. */
export const projectProgress: Kind = {
  id: 'project-progress',
  name: { zh: '包抓项目进度', en: 'Project progress' },
  counted: { zh: '更新包抓项目进度', en: 'reports on projects' },
  section: 'M2',
  fulfils: ['M2.2.6'],
  evidences: ['A2', 'B3'],
  fields: [date, host, title, completion, content, measures],
};
