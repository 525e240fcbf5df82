import { texts } from '../texts';

export const targetsTexts = texts(
  {
    'targets.title': '',
  },
  {
    'targets.title': '',
  },
);
