/** Longest name kept, in characters, ending included; what every office file system takes. */
const longest = 120;

// Control characters, and those that turn the direction of writing: `fdp.exe` shown as `exe.pdf`.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g;

/** What some file system of the office does not take in a name. */
const refused = /[\\/:*?"<>|]/g;

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;

/** The ending of a name in lower case without the dot; empty where there is none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at >= 0 ? name.slice(at + 1).toLowerCase() : '';
}

/**
 * A file's name as it is kept and shown: the last part of the path, composed (NFC), without what
 * cannot be seen or what some file system refuses, at most 120 characters with its ending. Never
 * empty; the content of the file does not depend on it.
 */
export function attachmentName(name: string): string {
  const last = name.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '_')
    .replace(unseen, '')
    .replace(refused, '_')
    .replace(/\s+/g, ' ')
    // Windows drops dots and blanks at the end, which would change the ending.
    .replace(/[. ]+$/, '')
    .trim();
  const named = reserved.test(clean) ? `_${clean}` : clean;
  const ending = endingOf(named);
  const tail = ending !== '' && ending.length <= 20 ? named.slice(-ending.length - 1) : '';
  const stem = [...named.slice(0, named.length - tail.length)];
  const room = longest - [...tail].length;
  const short =
    stem.length > room
      ? `${stem
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`
      : '';
  return `${short || stem.join('')}${tail}` || '_';
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

/** Whether opening a file of that name could run a program; such a file can only be saved. */
export const isRunnable = (name: string): boolean => runnable.has(endingOf(attachmentName(name)));
