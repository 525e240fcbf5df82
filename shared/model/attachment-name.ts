import { isDeviceName, refusedInNames } from './place-name';

/** Longest name kept, in characters, ending included. */
const longest = 120;

/**
 * And in bytes of UTF-8. File systems take 255; what is still being written, or is the second of its
 * name, has a longer name than it ends with.
 */
const longestBytes = 200;

/** Bytes of a character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

const bytesIn = (text: string): number =>
  [...text].reduce((sum, character) => sum + bytesOf(character), 0);

/** A stem and its tail as one name that every file system takes; a stem that was cut ends with `…`. */
export function fittingName(stem: string, tail: string): string {
  const characters = [...stem];
  if (
    characters.length + [...tail].length <= longest &&
    bytesIn(stem) + bytesIn(tail) <= longestBytes
  ) {
    return stem + tail;
  }
  const mark = '…';
  let room = longestBytes - bytesIn(mark) - bytesIn(tail);
  let kept = 0;
  for (const character of characters.slice(0, longest - 1 - [...tail].length)) {
    room -= bytesOf(character);
    if (room < 0) break;
    kept += 1;
  }
  return `${characters.slice(0, kept).join('').trimEnd()}${mark}${tail}`;
}

/** Control characters, and those that turn the direction of writing: `fdp.exe` shown as `exe.pdf`. */
export const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g;

/** The ending of a name in lower case without the dot; empty where there is none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at >= 0 ? name.slice(at + 1).toLowerCase() : '';
}

/**
 * A file's name as it is kept and shown: the last part of the path, composed (NFC), without what
 * cannot be seen or what some file system refuses, at most 120 characters and 200 bytes of UTF-8 with
 * its ending. Never empty; the content of the file does not depend on it.
 */
export function attachmentName(name: string): string {
  const last = name.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '_')
    .replace(unseen, '')
    .replace(refusedInNames, '_')
    .replace(/\s+/g, ' ')
    // Windows drops dots and blanks at the end, which would change the ending.
    .replace(/[. ]+$/, '')
    .trim();
  const named = isDeviceName(clean) ? `_${clean}` : clean;
  const ending = endingOf(named);
  const tail = ending !== '' && ending.length <= 20 ? named.slice(-ending.length - 1) : '';
  return fittingName(named.slice(0, named.length - tail.length), tail) || '_';
}

/**
 * Endings that a double click may run or install, on Windows (after the list of attachments that
 * Outlook blocks), Linux and macOS.
 */
const runnable = new Set(
  (
    'ade adp apk app appimage application appref-ms appx appxbundle bas bash bat bgi bin bundle ' +
    'cab chm class cmd com command cpl crt csh deb der desktop diagcab dll dmg elf exe fish fxp ' +
    'gadget grp hlp hpj hta inf ins inx iso isp isu its jar job js jse jnlp kext ksh lib lnk ' +
    'mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mjs msc msh msh1 ' +
    'msh2 mshxml msh1xml msh2xml msi msix msixbundle msp mst msu ocx ops osd pcd pif pkg pl plg ' +
    'prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 py pyc pyo pyw pyz pyzw rb reg rgs ' +
    'rpm run scf scpt scptd scr sct settingcontent-ms sh shb shs so sys terminal theme tool udl ' +
    'url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd webloc website workflow ws wsc wsf wsh xbap ' +
    'xll xnk zsh'
  ).split(' '),
);

/** Endings of documents and pictures, which office programs and viewers show. */
const shown = new Set(
  (
    'doc docx dot dotx wps wpt rtf odt txt text log md csv xls xlsx xlt xltx et ett ods ppt pptx pps ' +
    'ppsx pot potx dps dpt odp pdf ofd jpg jpeg jfif png gif bmp tif tiff webp heic heif avif'
  ).split(' '),
);

/** Endings of documents that are there to carry macros. */
const withMacros = new Set(
  'docm dotm xlsm xltm xlsb xlam xla pptm potm ppsm ppam ppa sldm wpsm ettm'.split(' '),
);

/**
 * What may be done with a file of that name: documents and pictures are opened from the app. A
 * document with macros, a program and whatever else there is can only be saved.
 */
export type Opening = 'document' | 'macros' | 'program' | 'other';

/** What a file is as its name has it; its content may say more. */
export function openingOf(name: string): Opening {
  const ending = endingOf(attachmentName(name));
  if (withMacros.has(ending)) return 'macros';
  if (runnable.has(ending)) return 'program';
  return shown.has(ending) ? 'document' : 'other';
}

/** Whether opening a file of that name could run a program; such a file can only be saved. */
export const isRunnable = (name: string): boolean => runnable.has(endingOf(attachmentName(name)));
