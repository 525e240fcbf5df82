import { texts } from '../texts';

export const exchangeTexts = texts(
  {
    'exchange.title': '',
  },
  {
    'exchange.title': '',
  },
);
