const selector = '[data-rating-row], [data-rating-submit]';

/**
 * Goes on from a row to the next, or from anywhere in a dimension to the next one; the last leads
 * to the submit button.
 */
export function focusNext(from: Element, to: 'row' | 'dimension' = 'row'): void {
  const stops = [...document.querySelectorAll<HTMLElement>(selector)];
  const row = from.closest('[data-rating-row]');
  if (!(row instanceof HTMLElement)) return;
  const later = stops.slice(stops.indexOf(row) + 1);
  const next =
    to === 'row' ? later[0] : later.find((one) => one.matches('[data-rating-whole], button'));
  const target = next?.matches('button')
    ? next
    : (next?.querySelector('input:checked') ?? next?.querySelector('input'));
  if (!(target instanceof HTMLElement)) return;
  target.focus();
  target.scrollIntoView({ block: 'center' });
}
