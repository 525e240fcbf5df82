import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What became of earlier starts, kept in the profile. Read and written before anything else, so
// plain and synchronous; a record that cannot be read or written counts as none.

/** What became of earlier starts. */
export interface StartRecord {
  /** Starts in a row that never came to a usable window. */
  readonly unfinished: number;
  /** Whether the drawing process was lost on this PC, so that later starts draw without it. */
  readonly isGraphicsBad: boolean;
}

/** How this start is to go. */
export interface StartPlan {
  /** Draw by the processor alone: asked for, or the graphics driver failed, or may have. */
  readonly software: 'asked' | 'failed' | undefined;
  /** Open no data before the user says so. */
  readonly safe: 'asked' | 'failed' | undefined;
}

const none: StartRecord = { unfinished: 0, isGraphicsBad: false };

/** What a record file holds; a broken one counts as none. */
export function parseRecord(text: string): StartRecord {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return none;
    const unfinished = 'unfinished' in content ? content.unfinished : 0;
    const isCount = typeof unfinished === 'number' && Number.isInteger(unfinished);
    return {
      unfinished: isCount ? Math.min(100, Math.max(0, unfinished)) : 0,
      isGraphicsBad: 'isGraphicsBad' in content && content.isGraphicsBad === true,
    };
  } catch {
    return none;
  }
}

/**
 * How to start after what is recorded. One start that came to nothing may have died in the graphics
 * driver: the next draws without it. After two the data is not opened by itself either.
 */
export function planOf(record: StartRecord, argv: readonly string[]): StartPlan {
  const isSafe = argv.includes('--safe-mode');
  const isAsked = isSafe || argv.includes('--disable-gpu');
  const hasFailed = record.isGraphicsBad || record.unfinished >= 1;
  return {
    software: isAsked ? 'asked' : hasFailed ? 'failed' : undefined,
    safe: isSafe ? 'asked' : record.unfinished >= 2 ? 'failed' : undefined,
  };
}

/** The record of one profile. */
export class Starts {
  #record: StartRecord;
  readonly #path: string;

  constructor(private readonly profile: string) {
    this.#path = join(profile, 'start.json');
    this.#record = this.#read();
  }

  get record(): StartRecord {
    return this.#record;
  }

  #read(): StartRecord {
    try {
      return parseRecord(readFileSync(this.#path, 'utf8'));
    } catch {
      return none;
    }
  }

  #write(record: StartRecord): void {
    this.#record = record;
    try {
      if (record.unfinished === 0 && !record.isGraphicsBad) {
        rmSync(this.#path, { force: true });
        return;
      }
      mkdirSync(this.profile, { recursive: true });
      writeFileSync(this.#path, JSON.stringify(record));
    } catch {
      // A profile that cannot be written is told of elsewhere; the start goes on.
    }
  }

  /** A start begins; until `finish` it counts as come to nothing. */
  begin(): void {
    this.#write({ ...this.#record, unfinished: this.#record.unfinished + 1 });
  }

  /** The window is usable, or was closed by the user. */
  finish(): void {
    if (this.#record.unfinished > 0) this.#write({ ...this.#record, unfinished: 0 });
  }

  /** The drawing process was lost, or the user trusts it again. */
  setGraphicsBad(isGraphicsBad: boolean): void {
    this.#write({ ...this.#record, isGraphicsBad });
  }
}
