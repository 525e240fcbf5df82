import { isAbsolute, resolve } from 'node:path';

/** Most packages taken from one start; Explorer passes on all that were marked. */
const most = 100;

/** Longest path that a system knows, in characters. */
const longest = 32_768;

const isPackage = (path: string): boolean => /\.touyan$/i.test(path) && path.length <= longest;

/** The packages named on a command line, as absolute paths; `cwd` is where it was typed. */
export function packagesIn(argv: readonly string[], cwd: string): string[] {
  return argv
    .filter((arg) => !arg.startsWith('-') && isPackage(arg))
    .slice(0, most)
    .map((path) => resolve(cwd, path));
}

/** What a start tells the one that has the window. In ASCII: of other letters Linux makes nothing. */
export const telling = (packages: readonly string[]) => ({
  packages: packages.map((path) => encodeURIComponent(path)),
});

/** The packages that another start tells of; undefined where it told nothing that makes sense. */
export function packagesTold(told: unknown): string[] | undefined {
  if (typeof told !== 'object' || told === null || !('packages' in told)) return undefined;
  const { packages } = told;
  if (!Array.isArray(packages)) return undefined;
  try {
    return packages
      .filter((path): path is string => typeof path === 'string')
      .map(decodeURIComponent)
      .filter((path) => isPackage(path) && isAbsolute(path))
      .slice(0, most);
  } catch {
    return undefined;
  }
}

/** Packages that the system asked to open, by a double click, until the window takes them. */
export class AskedPackages {
  #paths: string[] = [];
  #heard: () => void = () => undefined;

  /** Whether there are some. */
  get areThere(): boolean {
    return this.#paths.length > 0;
  }

  /** Puts packages to those that wait; one is there once. */
  add(paths: readonly string[]): void {
    this.#paths = [...new Set([...this.#paths, ...paths])].slice(0, most);
    if (paths.length > 0) this.#heard();
  }

  /** Hears of packages that come later. */
  listen(heard: () => void): void {
    this.#heard = heard;
  }

  /** Takes all that wait. */
  take(): readonly string[] {
    const paths = this.#paths;
    this.#paths = [];
    return paths;
  }
}
