import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Printing } from '../../shared/rpc/documents';
import { StorageError } from '../storage/storage-error';

/** Longest time that CUPS may take to accept a job, in ms. */
const patience = 60_000;

/** As IPP has it, of which CUPS tells each driver its own. */
const sides = {
  simplex: 'one-sided',
  longEdge: 'two-sided-long-edge',
  shortEdge: 'two-sided-short-edge',
} as const;

/** The command by which CUPS takes jobs; undefined where this PC has none, as on Windows. */
export async function cupsCommand(): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const command = join(folder, 'lp');
    const isThere = await access(command, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder !== '' && isThere) return command;
  }
  return undefined;
}

/**
 * Hands a PDF of A4 pages to a printer of CUPS; resolves once CUPS has the whole of it, and only then
 * is it sure to be printed. Throws StorageError `print-failed` with what CUPS says against it.
 */
export function handToCups(
  command: string,
  pdf: Buffer,
  { title, printing }: { readonly title: string; readonly printing: Printing },
): Promise<void> {
  const { printer, copies, duplex, isGrayscale } = printing;
  const options = [
    'media=A4',
    'collate=true',
    `sides=${sides[duplex]}`,
    `print-color-mode=${isGrayscale ? 'monochrome' : 'color'}`,
  ];
  const args = ['-d', printer, '-n', String(copies), '-t', title.slice(0, 120)];
  for (const option of options) args.push('-o', option);
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (reason: string): void => reject(new StorageError('print-failed', { reason }));
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'], timeout: patience });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, 500);
    });
    child.on('error', ({ message }) => fail(message));
    child.on('close', (code) => (code === 0 ? resolve() : fail(said.trim() || `lp ${code}`)));
    // It ends before it has read everything where it does not know the printer.
    child.stdin.on('error', () => undefined);
    child.stdin.end(pdf);
  });
}
