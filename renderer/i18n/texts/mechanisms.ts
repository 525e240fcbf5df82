import { texts } from '../texts';

export const mechanismsTexts = texts(
  {
    'mechanisms.title': '',
  },
  {
    'mechanisms.title': '',
  },
);
