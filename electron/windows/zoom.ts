import type { BrowserWindow, Input } from 'electron';

/** Sizes of the text, as shares of the usual one. Below it, the smallest text could not be read. */
const sizes = [1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** What a key, the wheel or the menu asks for. */
export type ZoomWay = 'in' | 'out' | 'usual';

/** What a key asks for; undefined where it is none of these. With Ctrl, or Cmd, alone. */
export function zoomOfKey(
  input: Pick<Input, 'type' | 'control' | 'meta' | 'alt' | 'key'>,
): ZoomWay | undefined {
  if (input.type !== 'keyDown' || input.alt || !(input.control || input.meta)) return undefined;
  // `=` is where `+` is without Shift; keys of the number pad give the same characters.
  if (input.key === '+' || input.key === '=') return 'in';
  if (input.key === '-' || input.key === '_') return 'out';
  return input.key === '0' ? 'usual' : undefined;
}

/** The next size from `now` on, between 1 and 2. */
export function nextZoom(now: number, way: ZoomWay): number {
  if (way === 'usual') return 1;
  // Sizes are kept as powers, so that they come back a little off.
  const next =
    way === 'in'
      ? sizes.find((size) => size > now + 0.01)
      : sizes.findLast((size) => size < now - 0.01);
  return next ?? (way === 'in' ? 2 : 1);
}

/** Makes the window's text larger or smaller; Chromium remembers it for the next start. */
export function zoom({ webContents }: BrowserWindow, way: ZoomWay): void {
  webContents.setZoomFactor(nextZoom(webContents.getZoomFactor(), way));
}

/** Lets Ctrl with +, =, −, 0 and with the wheel change the size of the text. */
export function followZoom(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('before-input-event', (event, input) => {
    const way = zoomOfKey(input);
    if (!way) return;
    event.preventDefault();
    zoom(window, way);
  });
  webContents.on('zoom-changed', (_event, direction) => zoom(window, direction));
}
