import {
  date,
  deadline,
  deadlineWords,
  number,
  options,
  owner,
  settledOn,
  title,
} from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const opinionClass: Field = {
  key: 'opinionClass',
  label: { zh: '类别', en: 'Class' },
  control: {
    type: 'choice',
    options: options({
      work: ['工作', 'work'],
      welfare: ['福利', 'welfare'],
      style: ['作风', 'style'],
      other: ['其他', 'other'],
    }),
  },
  width: 6,
};

const answer: Field = {
  key: 'answer',
  label: { zh: '答复情况', en: 'Answer' },
  control: { type: 'prose' },
};

const adopted: Field = {
  key: 'adopted',
  label: { zh: '是否采纳', en: 'Adopted' },
  control: {
    type: 'choice',
    options: options({
      yes: ['采纳', 'adopted'],
      part: ['部分采纳', 'in part'],
      no: ['未采纳', 'not adopted'],
    }),
  },
  width: 7,
};

/** An opinion or suggestion of the staff, followed to its answer. Source: essay ¶11. */
export const opinion: Kind = {
  id: 'opinion',
  name: { zh: '职工意见建议', en: 'Opinion of the staff' },
  counted: { zh: '征集职工意见建议', en: 'opinions of the staff' },
  measureWord: '条',
  section: 'M4',
  isRegister: true,
  fulfils: ['M4.1.4', 'M4.1.5'],
  doneOn: 'settledOn',
  evidences: ['A4'],
  fields: [
    date,
    number,
    title,
    opinionClass,
    owner,
    deadline,
    deadlineWords,
    answer,
    settledOn,
    adopted,
  ],
  columns: ['date', 'number', 'title', 'owner', 'deadline', 'settledOn', 'adopted'],
};
