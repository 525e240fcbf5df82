/** A rectangle on the screen, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the main window stood last time. */
export interface KeptBounds extends Rectangle {
  readonly maximized: boolean;
}

/** Smallest size in which every page can be used; fits a screen of 1366 × 768. */
export const leastSize = { width: 1024, height: 640 } as const;

const standardSize = { width: 1280, height: 800 } as const;

/** So much of the window must be on a screen for its title bar to be caught, in pixels. */
const grip = 120;

/** Kept bounds in a file's text; undefined where they are not whole. Without zod: see main.ts. */
export function keptBounds(text: string): KeptBounds | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const field = (name: string): number => {
    const number: unknown = Reflect.get(value, name);
    return typeof number === 'number' && Math.abs(number) < 100_000
      ? Math.round(number)
      : Number.NaN;
  };
  const [x, y] = [field('x'), field('y')];
  const [width, height] = [field('width'), field('height')];
  if (Number.isNaN(x + y) || !(width >= 1) || !(height >= 1)) return undefined;
  return { x, y, width, height, maximized: Reflect.get(value, 'maximized') === true };
}

const overlap = (from: number, length: number, start: number, size: number): number =>
  Math.min(from + length, start + size) - Math.max(from, start);

/** The smallest size that a window may get on these screens: no screen is smaller than it. */
export function leastOn(areas: readonly Rectangle[]): { width: number; height: number } {
  return {
    width: Math.min(leastSize.width, ...areas.map(({ width }) => width)),
    height: Math.min(leastSize.height, ...areas.map(({ height }) => height)),
  };
}

/** A length and its beginning, moved and cut until they lie within a screen's. */
function within(from: number, length: number, start: number, size: number): [number, number] {
  const cut = Math.min(length, size);
  return [Math.max(start, Math.min(from, start + size - cut)), cut];
}

/**
 * Where to open the window: as it stood, where that is still on a screen (`areas`, the first one
 * being the main screen), moved and cut until that screen shows all of it; else in the usual size,
 * as far as the main screen has room for it.
 */
export function placeWindow(
  kept: KeptBounds | undefined,
  areas: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  const isCatchable = (area: Rectangle, { x, y, width }: Rectangle): boolean =>
    overlap(x, width, area.x, area.width) >= grip &&
    y >= area.y - 8 &&
    y < area.y + area.height - 40;
  const [area] = kept ? areas.filter((one) => isCatchable(one, kept)) : [];
  if (kept && area) {
    const least = leastOn(areas);
    const [x, width] = within(kept.x, Math.max(kept.width, least.width), area.x, area.width);
    const [y, height] = within(kept.y, Math.max(kept.height, least.height), area.y, area.height);
    return { x, y, width, height };
  }
  const [main] = areas;
  return {
    width: Math.min(standardSize.width, main?.width ?? standardSize.width),
    height: Math.min(standardSize.height, main?.height ?? standardSize.height),
  };
}
