import {
  date,
  deadline,
  deadlineWords,
  goal,
  measures,
  result,
  settledOn,
  subject,
} from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const identity: Field = {
  key: 'identity',
  label: { zh: '亮身份', en: 'Identity shown' },
  control: { type: 'line' },
};

const gap: Field = {
  key: 'gap',
  label: { zh: '找差距', en: 'Gap found' },
  control: { type: 'prose' },
};

/** A member’s five steps: shows identity, finds the gap, sets the target, fixes measures, acts. Source: essay ¶15. */
export const fiveSteps: Kind = {
  id: 'five-steps',
  name: { zh: '党员五步', en: 'Five steps of a member' },
  counted: { zh: '落实党员五步', en: 'five-step records' },
  section: 'G3',
  isRegister: true,
  fulfils: [],
  // Each step counts once it is taken.
  fulfilsWhen: [
    { field: 'identity', items: ['G3.2a'] },
    { field: 'gap', items: ['G3.2b'] },
    { field: 'goal', items: ['G3.2c'] },
    { field: 'measures', items: ['G3.2d'] },
    { field: 'settledOn', items: ['G3.2e'] },
  ],
  evidences: ['A1', 'B1'],
  fields: [
    date,
    subject,
    identity,
    gap,
    goal,
    measures,
    deadline,
    deadlineWords,
    settledOn,
    result,
  ],
  titleFrom: ['subject'],
};
