import { texts } from '../texts';

export const settingsTexts = texts(
  {
    'settings.title': '',
  },
  {
    'settings.title': '',
  },
);
