import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One cell that the office program sets; days are numbers there. */
export interface Typing {
  readonly row: number;
  readonly column: number;
  readonly text?: string;
  readonly number?: number;
}

/** A workbook that is opened, edited and saved under two names. */
export interface Editing {
  readonly file: string;
  readonly xlsx: string;
  readonly csv: string;
  readonly typed: readonly Typing[];
}

/** Lets LibreOffice open workbooks, set cells, and save each as .xlsx and as .csv. */
export async function editInOffice(editings: readonly Editing[]): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'touyan-office-'));
  const pipe = basename(profile);
  const orders = join(profile, 'orders.json');
  await writeFile(orders, JSON.stringify(editings));
  const office = spawn(
    'soffice',
    [
      '--headless',
      '--norestore',
      `--accept=pipe,name=${pipe};urp;`,
      `-env:UserInstallation=file://${profile}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => office.on('exit', () => resolve()));
  try {
    // The system's own Python is the one that the office program's bridge is made for.
    const script = join(import.meta.dirname, 'edit-sheets.py');
    await run('/usr/bin/python3', [script, pipe, orders], { timeout: 500_000 });
    await ended;
  } finally {
    office.kill();
    await rm(profile, { recursive: true, force: true });
  }
}
