import { date, options, passedTo, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const reportCause: Field = {
  key: 'reportCause',
  label: { zh: '报告类型', en: 'Occasion' },
  control: {
    type: 'choice',
    options: options({
      annual: ['年度集中报告', 'of the year'],
      change: ['变化后报告', 'after a change'],
    }),
  },
  width: 9,
};

const inTime: Field = {
  key: 'inTime',
  label: { zh: '按时报告', en: 'In time' },
  control: { type: 'flag' },
  width: 6,
};

/** Whether income and major matters were reported in time; never what. Source: essay ¶14. */
export const mattersReport: Kind = {
  id: 'matters-report',
  name: { zh: '个人有关事项报告', en: 'Report of personal matters' },
  counted: { zh: '报告个人有关事项', en: 'reports of personal matters' },
  countOnly: true,
  section: 'G2',
  isRegister: true,
  fulfils: ['G2.9'],
  evidences: ['A2'],
  fields: [date, subject, reportCause, inTime, passedTo],
  titleFrom: ['subject'],
};
