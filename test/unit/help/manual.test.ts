import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  explained,
  manualPageFor,
  manualPages,
  pictureUrl,
  sectionsOf,
} from '../../../renderer/help/manual';
import { pageNames } from '../../../renderer/state/location';

const folder = join(import.meta.dirname, '../../../docs/manual');

describe.each(['zh', 'en'] as const)('the manual in %s', (language) => {
  it('has every page, and no page that is not listed', () => {
    const files = readdirSync(join(folder, language)).sort();
    expect(files).toEqual(manualPages.map((page) => `${page}.md`).sort());
  });

  it.each(manualPages)('%s has a title and says something under each heading', (page) => {
    const sections = sectionsOf(page, language);
    expect(sections.length).toBeGreaterThan(0);
    for (const { title, words } of sections) {
      expect(title).not.toBe('');
      // The first heading of the words stands above the others alone.
      if (page !== 'words' || title !== sections[0]?.title) expect(words.trim()).not.toBe('');
    }
  });

  it('shows pictures that are there', () => {
    for (const page of manualPages) {
      const text = readFileSync(join(folder, language, `${page}.md`), 'utf8');
      for (const [, href = ''] of text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
        expect(pictureUrl(href), `${page}: ${href}`).toBeDefined();
      }
    }
  });

  it('explains the words that stand elsewhere', () => {
    const titles = sectionsOf('words', language).map(({ title }) => title);
    const named = Object.entries(explained).map(([word, place]) => [word, titles[place]]);
    expect(Object.fromEntries(named)).toEqual(
      language === 'zh'
        ? {
            baseline: '基数',
            closing: '销号',
            charges: '线·点·项',
            clarities: '五个明确',
            issuing: '下达',
          }
        : {
            baseline: 'Baseline',
            closing: 'Closing a task',
            charges: 'Line, point, project',
            clarities: 'Five clarities',
            issuing: 'Issuing',
          },
    );
  });
});

it('every page of the window has a page of the manual', () => {
  expect(pageNames.map(manualPageFor)).not.toContain(undefined);
  expect(manualPageFor('summary')).toBe('documents');
  expect(manualPageFor('no such page')).toBe('start');
});
