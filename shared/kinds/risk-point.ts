import {
  date,
  leader,
  level,
  measures,
  options,
  owner,
  post,
  reviewOn,
  title,
} from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const riskClass: Field = {
  key: 'riskClass',
  label: { zh: '风险类别', en: 'Class' },
  control: {
    type: 'choice',
    options: options({
      conduct: ['思想道德', 'conduct'],
      duty: ['岗位职责', 'duty'],
      process: ['业务流程', 'process'],
      system: ['制度机制', 'rules'],
      outside: ['外部环境', 'outside'],
    }),
  },
  width: 8,
};

const manifestation: Field = {
  key: 'manifestation',
  label: { zh: '表现形式', en: 'How it shows' },
  control: { type: 'prose' },
};

/** A risk to integrity in a post, its grade and how it is controlled. Source: essay ¶10. */
export const riskPoint: Kind = {
  id: 'risk-point',
  name: { zh: '廉政风险点', en: 'Integrity risk point' },
  counted: { zh: '排查廉政风险点', en: 'risk points found' },
  measureWord: '个',
  section: 'M3',
  isRegister: true,
  fulfils: ['M3.2.1'],
  evidences: ['A2', 'B3'],
  fields: [date, post, title, riskClass, manifestation, level, measures, owner, leader, reviewOn],
  columns: ['title', 'post', 'riskClass', 'level', 'owner', 'reviewOn'],
};
