// Search over everything, ten years of the sample unit: from each key until its finds are drawn.
import { timed, visit } from '../ui.bench.mjs';

export const years = 10;

/** What is asked: by words, pinyin, initials, time, with a slip, and for nothing. */
const asked = {
  words: '谈心谈话',
  pinyin: 'zhutidangri',
  initials: 'llxx',
  time: '去年春天 学习',
  slip: 'zhutidangrj',
  nothing: '没有这样的东西',
};

export async function prepare(page) {
  await visit(page, 'home', '.ty-page-head h1');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await field.waitFor();
  // The years left out at the start are read and looked through once.
  await field.fill('学习');
  await page.locator('.ty-search[data-sought="学习"] [role="option"]').first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('.ty-search-hint')?.textContent?.includes('以前年度'),
  );
}

const type = (text) => {
  const field = document.querySelector('.ty-search-field');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

const isShown = (text) => document.querySelector('.ty-search')?.dataset.sought === text;

export const cases = Object.entries(asked).map(([name, text]) => ({
  name: `search-${name}`,
  // The slowest of its keys, as the user meets it.
  run: async (page) => {
    await timed(page, type, isShown, '');
    let slowest = 0;
    for (let length = 1; length <= text.length; length += 1) {
      slowest = Math.max(slowest, await timed(page, type, isShown, text.slice(0, length)));
    }
    return slowest;
  },
}));
