import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder of this name beside the program makes it keep everything there: a copy on a stick. */
export const portableName = 'touyan-data';

/**
 * The folder beside the program in which a portable copy keeps its data, where the user made one;
 * undefined elsewhere. `execPath` is the program's file; a packed portable program says otherwise
 * where it was started from.
 */
export function portableFolder(
  execPath: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const beside = env.PORTABLE_EXECUTABLE_DIR || dirname(env.APPIMAGE || execPath);
  const folder = join(beside, portableName);
  try {
    return statSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}
