import { content, date, host, people, result, title } from './core-fields';
import type { Kind } from './kind';

/** Whether risk points are controlled. Source: essay ¶10. */
export const riskCheck: Kind = {
  id: 'risk-check',
  name: { zh: '风险防控检查', en: 'Check of risk control' },
  counted: { zh: '检查风险防控措施', en: 'checks of risk control' },
  section: 'M3',
  fulfils: ['M3.2.2'],
  evidences: ['A2'],
  fields: [date, title, host, people, content, result],
};
