import type { BrowserWindow } from 'electron';

/** What holds a window's closing up. */
export interface Closing {
  /** Whether there is a page that answers before the window closes. */
  setGuarded(isGuarded: boolean): void;
  /** Closes the window, whatever the page has. */
  leave(): void;
  /** Whether closing now would ask first. */
  asks(): boolean;
}

/**
 * Lets `ask` decide over the closing of a window: by its button, by the window manager and with the
 * app. The page is asked each time, as only it knows what was typed a moment ago; it answers by
 * `leave` where nothing is unsaved. A page that is gone or hangs is not waited for.
 */
export function guardClosing(window: BrowserWindow, ask: () => void): Closing {
  let isGuarded = false;
  window.on('close', (event) => {
    if (!isGuarded) return;
    event.preventDefault();
    ask();
  });
  const forget = (): void => {
    isGuarded = false;
  };
  window.on('unresponsive', forget);
  // The system ends the session: what was typed is among the drafts.
  window.on('session-end', forget);
  window.webContents.on('render-process-gone', forget);
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) forget();
  });
  return {
    setGuarded: (next) => {
      isGuarded = next;
    },
    leave: () => {
      forget();
      window.close();
    },
    asks: () => isGuarded,
  };
}
