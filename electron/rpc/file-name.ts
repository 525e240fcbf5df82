/** What is written to a place of the user's choice. */
export type FileKind = 'docx' | 'pdf' | 'png' | 'touyan' | 'txt' | 'xlsx';

/** Asks where to save; null when the user gave up. */
export type SavePlace = (proposal: string, kind: FileKind) => Promise<string | null>;

// What some file system or shell of the office does not take, control characters among it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const refused = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every office PC takes, with its ending; at most 120 characters long. */
export function fileName(wish: string, kind: FileKind): string {
  const ending = `.${kind}`;
  const stem = wish.toLowerCase().endsWith(ending) ? wish.slice(0, -ending.length) : wish;
  const clean = [...stem.replace(refused, '_').replace(/^[\s.]+|[\s.]+$/g, '')];
  const name = clean
    .slice(0, 120 - ending.length)
    .join('')
    .trimEnd();
  return `${name === '' || reserved.test(name) ? `${name}_` : name}${ending}`;
}
