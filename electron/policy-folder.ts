import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';

// Where the office's IT says that data lies: a value of the registry on Windows, a file elsewhere.
// Only administrators can write either. Read before anything else is loaded, so without a schema.

/** Key of the registry, below the machine's or the user's root. */
export const policyKey = 'Software\\Policies\\Touyan';

/** File of a policy on Linux and macOS: `{"dataFolder": "/srv/touyan/%USER%"}`. */
export const policyFile = '/etc/touyan/policy.json';

/** Longest policy file that is read, in bytes. */
const longest = 65_536;

/** A policy that cannot be followed; the app does not start with a data folder of its own choice. */
export class PolicyError extends Error {
  constructor(readonly sentence: { readonly zh: string; readonly en: string }) {
    super(sentence.en);
  }
}

/**
 * The folder that a policy names, `%NAME%` standing for variables of the environment. Throws
 * PolicyError where it is no absolute path or a variable is not set.
 */
export function folderOfPolicy(
  given: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  const folder = given.replace(/%([^%]+)%/g, (whole, name: string) => {
    // Windows does not tell case in names of variables, a copied environment does.
    const key = Object.keys(env).find((known) => known.toLowerCase() === name.toLowerCase());
    return (key && env[key]) || whole;
  });
  const { isAbsolute } = platform === 'win32' ? win32 : posix;
  if (!isAbsolute(folder) || /%[^%]+%/.test(folder)) {
    throw new PolicyError({
      zh: `管理员规定的数据文件夹“${given}”不是完整路径，程序没有启动。请联系信息技术人员。`,
      en: `The data folder "${given}" set by the administrator is no full path; the program did not start.`,
    });
  }
  return folder;
}

/** `DataFolder` in a file that `reg export` wrote; undefined where there is none. */
export function dataFolderIn(exported: Buffer): string | undefined {
  const text = exported.toString('utf16le').replace(/^\uFEFF/, '');
  const found = /^"DataFolder"="((?:[^"\\]|\\.)*)"\r?$/im.exec(text)?.[1];
  return found?.replace(/\\(.)/g, '$1') || undefined;
}

/**
 * The value in the registry, the machine's before the user's. By a file: what reg.exe prints is in
 * the code page of the console, the file in Unicode.
 */
function fromRegistry(): string | undefined {
  const scratch = mkdtempSync(join(tmpdir(), 'touyan-policy-'));
  try {
    for (const root of ['HKLM', 'HKCU']) {
      const file = join(scratch, `${root}.reg`);
      const reg = spawnSync('reg.exe', ['export', `${root}\\${policyKey}`, file, '/y'], {
        stdio: 'ignore',
        windowsHide: true,
        timeout: 10_000,
      });
      const found = reg.status === 0 ? dataFolderIn(readFileSync(file)) : undefined;
      if (found) return found;
    }
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a policy file names; undefined where there is no file or it names nothing. */
export function fromFile(path: string): string | undefined {
  let text: string;
  try {
    if (statSync(path).size > longest) throw new Error('too long');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw wrongFile(path);
  }
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof content !== 'object' || content === null) throw new Error('no object');
    if (!('dataFolder' in content)) return undefined;
    if (typeof content.dataFolder === 'string' && content.dataFolder) return content.dataFolder;
  } catch {
    // Told below.
  }
  throw wrongFile(path);
}

const wrongFile = (path: string): PolicyError =>
  new PolicyError({
    zh: `管理员规定的设置文件 ${path} 读不懂，程序没有启动。请联系信息技术人员。`,
    en: `The policy file ${path} makes no sense; the program did not start.`,
  });

/** The data folder that a policy of this PC names; undefined without one. Throws PolicyError. */
export function policyFolder(file = policyFile): string | undefined {
  const isWindows = process.platform === 'win32';
  const given = isWindows ? fromRegistry() : fromFile(file);
  return given === undefined ? undefined : folderOfPolicy(given, process.env, process.platform);
}
