import type { BrowserWindow } from 'electron';

/** What holds a window's closing up. */
export interface Closing {
  /** Whether the page has something that was typed and not saved. */
  setTouched(isTouched: boolean): void;
  /** Closes the window, whatever the page has. */
  leave(): void;
  /** Whether closing now would ask first. */
  asks(): boolean;
}

/**
 * Lets `ask` decide over the closing of a window while its page has something unsaved: by its
 * button, by the window manager and with the app. A page that is gone or hangs is not waited for.
 */
export function guardClosing(window: BrowserWindow, ask: () => void): Closing {
  let isTouched = false;
  window.on('close', (event) => {
    if (!isTouched) return;
    event.preventDefault();
    ask();
  });
  const forget = (): void => {
    isTouched = false;
  };
  window.on('unresponsive', forget);
  // The system ends the session: what was typed is among the drafts.
  window.on('session-end', forget);
  window.webContents.on('render-process-gone', forget);
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) forget();
  });
  return {
    setTouched: (next) => {
      isTouched = next;
    },
    leave: () => {
      forget();
      window.close();
    },
    asks: () => isTouched,
  };
}
