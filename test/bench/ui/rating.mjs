// The self-rating in a unit of ten years: page switch, and from a key to the frame that shows it.
import { timed, visit } from '../ui.bench.mjs';

export const years = 10;

export async function prepare(page) {
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

/** Presses a digit on a row's grades, or on those of a whole dimension; done when it is chosen. */
const grade = (selector) => async (page, round) => {
  // A month that nobody has submitted yet.
  if (round === 0) await visit(page, 'rating?month=2026-12', `${selector} input`);
  return timed(
    page,
    (given) => {
      const input = document.querySelector(`${given.selector} input`);
      input.focus();
      const key = given.round % 2 ? '1' : '2';
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    (given) =>
      document.querySelectorAll(`${given.selector} input`)[given.round % 2 ? 0 : 1].checked,
    { selector, round },
  );
};

export const cases = [
  { name: 'rating-open', run: open('rating?month=2026-11', '[data-rating-row]') },
  { name: 'rating-trend', run: open('rating?month=2026-10&view=trend', '.ty-heat') },
  { name: 'rating-team', run: open('rating?month=2026-10&view=team', '.ty-heat') },
  { name: 'rating-grade-dimension', run: grade('[data-rating-whole]') },
];
