/** Encodings that XML may be in, by the bytes with which it begins. */
const starts: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  // Without a mark it is told by the first `<`.
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
];

/** Bytes from which the encoding can be told: those of the longest XML declaration. */
export const encodingBytes = 128;

/**
 * A decoder for a part whose first `encodingBytes` these are. Bytes that are no text in it read as
 * U+FFFD.
 */
export function xmlDecoder(head: Uint8Array): TextDecoder {
  const start = starts.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (start) return new TextDecoder(start.encoding);
  const declaration = Buffer.from(head).toString('latin1');
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    declaration,
  );
  try {
    // A declaration in single bytes cannot be in two.
    return new TextDecoder(/^utf-?16/i.test(declared?.[1] ?? '') ? 'utf-8' : declared?.[1]);
  } catch {
    return new TextDecoder();
  }
}
