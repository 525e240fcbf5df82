// The self-rating in a unit of ten years: page switch, and the answer to a key.
import { keyTime } from '../input-time.mjs';
import { timed, visit } from '../ui.bench.mjs';

export const years = 10;

export async function prepare(page) {
  await visit(page, 'settings', '.ty-page-head h1');
  await page.getByLabel('评分方式').selectOption('four');
  await visit(page, 'rating?month=2026-11', '[data-rating-row]');
}

/** Goes from Home to a place; done when something of it is there. */
const open = (hash, selector) => async (page) => {
  await visit(page, 'home', '.ty-page-head h1');
  return timed(
    page,
    (given) => {
      window.location.hash = given.hash;
    },
    (given) => document.querySelector(given.selector) !== null,
    { hash: `#/${hash}`, selector },
  );
};

/** Presses a digit on a row's grades, or on those of a whole dimension. */
const grade = (selector) => async (page, round) => {
  const input = page.locator(`${selector} input`).first();
  // A month that nobody has submitted yet.
  if (round === 0) await visit(page, 'rating?month=2026-12', `${selector} input`);
  await input.focus();
  await page.waitForTimeout(200);
  const key = round % 2 ? '1' : '2';
  const time = await keyTime(page, key);
  const chosen = page.locator(`${selector} input`).nth(Number(key) - 1);
  if (!(await chosen.isChecked())) throw new Error(`the key ${key} chose no grade`);
  return time;
};

/** Opens the evidence of a row by its key. */
const evidence = async (page, round) => {
  const row = '[data-rating-row="A1.2"] input';
  if (round === 0) await visit(page, 'rating?month=2026-12', row);
  await page.locator(row).first().focus();
  await page.waitForTimeout(200);
  const time = await keyTime(page, 'e');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  return time;
};

export const cases = [
  // The last of its rows.
  { name: 'rating-open', run: open('rating?month=2026-11', '[data-rating-row="W5"]') },
  { name: 'rating-trend', run: open('rating?month=2026-10&view=trend', '.ty-score-multiples') },
  // The cells below the charts, which are put there once the charts are drawn.
  { name: 'rating-trend-cells', run: open('rating?month=2026-10&view=trend', '.ty-heat') },
  { name: 'rating-quarter', run: open('rating?month=2026-10&view=quarter', '.ty-heat') },
  { name: 'rating-team', run: open('rating?month=2026-10&view=team', '.ty-heat') },
  { name: 'rating-grade-row', run: grade('[data-rating-row="A1.2"]') },
  { name: 'rating-grade-dimension', run: grade('[data-rating-whole="A1"]') },
  { name: 'rating-evidence', run: evidence },
];
