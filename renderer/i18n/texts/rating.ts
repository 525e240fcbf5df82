import { texts } from '../texts';

export const ratingTexts = texts(
  {
    'rating.title': '',
  },
  {
    'rating.title': '',
  },
);
