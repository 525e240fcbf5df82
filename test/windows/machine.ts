import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What the command that runs these tests made ready; see build/wine.mjs. */
function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run npm run test:windows`);
  return value;
}

/** The root of a stick, `R:\`. */
export const stick = `${told('TOUYAN_TEST_STICK')}\\`;

/** A folder on a share, as a UNC path. */
export const share = told('TOUYAN_TEST_SHARE');

/** Home of the user, whose name is Chinese. */
export const home = told('TOUYAN_TEST_HOME');

/** A new folder with a Chinese name at that place, removed after the test. */
export async function folderAt(place: string): Promise<string> {
  const folder = join(place, `单位 数据 ${Math.random().toString(36).slice(2)}`);
  await mkdir(folder, { recursive: true });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Pulls the stick out for the rest of a test, or until it is put back. */
export async function pullStick(): Promise<() => Promise<void>> {
  const folder = told('TOUYAN_TEST_STICK_FOLDER');
  const away = `${folder}-away`;
  await rename(folder, away);
  let isAway = true;
  const back = async (): Promise<void> => {
    if (isAway) await rename(away, folder);
    isAway = false;
  };
  onTestFinished(back);
  return back;
}

/** libuv opens a file so that nobody else may (UV_FS_O_EXLOCK of its docs), as a scanner does. */
export const exclusively = 0x10000000;
