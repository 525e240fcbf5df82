import { expect, test } from 'vitest';
import { bandText, behaviourOf } from '../../../shared/catalogue/behaviours';
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

test.each([
  ['four', ['好', '较好', '一般', '差']],
  ['five', ['5分', '4分', '3分', '2分、1分']],
  ['hundred', ['90分以上', '70–89分', '60–69分', '60分以下']],
] as const)('the grades are called on the scale of %s: %j', (scale, names) => {
  expect(grades.map((grade) => bandText(grade, scale).zh)).toEqual(names);
});
