import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, as its path in it. */
async function pathsUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Every file below a folder and the SHA-256 of its bytes. */
export async function bytesUnder(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of await pathsUnder(folder)) {
    const bytes = await readFile(join(folder, path));
    found.set(path, createHash('sha256').update(bytes).digest('hex'));
  }
  return found;
}

/** The ways a word may lie in a file; of base64, whatever stands before the word. */
function formsOf(word: string): Buffer[] {
  const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const based = forms.flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      // Letters at both ends also hold bits of the neighbours.
      return Buffer.from(text.slice(before === 0 ? 0 : before + 1, -4));
    }),
  );
  const escaped = JSON.stringify(word).replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    ...forms,
    ...based,
    Buffer.from(encodeURIComponent(word)),
    Buffer.from(escaped.slice(1, -1)),
  ];
}

/** Files and names below the folders that hold one of the words in some form, as `path: word`. */
export async function plainTextIn(
  folders: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const path of await pathsUnder(folder)) {
      const bytes = await readFile(join(folder, path));
      for (const word of words) {
        const isIn = path.includes(word) || formsOf(word).some((form) => bytes.includes(form));
        if (isIn) found.push(`${join(folder, path)}: ${word}`);
      }
    }
  }
  return found;
}
