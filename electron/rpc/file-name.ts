/** Characters that Windows forbids in names, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const forbidden = /[<>:"/\\|?*\u0000-\u001f]/g;

/** A name that every file system takes, with its ending. */
export function fileNameOf(name: string, ending: string): string {
  const plain = name.replace(forbidden, ' ').replace(/[. ]+$/, '').trim().slice(0, 120);
  return `${plain || 'touyan'}.${ending}`;
}
