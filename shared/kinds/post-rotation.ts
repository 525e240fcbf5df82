import { date, post, result, subject } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const fromPost: Field = {
  key: 'fromPost',
  label: { zh: '原岗位', en: 'From post' },
  control: { type: 'line' },
  width: 9,
};

const reason: Field = {
  key: 'reason',
  label: { zh: '理由', en: 'Reason' },
  control: { type: 'prose' },
};

const handedOverOn: Field = {
  key: 'handedOverOn',
  label: { zh: '交接日期', en: 'Handed over on' },
  control: { type: 'day' },
  width: 8,
};

/** Somebody changes his post. Source: essay ¶11. */
export const postRotation: Kind = {
  id: 'post-rotation',
  name: { zh: '轮岗', en: 'Post rotation' },
  counted: { zh: '实施轮岗', en: 'post rotations' },
  measureWord: '人次',
  section: 'M4',
  isRegister: true,
  fulfils: ['M4.2.3'],
  evidences: ['B3'],
  fields: [date, subject, fromPost, post, reason, handedOverOn, result],
  titleFrom: ['subject', 'post'],
};
