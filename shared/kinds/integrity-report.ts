import { date, scope, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const votesGood: Field = {
  key: 'votesGood',
  label: { zh: '好', en: 'Good' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 4,
};

const votesRatherGood: Field = {
  key: 'votesRatherGood',
  label: { zh: '较好', en: 'Rather good' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 5,
};

const votesFair: Field = {
  key: 'votesFair',
  label: { zh: '一般', en: 'Fair' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 4,
};

const votesPoor: Field = {
  key: 'votesPoor',
  label: { zh: '差', en: 'Poor' },
  control: { type: 'number', min: 0, max: 100000, whole: true },
  width: 4,
};

/** A leader reports on his integrity, to organisation and masses. Source: essay ¶14. */
export const integrityReport: Kind = {
  id: 'integrity-report',
  name: { zh: '述廉', en: 'Report on integrity' },
  counted: { zh: '开展述廉', en: 'reports on integrity' },
  section: 'G2',
  isRegister: true,
  fulfils: ['G2.8'],
  evidences: ['A2'],
  fields: [date, subject, scope, votesGood, votesRatherGood, votesFair, votesPoor],
  titleFrom: ['subject'],
};
