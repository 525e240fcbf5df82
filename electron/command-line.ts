import { createHash } from 'node:crypto';
import { posix, win32 } from 'node:path';
import { folderKey } from './storage/place';

/** Value of a switch, given as `--name value` or `--name=value`; undefined where it is absent. */
export function switchValue(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const arg = argv[at] ?? '';
  return arg === name ? argv[at + 1] : arg.slice(name.length + 1);
}

/** The words after `--cli`; undefined where a window is wanted. */
export function cliWords(argv: readonly string[]): readonly string[] | undefined {
  const at = argv.indexOf('--cli');
  return at < 0 ? undefined : argv.slice(at + 1);
}

/** Where this start keeps things. */
export interface Folders {
  /** The unit's records. */
  readonly data: string;
  /** Window, settings, Chromium's own files; also says which starts are one and the same. */
  readonly profile: string;
  /** The sample unit. */
  readonly sample: string;
}

/** Places that are not on the command line. */
export interface OtherPlaces {
  /** The data folder that the office's IT laid down. */
  readonly policy?: string | undefined;
  /** The folder beside a portable copy. */
  readonly portable?: string | undefined;
}

/**
 * The folders of a start. A data folder that was chosen (`--data`, else TOUYAN_DATA, else a policy)
 * gets a profile of its own beside the usual one, so that each data folder has one window and stays
 * clean; with `--user-data-dir` the profile is where that says.
 */
export function foldersOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  userData: string,
  platform: NodeJS.Platform = process.platform,
  { policy, portable }: OtherPlaces = {},
): Folders {
  const { join, resolve } = platform === 'win32' ? win32 : posix;
  const given = switchValue(argv, '--data') || env.TOUYAN_DATA;
  // Of "C:\unit\" Windows makes C:\unit" with all that follows; no path of Windows has a quote.
  const typed = platform === 'win32' ? given?.split('"')[0] : given;
  const chosen = typed || policy;
  const hasOwnProfile = switchValue(argv, '--user-data-dir') !== undefined;
  const home = portable && !chosen && !hasOwnProfile ? portable : userData;
  const data = chosen ? resolve(chosen) : join(home, 'data');
  const mark = createHash('sha256').update(folderKey(data, platform)).digest('hex').slice(0, 16);
  const profile = chosen && !hasOwnProfile ? join(userData, 'profiles', mark) : home;
  return { data, profile, sample: join(profile, 'sample') };
}
