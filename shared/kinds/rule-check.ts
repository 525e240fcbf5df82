import { content, date, host, measures, people, title } from './core-fields';
import type { Kind } from './kind';

/** Whether rules are kept. Source: essay ¶14. */
export const ruleCheck: Kind = {
  id: 'rule-check',
  name: { zh: '制度执行检查', en: 'Check of rules' },
  counted: { zh: '检查制度执行', en: 'checks of rules' },
  section: 'G2',
  fulfils: ['G2.10'],
  evidences: ['A2'],
  fields: [date, title, host, people, content, measures],
};
