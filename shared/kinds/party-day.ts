import {
  absent,
  absentReason,
  attended,
  content,
  date,
  expected,
  host,
  hours,
  madeUp,
  options,
  people,
  place,
  title,
} from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

/** What the day is about, as the branch plans and records it (活动类型). */
export const theme: Field = {
  key: 'theme',
  label: { zh: '类型', en: 'Theme' },
  control: {
    type: 'choice',
    options: options({
      study: ['理论学习', 'theory study'],
      warning: ['警示教育', 'warning education'],
      service: ['志愿服务', 'volunteer service'],
      other: ['其他活动', 'other'],
    }),
  },
  width: 7,
};

const recorder: Field = {
  key: 'recorder',
  label: { zh: '记录人', en: 'Recorded by' },
  control: { type: 'person' },
  width: 7,
};

const decisions: Field = {
  key: 'decisions',
  label: { zh: '议定事项', en: 'Decided' },
  control: { type: 'prose' },
};

/** The fixed activity day of Party members. Source: essay ¶15. */
export const partyDay: Kind = {
  id: 'party-day',
  name: { zh: '党员活动日', en: 'Party-member activity day' },
  counted: { zh: '开展党员活动日', en: 'Party-member activity days' },
  section: 'G3',
  fulfils: ['G3.1'],
  fulfilsWhen: [
    { field: 'theme', is: 'study', items: ['G3.1a', 'G1.1'] },
    { field: 'theme', is: 'warning', items: ['G3.1b', 'M3.2.3', 'M3.5.2'] },
    { field: 'theme', is: 'service', items: ['G3.1c'] },
    { field: 'theme', is: 'other', items: ['G3.1d'] },
  ],
  evidences: ['B1'],
  fields: [
    date,
    title,
    theme,
    place,
    host,
    recorder,
    people,
    expected,
    attended,
    hours,
    absent,
    absentReason,
    madeUp,
    content,
    decisions,
  ],
  columns: ['date', 'title', 'theme', 'place', 'host', 'expected', 'attended'],
};
