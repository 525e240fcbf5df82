import { content, date, owner, title } from './core-fields';
import type { Kind } from './kind';
import { theme } from './party-day';

/** One activity day of the branch's year as it is planned; the day is the one it is planned for. Source: essay ¶15. */
export const partyDayPlan: Kind = {
  id: 'party-day-plan',
  name: { zh: '活动日安排', en: 'Planned activity day' },
  counted: { zh: '安排党员活动日', en: 'planned activity days' },
  section: 'G3',
  isRegister: true,
  fulfils: [],
  evidences: ['B3'],
  fields: [date, title, theme, owner, content],
};
