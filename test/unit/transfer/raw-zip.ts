import { deflateRawSync } from 'node:zlib';

/** An entry as a forger would write it: nothing is checked, every field can lie. */
export interface RawEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** Unix mode in the top half of the external attributes; a plain file by default. */
  readonly mode?: number;
  /** General purpose flags; bit 0 says encrypted. */
  readonly flags?: number;
  /** Compression method in the directory; 8 (deflate) by default. */
  readonly method?: number;
  /** Uncompressed size in the directory, where it is to differ. */
  readonly declaredSize?: number;
}

/** A zip file of exactly these entries, in this order. */
export function rawZip(entries: readonly RawEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = entry.method === 0 ? entry.bytes : deflateRawSync(entry.bytes);
    const size = entry.declaredSize ?? entry.bytes.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    fields.writeUInt16LE(entry.method ?? 8, 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('504b0304', 'hex'), fields, name, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021403', 'hex'), fields, tail, name);
    offset += 30 + name.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  const signature = Buffer.from('504b0506', 'hex');
  return Buffer.concat([...locals, listing, signature, end, Buffer.from(comment)]);
}
