const rowStop = '[data-rating-row], [data-rating-submit]';
const dimensionStop = '[data-rating-whole], [data-rating-submit]';
const own = '[data-rating-row], [data-rating-whole]';

/**
 * Goes on from a row or a dimension's head to the next row, or to the head of the next dimension;
 * the last leads to the submit button.
 */
export function focusNext(from: Element, to: 'row' | 'dimension' = 'row'): void {
  const here = from.closest(own);
  if (!here) return;
  const stops = [...document.querySelectorAll(to === 'row' ? rowStop : dimensionStop)];
  const next = stops.find(
    (stop) =>
      stop !== here &&
      (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const target = next?.matches('button')
    ? next
    : (next?.querySelector('input:checked') ?? next?.querySelector('input'));
  if (!(target instanceof HTMLElement)) return;
  target.focus();
  // A score that is there already is typed over.
  if (target instanceof HTMLInputElement && target.type === 'text') target.select();
  target.scrollIntoView({ block: 'center' });
}
