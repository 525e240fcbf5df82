import { date, measures, options, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const finding: Field = {
  key: 'finding',
  label: { zh: '自查结论', en: 'Finding' },
  control: {
    type: 'choice',
    options: options({
      none: ['未发现问题', 'nothing found'],
      some: ['发现问题，已整改', 'found and mended'],
      open: ['发现问题，整改中', 'found, being mended'],
    }),
  },
  required: true,
  width: 10,
};

/** A person checks himself; only the finding is kept. Source: essay ¶10. */
export const integritySelfCheck: Kind = {
  id: 'integrity-self-check',
  name: { zh: '个人廉洁自查', en: 'Integrity self-check' },
  counted: { zh: '开展个人廉洁自查', en: 'integrity self-checks' },
  countOnly: true,
  section: 'M3',
  fulfils: ['M3.1.1'],
  evidences: ['A2'],
  fields: [date, subject, finding, measures],
  titleFrom: ['subject'],
};
