import { texts } from '../texts';

export const tasksTexts = texts(
  {
    'tasks.title': '',
  },
  {
    'tasks.title': '',
  },
);
