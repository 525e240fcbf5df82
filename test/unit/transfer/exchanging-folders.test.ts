import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import { wholeUnit } from '../../../electron/transfer/gather';
import { mergePackages } from '../../../electron/transfer/merge-packages';
import { writePackage } from '../../../electron/transfer/package';
import { readPackage } from '../../../electron/transfer/read-package';
import { undoImport } from '../../../electron/transfer/undo-import';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { draftSet } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { canonical, fold } from '../../../shared/changes/state';
import { keepingOf } from '../../../shared/model/collections';

const unit = '0190b5a0-0000-7000-8000-00000000000a';
const people = [1, 2, 3].map((at) => `0190b5a0-0000-7000-8000-00000000000${at}`);
const tasks = [1, 2, 3, 4].map((at) => `0190b5a0-0000-7000-8000-0000000000a${at}`);
const months = ['2026-10', '2026-11'];

const small = fc.nat({ max: 11 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('task' as const), on: small, at: small }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rate' as const), on: small, at: small }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      on: small,
      to: small,
      scope: fc.constantFrom('all', 'mine', 'month', 'since'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), on: small, at: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), on: small, at: small }) },
);

/** Three PCs on real folders, and a folder as the stick. */
async function team() {
  const root = await mkdtemp(join(tmpdir(), 'touyan-team-'));
  const machines: Workspace[] = [];
  for (const [index, person] of people.entries()) {
    const folder = join(root, `pc${index}`);
    const deviceId = `pcnumbr${index}`;
    await createWorkspace(folder, { unitId: unit, deviceId });
    const workspace = await openWorkspace(folder);
    machines.push(workspace);
    await act(workspace, [
      edit('person', person, { name: `领导${index}`, role: 'leader' }),
      edit('device', deviceId, { name: `PC ${index}`, person }),
    ]);
  }
  return { root, machines };
}

let moment = Date.UTC(2026, 10, 1);

async function act(workspace: Workspace, edits: Parameters<typeof draftSet>[1]): Promise<void> {
  const state = await wholeState(workspace);
  moment += 1;
  const person = people[Number(workspace.device.at(-1))] ?? '';
  const set = draftSet(state, edits, {
    device: workspace.device,
    author: person,
    wall: new Date(moment).toISOString(),
    label: 'task.set',
  });
  if (set) await workspace.append(set, 'shared');
}

/** What all must agree on in the end. */
async function sharedText(workspace: Workspace): Promise<string> {
  const sets = [];
  for await (const set of workspace.sets('shared')) sets.push(set);
  return canonical(fold(sets));
}

async function take(workspace: Workspace, paths: readonly string[]) {
  const packages = [];
  for (const path of paths) packages.push({ path, read: await readPackage(path), options: {} });
  const trust = packages.map(({ read }) => read.manifest.device.id);
  const state = await wholeState(workspace);
  const flagged = packages.flatMap(({ read }) =>
    read.sets.flatMap(({ changes }) => changes.map(({ collection, id }) => ({ collection, id }))),
  );
  return mergePackages(workspace, state, packages, { trust, take: { flagged } });
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

describe('three PCs that exchange packages of any scope', () => {
  it('come to the same records, each folder whole, and their windows show what the journal says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
        const { root, machines } = await team();
        const stick: string[] = [];
        const receipts: { on: Workspace; id: string }[] = [];
        const write = async (on: Workspace, to: string, scope: string): Promise<string> => {
          const path = join(root, `${stick.length}.touyan`);
          stick.push(path);
          const person = people[Number(on.device.at(-1))] ?? '';
          await writePackage(on, path, {
            for: to,
            scope: {
              ...wholeUnit,
              ...(scope === 'mine' && { what: 'mine' as const, who: person }),
              ...(scope === 'month' && { from: '2026-11', to: '2026-11' }),
              ...(scope === 'since' && { since: to }),
            },
          });
          return path;
        };
        try {
          for (const one of steps) {
            const on = at(machines, one.on);
            if (one.kind === 'task') {
              const period = at(months, one.at);
              const fields = { title: `${one.on}-${one.at}`, period, leader: at(people, one.at) };
              await act(on, [edit('task', at(tasks, one.at), fields)]);
            } else if (one.kind === 'rate') {
              const id = `${at(people, one.at)}:${at(months, one.on)}:A1.1`;
              await act(on, [edit('rating', id, { score: one.at * 5 })]);
            } else if (one.kind === 'send') {
              await write(on, at(machines, one.to).device, one.scope);
            } else if (one.kind === 'take' && stick.length > 0) {
              const merged = await take(on, [at(stick, one.at), at(stick, one.at + one.on)]);
              receipts.push(...merged.receipts.map((id) => ({ on, id })));
            } else if (one.kind === 'undo') {
              const [last] = receipts.filter((receipt) => receipt.on === on).slice(-1);
              if (!last) continue;
              receipts.splice(receipts.indexOf(last), 1);
              await undoImport(on, await wholeState(on), last.id);
            }
          }
          const all: string[] = [];
          for (const machine of machines) all.push(await write(machine, '', 'all'));
          for (const [index, machine] of machines.entries()) {
            await take(machine, index === 1 ? [...all].reverse() : all);
          }
          const texts = new Set<string>();
          for (const machine of machines) {
            texts.add(await sharedText(machine));
            expect(await machine.verify()).toEqual([]);
            const shown = canonical(await wholeState(machine)).split('\n');
            const journal = canonical(await machine.foldAll()).split('\n');
            expect(shown).toEqual(journal);
            const own = shown.filter((row) => keepingOf(JSON.parse(row)[0]) !== 'shared');
            expect(own.length).toBeGreaterThan(0);
          }
          expect(texts.size).toBe(1);
        } finally {
          for (const machine of machines) await machine.close();
          await rm(root, { recursive: true, force: true });
        }
      }),
      { numRuns: 12 },
    );
  });
});
