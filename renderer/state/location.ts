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

let isGuarded: () => boolean = () => false;
let guard: (leave: () => void) => void = (leave) => leave();

/** Lets `next` decide over every leaving of a place while `when` holds. */
export function setGuard(next: typeof guard, when: typeof isGuarded): void {
  guard = next;
  isGuarded = when;
}

/** Leaves the place, at once or when what is unsaved was seen to. */
export const leaveBy = (leave: () => void): void => (isGuarded() ? guard(leave) : leave());

/** Goes to a place; Alt+Left comes back. */
export function go(page: PageName, params: Readonly<Record<string, string>> = {}): void {
  const leave = () => {
    window.location.hash = hrefOf(page, params);
  };
  // What stands over the page leads on from itself, having seen to what it holds.
  if (document.querySelector('dialog[open]')) leave();
  else leaveBy(leave);
}

/** Goes to a place by its hash, also where the window shows it: what it opens is opened again. */
export function reach(hash: string): void {
  if (window.location.hash !== hash) {
    window.location.hash = hash;
    return;
  }
  const [page = ''] = hash.split('?');
  window.history.replaceState(null, '', page);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  window.setTimeout(() => {
    window.history.replaceState(null, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

/** Links ask as `go` does. Returns what ends that. */
export function guardLinks(): () => void {
  const clicked = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const hash = target?.closest('a[href^="#"]')?.getAttribute('href');
    if (!hash || !isGuarded()) return;
    event.preventDefault();
    event.stopPropagation();
    guard(() => {
      window.location.hash = hash;
    });
  };
  window.addEventListener('click', clicked, true);
  return () => window.removeEventListener('click', clicked, true);
}

/** Shows another place in this one's stead, as while something is typed: the way back passes it by. */
export function turnTo(page: PageName, params: Readonly<Record<string, string>> = {}): void {
  window.history.replaceState(null, '', hrefOf(page, params));
  // What was typed is drawn before the field is held to what it showed.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
