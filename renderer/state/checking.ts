import { go, here, type Location } from './location';

// Checking and repairing the data takes the place of the page the user is on, who comes back to it.

const mark = 'check';

/** Whether the data is to be looked through instead of showing the page. */
export const isCheckAsked = (params: Location['params']): boolean => mark in params;

/** Shows the check of the data. */
export function askForCheck(): void {
  const { page, params } = here();
  go(page, { ...params, [mark]: '1' });
}

/** Comes back to the page. */
export function leaveCheck(): void {
  const { page, params } = here();
  const { [mark]: _asked, ...rest } = params;
  go(page, rest);
}
