import { describe, expect, test } from 'vitest';
import {
  checkItems,
  dimensions,
  ratableRows,
  rows,
  sections,
} from '../../../shared/catalogue/catalogue';
import { trainingTopics } from '../../../shared/catalogue/education-training';
import { type Bilingual, defaultOwners } from '../../../shared/catalogue/row';
import { gradeWords, scales } from '../../../shared/catalogue/scale';

interface Text extends Bilingual {
  readonly id: string;
}

const text = (id: string, one: Bilingual | undefined): Text[] => (one ? [{ id, ...one }] : []);

const texts: readonly Text[] = [
  ...rows.flatMap((row) => text(row.id, row.text)),
  ...dimensions.flatMap(({ id, short }) => text(`${id} short`, short)),
  ...sections.flatMap(({ id, sayings }) => sayings.flatMap((one) => text(`${id} saying`, one))),
  ...ratableRows.flatMap(({ id, evidence }) => text(`${id} evidence`, evidence)),
  ...checkItems.flatMap(({ id, evidence, timing }) => [
    ...text(`${id} evidence`, evidence),
    ...text(`${id} timing`, timing),
  ]),
  ...trainingTopics.flatMap((one) => text('topic', one)),
  ...defaultOwners.flatMap((owner) => text(owner.role, owner.text)),
  ...Object.values(gradeWords).flatMap((words) => words.flatMap((one) => text('grade', one))),
  ...scales.five.flatMap((grade) => text('five', grade.text)),
];

const words = [...rows, ...checkItems.map(({ rhythm }) => ({ provenance: rhythm }))].flatMap(
  ({ provenance }) => provenance?.words ?? [],
);

/** The 6763 Chinese characters of GB 2312, which has simplified forms only. */
const simplified = new Set<string>();
const decoder = new TextDecoder('gbk');
for (let high = 0xb0; high <= 0xf7; high += 1) {
  for (let low = 0xa1; low <= 0xfe; low += 1) {
    const char = decoder.decode(new Uint8Array([high, low]));
    if (/^\p{Script=Han}$/u.test(char)) simplified.add(char);
  }
}

/** Characters that are Chinese but no simplified ones. */
const unsimplified = (zh: string): string[] =>
  [...zh].filter((char) => /\p{Script=Han}/u.test(char) && !simplified.has(char));

const halfWidth = /[,;:?!()"'/%<>[\]]|\.(?!\d)/;

describe('texts of the catalogue', () => {
  test('are a few hundred', () => {
    expect(texts.length).toBeGreaterThan(400);
  });

  test('are missing in neither language', () => {
    const bad = texts.filter(
      ({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]{2}/.test(en),
    );
    expect(bad).toEqual([]);
  });

  test('the check for Traditional characters finds them', () => {
    expect(simplified.size).toBe(6763);
    expect(unsimplified('強設單覺學責識導機職員標實習業務擔當場開動創黨')).toHaveLength(23);
    expect(unsimplified('名缰利索，心胸开阔')).toEqual([]);
  });

  test('are in simplified characters', () => {
    const found = [...texts.map(({ zh }) => zh), ...words].flatMap(unsimplified);
    expect(found).toEqual([]);
  });

  test('have full-width punctuation and no Latin words in Chinese', () => {
    expect(texts.filter(({ zh }) => halfWidth.test(zh) || /[A-Za-z]/.test(zh))).toEqual([]);
    expect(texts.filter(({ zh }) => /\s|[。！？，、；：]$/.test(zh))).toEqual([]);
  });

  test('have no Chinese in English, no full-width punctuation, no straight apostrophes', () => {
    const foreign = /[\p{Script=Han}，。、；：（）？！"']/u;
    expect(texts.filter(({ en }) => foreign.test(en) || en !== en.trim())).toEqual([]);
  });

  test('English is no leftover shorthand', () => {
    expect(texts.filter(({ en }) => /&|→|\.\.\.|…/.test(en))).toEqual([]);
    const rowTexts = rows.map(({ text: { en } }) => en);
    expect(rowTexts.filter((en) => !/^[A-Z]/.test(en))).toEqual([]);
  });

  test('no two check items read the same', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(checkItems.map((item) => item.text[language])).size).toBe(checkItems.length);
    }
  });

  test('short names fit the axis of a chart', () => {
    expect(dimensions.filter(({ short }) => short.zh.length > 4 || short.en.length > 14)).toEqual(
      [],
    );
    for (const { text: name, short } of dimensions) expect(name.zh.startsWith(short.zh)).toBe(true);
  });
});
