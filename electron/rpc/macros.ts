import { createReadStream } from 'node:fs';

/** How compound files (.doc, .xls, .wps, .et) and zips (.docx, .odt) begin. */
const containers = ['d0cf11e0', '504b0304'].map((start) => Buffer.from(start, 'hex'));

/** Names under which office programs keep macros inside a document, as the container writes them. */
const names = [
  Buffer.from('_VBA_PROJECT', 'utf16le'),
  Buffer.from('vbaProject.bin', 'latin1'),
  Buffer.from('vbaproject.bin', 'latin1'),
  Buffer.from('Basic/script-lc.xml', 'latin1'),
  Buffer.from('Scripts/', 'latin1'),
];

const longestName = Math.max(...names.map(({ length }) => length));

/**
 * Whether a document holds macros, whatever its name says. Reads it piece by piece. Throws what the
 * disk reports.
 */
export async function hasMacros(path: string): Promise<boolean> {
  let tail: Buffer | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    // A stream without an encoding gives buffers.
    const bytes = chunk as Buffer;
    if (!tail && !containers.some((start) => bytes.subarray(0, start.length).equals(start))) {
      return false;
    }
    const seen: Buffer = tail ? Buffer.concat([tail, bytes]) : bytes;
    if (names.some((name) => seen.includes(name))) return true;
    tail = seen.subarray(-longestName);
  }
  return false;
}
