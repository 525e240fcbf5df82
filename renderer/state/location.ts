import { useSyncExternalStore } from 'react';

/** The pages that the navigation lists. */
export const listedPages = [
  'home',
  'rating',
  'mechanisms',
  'registers',
  'tasks',
  'targets',
  'summary',
  'exchange',
  'backups',
  'history',
  'settings',
] as const;

/** The pages of the app; the hash is `#/<page>?month=2026-11&…`. */
export const pageNames = [...listedPages, 'sheets'] as const;

export type PageName = (typeof pageNames)[number];

/** Where the user is: a page and its parameters. */
export interface Location {
  readonly page: PageName;
  readonly params: Readonly<Record<string, string>>;
}

function parse(hash: string): Location {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const page = pageNames.find((name) => name === path) ?? 'home';
  return { page, params: Object.fromEntries(new URLSearchParams(query)) };
}

let known = { hash: '', location: parse('') };

function current(): Location {
  const { hash } = window.location;
  if (hash !== known.hash) known = { hash, location: parse(hash) };
  return known.location;
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The place the window shows. */
export function useLocation(): Location {
  return useSyncExternalStore(subscribe, current);
}

/** The place the window shows now, for what is not drawn. */
export const here = (): Location => current();

/** The hash of a place, for links. */
export function hrefOf(page: PageName, params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${page}${query ? `?${query}` : ''}`;
}

/** Goes to a place; Alt+Left comes back. */
export function go(page: PageName, params: Readonly<Record<string, string>> = {}): void {
  window.location.hash = hrefOf(page, params);
}

/** Shows another place in this one's stead, as while something is typed: the way back passes it by. */
export function turnTo(page: PageName, params: Readonly<Record<string, string>> = {}): void {
  window.history.replaceState(null, '', hrefOf(page, params));
  // What was typed is drawn before the field is held to what it showed.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
