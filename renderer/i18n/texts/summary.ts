import { texts } from '../texts';

export const summaryTexts = texts(
  {
    'summary.title': '',
  },
  {
    'summary.title': '',
  },
);
