/** What some file system of the office does not take in a name; control characters besides. */
export const refusedInNames = /[\\/:*?"<>|]/g;

/**
 * Names that Windows keeps for devices, whatever their ending and however many blanks before it
 * (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
 */
const devices = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?=\.|$)/i;

/** Whether Windows takes a file or folder of that name for a device: `CON`, `nul.txt`, `COM1.a.b`. */
export const isDeviceName = (name: string): boolean => devices.test(name);

/**
 * Why Windows would refuse a name, or store it under another one: it is that of a device, has a
 * character that means something else, or a dot or blank at its end. Undefined where it is taken.
 */
export function windowsRefusal(name: string): 'device' | 'character' | 'ending' | undefined {
  if (isDeviceName(name)) return 'device';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\\/:*?"<>|\u0000-\u001f]/.test(name)) return 'character';
  return /[. ]$/.test(name) ? 'ending' : undefined;
}
