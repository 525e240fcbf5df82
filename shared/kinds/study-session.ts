import {
  absent,
  absentReason,
  attended,
  content,
  date,
  expected,
  host,
  hours,
  lecturer,
  madeUp,
  options,
  people,
  place,
  title,
} from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const studyForm: Field = {
  key: 'studyForm',
  label: { zh: '学习形式', en: 'Form' },
  control: {
    type: 'choice',
    options: options({ together: ['集中学', 'together'], groups: ['分组学', 'in groups'] }),
  },
  width: 6,
};

const group: Field = {
  key: 'group',
  label: { zh: '组别', en: 'Group' },
  control: { type: 'line' },
  width: 7,
};

const materials: Field = {
  key: 'materials',
  label: { zh: '学习材料', en: 'Materials' },
  control: { type: 'prose' },
};

/** Theory study together, as a whole or in groups. Source: essay ¶13. */
export const studySession: Kind = {
  id: 'study-session',
  name: { zh: '集中学习', en: 'Collective study' },
  counted: { zh: '开展集中学习', en: 'collective study sessions' },
  section: 'G1',
  fulfils: ['G1.1'],
  fulfilsWhen: [{ field: 'studyForm', is: 'groups', items: ['G1.2'] }],
  evidences: ['A1', 'B1', 'B2'],
  fields: [
    date,
    title,
    studyForm,
    group,
    materials,
    place,
    host,
    lecturer,
    people,
    expected,
    attended,
    hours,
    absent,
    absentReason,
    madeUp,
    content,
  ],
  columns: ['date', 'title', 'studyForm', 'host', 'expected', 'attended', 'hours'],
};
