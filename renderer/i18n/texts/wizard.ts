import { texts } from '../texts';

export const wizardTexts = texts(
  {
    'wizard.title': '',
  },
  {
    'wizard.title': '',
  },
);
