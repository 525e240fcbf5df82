import { useSyncExternalStore } from 'react';

/** A short message at the foot of the window, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  /** `assertive` interrupts a screen reader and stays until closed; for failures. */
  readonly urgency: 'polite' | 'assertive';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

/**
 * Adds a notice and answers its id; polite ones go away by themselves after ten seconds. At most
 * three are shown.
 */
export function notify(notice: Omit<Notice, 'id'>): number {
  const id = ++lastId;
  // Said once more, it stands once.
  const others = notices.filter(({ text }) => text !== notice.text);
  show([...others.slice(-2), { ...notice, id }]);
  if (notice.urgency === 'polite') window.setTimeout(() => dismiss(id), 10_000);
  return id;
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  show(notices.filter((notice) => notice.id !== id));
}

/** The notices to show, oldest first. */
export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
}
