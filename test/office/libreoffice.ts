import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longest time one conversion may take, in ms. */
const patience = 180_000;

/**
 * Opens files in LibreOffice without a window and saves them as another kind into a folder; `to` as
 * its `--convert-to` takes it, e.g. `xlsx`, `pdf`, `csv:"Text - txt - csv (StarCalc)":44,34,76`.
 * Answers the paths written.
 */
export async function convert(
  files: readonly string[],
  to: string,
  folder: string,
): Promise<string[]> {
  // A profile of its own: another LibreOffice on this machine would take the files and be silent.
  const profile = await mkdtemp(join(tmpdir(), 'touyan-office-'));
  try {
    const asked = ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`];
    const args = [...asked, '--convert-to', to, '--outdir', folder, ...files];
    await run('soffice', args, { timeout: patience, maxBuffer: 1 << 26 });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const ending = to.split(':')[0] ?? to;
  return files.map((file) => join(folder, `${parse(file).name}.${ending}`));
}
