import { useSyncExternalStore } from 'react';
import type { ManualPage } from './manual';

/** What of the manual is shown: a page, from one of its sections on. */
export interface ShownHelp {
  readonly page: ManualPage;
  readonly section: number;
}

let shown: ShownHelp | null = null;
const listeners = new Set<() => void>();

/** Shows a page of the manual, or none. */
export function showHelp(next: ShownHelp | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** What of the manual is shown. */
export const useShownHelp = (): ShownHelp | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
