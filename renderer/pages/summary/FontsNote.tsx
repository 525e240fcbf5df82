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
  const roles = new Map<string, string[]>();
  for (const role of fontRoles) {
    // The first shipped ones hold the common characters under a name of our own.
    const font = found[role] ?? d('fonts.standIn', { font: paperFonts[role].shipped.at(-1) ?? '' });
    roles.set(font, [...(roles.get(font) ?? []), d(names[role])]);
  }
  const said = [...roles].map(([font, of]) =>
    d('fonts.one', { roles: of.join(d('fonts.and')), font }),
  );
  return <p className="ty-hint">{d('fonts.used', { fonts: said.join(d('fonts.between')) })}</p>;
}
