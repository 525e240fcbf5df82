import { content, date, host, options, people, title } from '../../../shared/kinds/core-fields';
import type { Kind } from '../../../shared/kinds/kind';

/** A register that the app does not have, declared as any other: this file is all there is of it. */
export const readingCircle: Kind = {
  id: 'reading-circle',
  name: { zh: '读书会', en: 'Reading circle' },
  counted: { zh: '举办读书会', en: 'reading circles' },
  section: 'G1',
  fulfils: ['G1.2'],
  fulfilsWhen: [{ field: 'genre', is: 'theory', items: ['G1.1'] }],
  evidences: ['B1'],
  fields: [
    date,
    title,
    {
      key: 'genre',
      label: { zh: '书类', en: 'Genre' },
      control: {
        type: 'choice',
        options: options({ theory: ['理论', 'theory'], craft: ['业务', 'craft'] }),
      },
      required: true,
    },
    {
      key: 'pages',
      label: { zh: '页数', en: 'Pages' },
      control: { type: 'number', min: 1, max: 2000, whole: true, unit: { zh: '页', en: 'pages' } },
    },
    host,
    people,
    content,
  ],
};
