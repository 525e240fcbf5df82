import { useId } from 'react';
import { amber, jade, sheet, soft, type Tone, vermilion } from './look';

/** Fills that differ without colour: full, slanted lines, crossed lines, empty. */
const Pattern = ({ id, tone }: { id: string; tone: Tone }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
    {tone === 'good' && <rect width="6" height="6" fill={jade} />}
    {tone !== 'good' && <rect width="6" height="6" fill={sheet} />}
    {tone === 'behind' && (
      <path d="M-1 1 1-1M-1 7 7-1M5 7 7 5" stroke={amber} strokeWidth="2" fill="none" />
    )}
    {tone === 'bad' && (
      <path d="M0 0 6 6M6 0 0 6" stroke={vermilion} strokeWidth="2.2" fill="none" />
    )}
    {tone === 'none' && <circle cx="3" cy="3" r="0.8" fill={soft} />}
  </pattern>
);

/**
 * The fills of one chart: `defs` to put into its drawing and `fill` to paint with. Ids are the
 * chart's own, since a pattern is not found where the drawing that declares it is hidden.
 */
export function usePatterns() {
  const id = useId();
  const idOf = (tone: Tone) => `${id}-${tone}`;
  return {
    defs: (
      <defs>
        {(['good', 'behind', 'bad', 'none'] as const).map((tone) => (
          <Pattern key={tone} id={idOf(tone)} tone={tone} />
        ))}
      </defs>
    ),
    fill: (tone: Tone) => `url(#${idOf(tone)})`,
  };
}
