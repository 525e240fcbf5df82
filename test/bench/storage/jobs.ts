// What storage.bench.mjs measures, each job in a fresh Electron main process. Peers hold the same
// data as the data folder: the folded records, by collection and id.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { writeSample } from '../../../electron/storage/sample';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { addPart } from '../../../shared/changes/snapshot';
import { stampOf } from '../../../shared/changes/stamp';
import { applySet, emptyState, type State } from '../../../shared/changes/state';
import { timed } from './timed';

const today = '2026-11-23';
const device = 'benchben';

const sampleIn = (scratch: string, years: number): string => join(scratch, `data-${years}y`);

/** The sample unit of so many years, made once. */
async function prepare(scratch: string, years: number) {
  const folder = sampleIn(scratch, years);
  if (existsSync(join(folder, 'touyan.json'))) return {};
  rmSync(folder, { recursive: true, force: true });
  return writeSample(folder, { leaders: 9, staff: 60, years, seed: 1, today });
}

/** A copy that may be written to. */
function copyOf(scratch: string, years: number): string {
  const folder = join(scratch, 'work');
  rmSync(folder, { recursive: true, force: true });
  cpSync(sampleIn(scratch, years), folder, { recursive: true });
  return folder;
}

/** One edit as a user makes it: a progress note on a task. */
function editOf(counter: number, of: string): ChangeSet {
  return {
    stamp: stampOf(counter, of),
    author: '019dca80-0000-7000-8000-000000000001',
    wall: new Date().toISOString(),
    label: 'progress.add',
    changes: [
      {
        collection: 'progress',
        id: uuidv7(),
        fields: {
          task: uuidv7(),
          date: today,
          percent: 60,
          note: '完成现场核查，问题清单已交办。',
        },
      },
    ],
  };
}

/** Alternately a commit of the app, and the same bytes appended and fsynced to a plain file. */
async function commits(scratch: string, years: number, rounds: number) {
  const folder = copyOf(scratch, years);
  const workspace = await openWorkspace(folder);
  const raw = await open(join(scratch, 'raw.jsonl'), 'w');
  const app: number[] = [];
  const limit: number[] = [];
  const month = join(folder, 'journal', workspace.device);
  const size = () => readdirSync(month).reduce((sum, name) => sum + sizeOf(join(month, name)), 0);
  const before = size();
  for (let round = 0; round < rounds; round += 1) {
    const set = editOf(workspace.counter + 1, workspace.device);
    // The line with its two hashes, as the journal has it.
    const bytes = Buffer.from(`${JSON.stringify(set)}${'0'.repeat(156)}\n`);
    app.push(await timed(() => workspace.append(set, 'shared')));
    limit.push(
      await timed(async () => {
        await raw.appendFile(bytes);
        await raw.sync();
      }),
    );
  }
  const bytes = (size() - before) / rounds;
  await raw.close();
  await workspace.close();
  return { app, limit, bytes };
}

const sizeOf = (path: string): number => readFileSync(path).length;

/** Everything the snapshot of a folder holds, and the open folder. */
async function opened(folder: string): Promise<{ state: State; workspace: Workspace }> {
  const workspace = await openWorkspace(folder, { readOnly: true });
  const state = emptyState();
  for await (const part of workspace.readParts()) addPart(state, part);
  for (const set of workspace.tail) applySet(state, set);
  return { state, workspace };
}

async function wholeState(folder: string): Promise<State> {
  const { state, workspace } = await opened(folder);
  await workspace.close();
  return state;
}

/** One edit in each JSON store that holds the same data; loaded for that job alone. */
async function peers(scratch: string, years: number, rounds: number) {
  const { editsInPeers } = await import('./peers');
  const state = await wholeState(sampleIn(scratch, years));
  return editsInPeers(join(scratch, 'peers'), state, () => editOf(1, device), rounds);
}

/** Everything the snapshot holds, from the folder to a state whose every record was asked for. */
async function opening(scratch: string, years: number) {
  const folder = sampleIn(scratch, years);
  const began = performance.now();
  const { state, workspace } = await opened(folder);
  let records = 0;
  for (const { records: all } of state.collections.values()) records += all.size;
  const time = performance.now() - began;
  await workspace.close();
  return { time, records };
}

/** What Home asks of the records. */
const askedByHome = [
  ...['unit', 'person', 'department', 'assignment', 'charge', 'device', 'activity', 'mark'],
  ...['task', 'progress', 'target', 'measurement', 'milestone', 'sheet', 'consequence'],
];

/** What the window waits for: Home's records of this year and the last, and of no year. */
async function firstPage(scratch: string, years: number) {
  const folder = sampleIn(scratch, years);
  const began = performance.now();
  const workspace = await openWorkspace(folder, { readOnly: true });
  const recent = workspace.partNames.filter((name) => name === 'base' || name >= '2025');
  const state = emptyState();
  for (const part of await Promise.all(recent.map((name) => workspace.readPart(name)))) {
    addPart(state, part);
  }
  for (const name of askedByHome) state.collections.get(name)?.records.has('');
  return { time: performance.now() - began };
}

/** The lines of the snapshot's parts, already in memory, through JSON.parse alone. */
function parsing(scratch: string, years: number) {
  const snapshot = join(sampleIn(scratch, years), 'snapshot');
  const generation = readdirSync(snapshot).find((name) => /^\d+$/.test(name)) ?? '';
  const lines = readdirSync(join(snapshot, generation)).flatMap((name) =>
    readFileSync(join(snapshot, generation, name), 'utf16le').split('\n'),
  );
  const heap = process.memoryUsage().heapUsed;
  const began = performance.now();
  const parsed: unknown[] = lines.map((line) => JSON.parse(line));
  const time = performance.now() - began;
  return { time, lines: parsed.length, heap: process.memoryUsage().heapUsed - heap };
}

/** The whole journal read, checked and folded, as without a snapshot. */
async function folding(scratch: string, years: number) {
  const workspace = await openWorkspace(sampleIn(scratch, years), { readOnly: true });
  const began = performance.now();
  await workspace.foldAll();
  return { time: performance.now() - began };
}

/** Memory that a whole state takes once everything of its making is gone. */
async function holding(scratch: string, years: number) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const state = await wholeState(sampleIn(scratch, years));
  for (const { records } of state.collections.values()) records.has('');
  globalThis.gc?.();
  return { heap: process.memoryUsage().heapUsed - before, collections: state.collections.size };
}

/** The jobs by name; each takes a scratch folder, years of records and rounds. */
export const jobs = { prepare, commits, peers, opening, firstPage, parsing, folding, holding };
