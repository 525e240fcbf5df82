import { date, deadline, deadlineWords, people, result, settledOn, title } from './core-fields';
import type { Field } from './field';
import type { Kind } from './kind';

const requiredHours: Field = {
  key: 'requiredHours',
  label: { zh: '要求学时', en: 'Hours required' },
  control: { type: 'number', min: 0, max: 1000 },
  width: 6,
};

/** Of those who have to, who has completed the task. */
const completedBy: Field = {
  key: 'completedBy',
  label: { zh: '已完成人员', en: 'Completed by' },
  control: { type: 'people' },
  width: 14,
};

/** A study task that everybody has to complete. Source: essay ¶13. */
export const studyTask: Kind = {
  id: 'study-task',
  name: { zh: '规定学习任务', en: 'Required study' },
  counted: { zh: '布置规定学习任务', en: 'required study tasks' },
  measureWord: '项',
  section: 'G1',
  isRegister: true,
  fulfils: [],
  // Setting a task is not yet completing it.
  fulfilsWhen: [{ field: 'settledOn', items: ['G1.4'] }],
  evidences: ['B1'],
  fields: [
    date,
    title,
    requiredHours,
    people,
    deadline,
    deadlineWords,
    completedBy,
    settledOn,
    result,
  ],
};
