import { expect, test } from 'vitest';
import { behaviourOf } from '../../../shared/catalogue/behaviours';
import { ratableRows } from '../../../shared/catalogue/catalogue';

const grades = ['1', '2', '3', '4'];

test.each(ratableRows.map(({ id }) => id))('%s is described at every grade, each its own', (id) => {
  const texts = grades.map((grade) => behaviourOf({ id }, grade));
  const general = grades.map((grade) => behaviourOf({ id: 'Z9' }, grade));
  for (const language of ['zh', 'en'] as const) {
    expect(new Set(texts.map((text) => text[language])).size).toBe(4);
    for (const [at, text] of texts.entries()) {
      expect(text[language]).not.toBe('');
      expect(text[language]).not.toBe(general[at]?.[language]);
    }
  }
});
