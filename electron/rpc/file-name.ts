import { fittingName, unseen } from '../../shared/model/attachment-name';
import { isDeviceName, refusedInNames } from '../../shared/model/place-name';

/** What is written to a place of the user's choice. */
export type FileKind = 'docx' | 'pdf' | 'png' | 'touyan' | 'txt' | 'xlsx';

/** Asks where to save; null when the user gave up. */
export type SavePlace = (proposal: string, kind: FileKind) => Promise<string | null>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f]/g;

/** A file name that every office PC takes, with its ending; at most 120 characters and 200 bytes long. */
export function fileName(wish: string, kind: FileKind): string {
  const ending = `.${kind}`;
  const stem = wish.toLowerCase().endsWith(ending) ? wish.slice(0, -ending.length) : wish;
  const clean = stem
    .replace(refusedInNames, '_')
    .replace(control, '_')
    .replace(unseen, '')
    .replace(/\p{Surrogate}/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return fittingName(isDeviceName(clean) ? `_${clean}` : clean || '_', ending);
}
