import { join } from 'node:path';
import type { ChangeSet } from '../../shared/changes/change-set';
import { readChunks } from './files';
import type { Decoded } from './journal-line';

/** How far a journal file is known: its last line there and everything before it. */
export interface Reach {
  /** Bytes, lines, offset of the last line and its hash. */
  readonly bytes: number;
  readonly lines: number;
  readonly at: number;
  readonly hash: string;
}

/** A file of a chain, in order; `from` is what need not be read, `to` where reading ends (bytes). */
export interface Span {
  /** Path inside the data folder with forward slashes: `journal/<device>/<month>.jsonl`. */
  readonly file: string;
  readonly from?: Reach | undefined;
  readonly to: number;
}

/** Place in a journal; lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Offset of the line's first byte. */
  readonly at: number;
}

/** A line that could be read; where the key is not there, without its set. */
export interface JournalLine<T = ChangeSet> extends Place {
  readonly kind: 'set';
  readonly set: T;
  readonly hash: string;
  /** Offset after the line's newline. */
  readonly end: number;
}

/**
 * A line that could not, or that does not follow the one before it. `torn` is the unfinished end of
 * a chain, as a power cut leaves it; `line` an altered line with others after it; `chain` a line
 * removed, added or moved; `content` a whole line that this app cannot read; `lost` where lines are
 * missing that were there once, to the end of the file or with it; `counter` and `moment` a set with
 * a counter or a moment that no PC reaches by working, found by a look through the whole; `link` what
 * stands where a chain or one of its months should lie, and is none.
 */
export interface Damage extends Place {
  readonly kind: 'torn' | 'line' | 'chain' | 'content' | 'lost' | 'counter' | 'moment' | 'link';
}

interface RawLine {
  readonly at: number;
  readonly bytes: Buffer;
  /** Whether the newline is there. */
  readonly isWhole: boolean;
}

const newline = 0x0a;

/** The lines of one file between two offsets, some hundreds at a time. */
async function* rawLines(path: string, from: number, to: number): AsyncGenerator<RawLine[]> {
  let at = from;
  let rest: Buffer[] = [];
  for await (const chunk of readChunks(path, from, to)) {
    const lines: RawLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      const piece = chunk.subarray(start, end);
      const bytes = rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      lines.push({ at, bytes, isWhole: true });
      at += bytes.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    yield lines;
  }
  if (rest.length > 0) yield [{ at, bytes: Buffer.concat(rest), isWhole: false }];
}

/**
 * Reads the files of one chain in order and checks every line: bytes against its hash, its place
 * against the line before. Yields all that can be read and every place that cannot. `decode` is of
 * plain lines or of an encrypted unit's.
 */
export async function* scanLines<T>(
  folder: string,
  spans: readonly Span[],
  genesis: string,
  decode: (line: Buffer) => Decoded<T>,
): AsyncGenerator<(JournalLine<T> | Damage)[]> {
  // Undefined after a damaged line, whose hash the next line cannot be held against.
  let previous: string | undefined = genesis;
  // Whether a bad line is torn or altered shows when more follows, or nothing does.
  let bad: Place | undefined;
  for (const { file, from, to } of spans) {
    let line = from?.lines ?? 0;
    if (from) previous = from.hash;
    // Ten years are a hundred and twenty files, of which one has grown.
    if (from && from.bytes >= to) {
      if (bad) yield [{ kind: 'line', ...bad }];
      bad = undefined;
      continue;
    }
    for await (const raws of rawLines(join(folder, file), from?.bytes ?? 0, to)) {
      const found: (JournalLine<T> | Damage)[] = [];
      for (const { at, bytes, isWhole } of raws) {
        line += 1;
        const place = { file, line, at };
        if (bad) found.push({ kind: 'line', ...bad });
        bad = undefined;
        const decoded = isWhole ? decode(bytes) : undefined;
        if (!decoded?.ok && decoded?.wrong !== 'content') {
          bad = place;
          previous = undefined;
        } else if (!decoded.ok) {
          found.push({ kind: 'content', ...place });
          previous = undefined;
        } else {
          if (previous !== undefined && decoded.prev !== previous) {
            found.push({ kind: 'chain', ...place });
          }
          previous = decoded.hash;
          const end = at + bytes.length + 1;
          found.push({
            kind: 'set',
            ...place,
            set: decoded.set,
            hash: decoded.hash,
            end,
          });
        }
      }
      yield found;
    }
  }
  if (bad) yield [{ kind: 'torn', ...bad }];
}
