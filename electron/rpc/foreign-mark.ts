import { chmod, writeFile } from 'node:fs/promises';

/** Windows' zone of the internet: what comes from there, programs open with care and without macros. */
const mark = '[ZoneTransfer]\r\nZoneId=3\r\n';

/**
 * Marks a file as one that came from elsewhere (the Mark of the Web), where the system knows such
 * marks; a file system that cannot keep them, as on most sticks, is left as it is. `mode` is what the
 * file has afterwards.
 */
export async function markAsForeign(
  path: string,
  { mode, platform = process.platform }: { mode?: number; platform?: NodeJS.Platform } = {},
): Promise<void> {
  if (platform !== 'win32') return;
  try {
    // Windows writes no stream beside what is read-only.
    if (mode !== undefined) await chmod(path, 0o600);
    await writeFile(`${path}:Zone.Identifier`, mark);
  } catch {
    // FAT and exFAT have no streams.
  } finally {
    if (mode !== undefined) await chmod(path, mode).catch(() => undefined);
  }
}
