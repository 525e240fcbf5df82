// What transfer.bench.mjs measures, each job in a process of its own.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as Automerge from '@automerge/automerge';
import * as Y from 'yjs';
import { writeSample } from '../../../electron/storage/sample';
import { createWorkspace, openWorkspace } from '../../../electron/storage/workspace';
import { mergePackages } from '../../../electron/transfer/merge-packages';
import { writePackage } from '../../../electron/transfer/package';
import { readPackage } from '../../../electron/transfer/read-package';
import { rollUp } from '../../../electron/transfer/roll-up';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { writeContent } from '../../../electron/transfer/write-package';
import type { ChangeSet } from '../../../shared/changes/change-set';
import type { JsonValue } from '../../../shared/changes/json';
import { merge } from '../../../shared/changes/merge';
import { emptyState, fold } from '../../../shared/changes/state';
import { makeHistory, today } from './history';

const unit = '0190b5a0-0000-7000-8000-00000000000a';
const unitCount = 100;

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const megabytes = (): number => process.resourceUsage().maxRSS / 1024;

const residentNow = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

const packageOf = (scratch: string, years: number, leader: number): string =>
  join(scratch, `${years}y-leader${leader}.touyan`);

const dataOf = (scratch: string, years: number): string => join(scratch, `${years}y-data`);

/** The office's folder and the leaders' packages. */
async function prepare(scratch: string, years: number) {
  const { base, leaders } = makeHistory(years);
  const folder = dataOf(scratch, years);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  await createWorkspace(folder, { unitId: unit, deviceId: 'benchofc' });
  const workspace = await openWorkspace(folder);
  await workspace.appendForeign(base);
  await workspace.writeSnapshot();
  await workspace.close();
  for (const [index, sets] of leaders.entries()) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' }));
    await writeContent(
      {
        unit: { id: unit, name: '示例单位' },
        device: {
          id: `leader${index}0`,
          name: `PC ${index}`,
          publicKey: key.export({ type: 'spki', format: 'der' }).toString('base64'),
        },
        privateKey: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
        author: '',
        madeAt: '2026-11-23T01:00:00.000Z',
        sets,
      },
      packageOf(scratch, years, index),
    );
  }
  const sets = leaders.flat();
  const changes = sets.flatMap((set) => set.changes);
  return {
    base: base.length,
    sets: sets.length,
    fields: changes.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0),
  };
}

/** Nine packages from files into the data folder, durably: what the user waits for. */
async function importing(scratch: string, years: number) {
  const folder = join(scratch, 'work');
  rmSync(folder, { recursive: true, force: true });
  cpSync(dataOf(scratch, years), folder, { recursive: true });
  const workspace = await openWorkspace(folder);
  const before = residentNow();
  let added = 0;
  const time = await timed(async () => {
    const packages = [];
    for (let leader = 0; leader < 9; leader += 1) {
      const path = packageOf(scratch, years, leader);
      packages.push({ path, read: await readPackage(path), options: {} });
    }
    const state = await wholeState(workspace);
    const trust = packages.map(({ read }) => read.manifest.device.id);
    added = (await mergePackages(workspace, state, packages, { trust })).added.length;
  });
  await workspace.close();
  return { time, added, memory: megabytes(), grown: megabytes() - before };
}

/** The merge alone: nine leaders' change sets into the state in memory. */
async function merging(_scratch: string, years: number) {
  const { base, leaders } = makeHistory(years);
  const state = fold(base, emptyState());
  // A package is JSON text; taking it apart is part of the merge, as it is for the others.
  const texts = leaders.map((sets) => JSON.stringify(sets));
  const time = await timed(() => {
    // Written just now by JSON.stringify of change sets.
    const lists = texts.map((text) => JSON.parse(text) as ChangeSet[]);
    fold(merge(...lists), state);
  });
  return { time, memory: residentNow() };
}

type Fields = Record<string, JsonValue>;
type Book = { records: Record<string, Fields> };

const write = (book: Book, { changes }: ChangeSet): void => {
  for (const { collection, id, fields } of changes) {
    const key = `${collection} ${id}`;
    book.records[key] ??= {};
    const record = book.records[key];
    for (const [field, value] of Object.entries(fields)) if (record) record[field] = value;
  }
};

/** Change sets by month of wall time: the old years are one Automerge change a month. */
function byMonth(sets: readonly ChangeSet[]): ChangeSet[][] {
  const months = new Map<string, ChangeSet[]>();
  for (const set of sets) {
    const key = set.wall.slice(0, 7);
    const known = months.get(key);
    if (known) known.push(set);
    else months.set(key, [set]);
  }
  return [...months.values()];
}

async function automerge(_scratch: string, years: number) {
  const { base, leaders } = makeHistory(years);
  let doc = Automerge.from<Book>({ records: {} }, { actor: 'aa' });
  for (const sets of byMonth(base)) {
    doc = Automerge.change(doc, (draft) => {
      for (const set of sets) write(draft, set);
    });
  }
  const packages = leaders.map((sets, index) => {
    let own = Automerge.clone(doc, { actor: `b${index}` });
    for (const set of sets) own = Automerge.change(own, (draft) => write(draft, set));
    return Automerge.getChanges(doc, own);
  });
  let merged = doc;
  const time = await timed(() => {
    for (const changes of packages) [merged] = Automerge.applyChanges(merged, changes);
  });
  return { time, memory: residentNow(), records: Object.keys(merged.records).length };
}

const writeYjs = (doc: Y.Doc, { changes }: ChangeSet): void => {
  const records = doc.getMap<Y.Map<JsonValue>>('records');
  doc.transact(() => {
    for (const { collection, id, fields } of changes) {
      const key = `${collection} ${id}`;
      let record = records.get(key);
      if (!record) {
        record = new Y.Map();
        records.set(key, record);
      }
      for (const [field, value] of Object.entries(fields)) record.set(field, value);
    }
  });
};

async function yjs(_scratch: string, years: number) {
  const { base, leaders } = makeHistory(years);
  const doc = new Y.Doc();
  doc.clientID = 1;
  for (const set of base) writeYjs(doc, set);
  const state = Y.encodeStateAsUpdate(doc);
  const vector = Y.encodeStateVector(doc);
  const packages = leaders.map((sets, index) => {
    const own = new Y.Doc();
    own.clientID = 10 + index;
    Y.applyUpdate(own, state);
    for (const set of sets) writeYjs(own, set);
    const update = Y.encodeStateAsUpdate(own, vector);
    own.destroy();
    return update;
  });
  const time = await timed(() => {
    for (const update of packages) Y.applyUpdate(doc, update);
  });
  return { time, memory: residentNow(), records: doc.getMap('records').size };
}

/** A hundred units' packages, each of two years, summed up for a month. */
async function rollingUp(scratch: string) {
  const folder = join(scratch, 'unit');
  const paths = Array.from({ length: unitCount }, (_, at) => join(scratch, `unit-${at}.touyan`));
  const [first = ''] = paths;
  if (!existsSync(first)) {
    rmSync(folder, { recursive: true, force: true });
    await writeSample(folder, { leaders: 7, staff: 40, years: 2, seed: 3, today });
    const workspace = await openWorkspace(folder);
    await writePackage(workspace, first);
    await workspace.close();
    for (const path of paths.slice(1)) copyFileSync(first, path);
  }
  let rows = 0;
  const time = await timed(async () => {
    rows = (await rollUp(paths, { month: '2026-10', today })).filter(({ error }) => !error).length;
  });
  return { time, memory: megabytes(), rows };
}

export const jobs = { prepare, importing, merging, automerge, yjs, rollingUp };
