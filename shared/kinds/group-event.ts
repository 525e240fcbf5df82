import { date, owner, people, place, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const reportedOn: Field = {
  key: 'reportedOn',
  label: { zh: '报备日期', en: 'Reported on' },
  control: { type: 'day' },
  width: 8,
};

/** An activity of many, reported beforehand. Source: essay ¶10. */
export const groupEvent: Kind = {
  id: 'group-event',
  name: { zh: '集体活动报备', en: 'Group event' },
  counted: { zh: '报备集体活动', en: 'group events reported' },
  section: 'M3',
  fulfils: ['M3.2.4'],
  evidences: ['A2'],
  fields: [date, title, owner, place, people, reportedOn],
};
