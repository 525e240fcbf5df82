import { fontRoles, paperFonts } from '../../../shared/report/fonts';
import { installedFonts } from '../../print/fonts';
import { d } from './texts';

const names = {
  title: 'fonts.title',
  body: 'fonts.body',
  kai: 'fonts.kai',
  hei: 'fonts.hei',
  song: 'fonts.song',
} as const;

/** Which fonts the paper is set in on this PC, and where open ones stand in. */
export function FontsNote() {
  const found = installedFonts();
  const said = fontRoles.map((role) => {
    const font = found[role];
    if (font) return d('fonts.one', { role: d(names[role]), font });
    // The first ones hold the common characters under a name of our own.
    const standIn = paperFonts[role].shipped.at(-1) ?? '';
    return d('fonts.standIn', { role: d(names[role]), font: standIn });
  });
  return <p className="ty-hint">{d('fonts.used', { fonts: said.join(d('fonts.between')) })}</p>;
}
