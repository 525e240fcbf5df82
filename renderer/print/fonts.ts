import { type FontRole, fontChain, fontRoles, paperFonts } from '../../shared/report/fonts';
import './font-faces';

/** CSS variables of the font chains; set on the element so that the policy needs no style tag. */
export const fontVariables: Readonly<Record<string, string>> = Object.fromEntries(
  fontRoles.flatMap((role) => [
    [`--paper-${role}`, fontChain(role)],
    [`--paper-${role}-weight`, String(paperFonts[role].weight)],
  ]),
);

/** Widths of a text that no two generic families share. */
const sample = 'mmmmmmlliiWQ';

/** Whether a family is installed: then it is drawn, whatever stands behind it in the list. */
function isInstalled(family: string, context: CanvasRenderingContext2D): boolean {
  const widthBefore = (generic: string): number => {
    context.font = `72px "${family}", ${generic}`;
    return context.measureText(sample).width;
  };
  return widthBefore('monospace') === widthBefore('serif');
}

let found: Readonly<Record<FontRole, string | null>> | undefined;

/** The official font of each role on this PC; null where a shipped one stands in. */
export function installedFonts(): Readonly<Record<FontRole, string | null>> {
  const context = document.createElement('canvas').getContext('2d');
  const of = (role: FontRole): string | null =>
    paperFonts[role].installed.find((family) => context && isInstalled(family, context)) ?? null;
  found ??= {
    title: of('title'),
    body: of('body'),
    kai: of('kai'),
    hei: of('hei'),
    song: of('song'),
  };
  return found;
}
