import { texts } from '../texts';

export const homeTexts = texts(
  {
    'home.title': '',
  },
  {
    'home.title': '',
  },
);
