import type { ReactNode } from 'react';
import { t } from '../i18n/i18n';

/** States of a duty. */
export type LightName =
  | 'done'
  | 'done-late'
  | 'due-soon'
  | 'overdue'
  | 'not-applicable'
  | 'not-yet';

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 };

/** Shapes that differ without colour: tick, tick in a clock, half disc, cross, dash, ring. */
const icons: Record<LightName, ReactNode> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.2 7 10.7 11.5 5.6" fill="none" stroke="#fff" strokeWidth="2" />
    </>
  ),
  'done-late': (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} />
      <path d="M4.8 8.2 7 10.4 11.2 5.9" {...stroke} />
    </>
  ),
  'due-soon': (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  overdue: (
    <>
      <rect x="1" y="1" width="14" height="14" fill="currentColor" />
      <path d="M8 3.5v5.5M8 10.7v2" stroke="#fff" strokeWidth="2.2" />
    </>
  ),
  'not-applicable': <path d="M3 8h10" {...stroke} />,
  'not-yet': <circle cx="8" cy="8" r="6" {...stroke} strokeDasharray="2.5 2" />,
};

/** The icon alone, for narrow cells; its word is in the title. */
export function LightIcon({ light }: { light: LightName }) {
  const word = t(`components.light.${light}`);
  return (
    <span className={`ty-light ty-light-${light}`}>
      <svg viewBox="0 0 16 16" role="img" aria-label={word}>
        <title>{word}</title>
        {icons[light]}
      </svg>
    </span>
  );
}

/** The state of a duty: icon, word and colour. */
export function Light({ light }: { light: LightName }) {
  return (
    <span className={`ty-light ty-light-${light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {icons[light]}
      </svg>
      {t(`components.light.${light}`)}
    </span>
  );
}
