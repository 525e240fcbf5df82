import type { Orientation } from './blocks';

/**
 * Geometry of a page in mm. Source: GB/T 9704-2012, 5.2 and 7.5: A4, head 37, binding edge 28, type
 * area 156 × 225 with 22 lines of 28 characters; a page number's dash 7 below the type area.
 */
export const paper = {
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  typeArea: { width: 156, height: 225 },
  lines: 22,
  characters: 28,
  numberBelow: 7,
} as const;

/** Sizes of type in points: 二号, 三号, 四号, 小四. */
export const typeSize = { title: 22, body: 16, caption: 14, table: 12, pageNumber: 14 } as const;

/** The type area of a page in mm; a turned page is the upright one, read from its right side. */
export function typeAreaOf(orientation: Orientation): { width: number; height: number } {
  const { width, height } = paper.typeArea;
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** Points of one mm. */
export const pointsPerMm = 72 / 25.4;
