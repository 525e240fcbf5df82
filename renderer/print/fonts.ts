import type { ReportDocument } from '../../shared/report/blocks';
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

/** What of the documents is set in 楷体: bylines and headings of the second level. */
const kaiText = (documents: readonly ReportDocument[]): string =>
  documents
    .flatMap(({ blocks }) => blocks)
    .map((block) =>
      block.type === 'byline' || (block.type === 'heading' && block.level === 2) ? block.text : '',
    )
    .join('');

/**
 * Loads the shipped fonts that documents are set in here, but for rare characters. Those that fail
 * to load are left to the fallback of each character.
 */
export async function loadShippedFonts(documents: readonly ReportDocument[]): Promise<void> {
  const installed = installedFonts();
  const loads = fontRoles
    .filter((role) => installed[role] === null)
    .map((role) => {
      const { shipped, weight } = paperFonts[role];
      // One comes in slices, each for some characters; the others have one file for the usual ones.
      const text = role === 'kai' ? kaiText(documents) : ' ';
      return document.fonts.load(`${weight} 16px "${shipped[0]}"`, text);
    });
  await Promise.allSettled(loads);
}
