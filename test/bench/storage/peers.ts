// Stores that rewrite their whole file on every change, holding the folded records.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setDataPath, set as setStored } from 'electron-json-storage';
import Store from 'electron-store';
import { JSONFilePreset } from 'lowdb/node';
import type { ChangeSet } from '../../../shared/changes/change-set';
import type { JsonValue } from '../../../shared/changes/json';
import type { State } from '../../../shared/changes/state';
import { timed } from './timed';

type Plain = Record<string, Record<string, Record<string, JsonValue>>>;

/** The same data as such stores keep it: by collection and id. */
function plainOf(state: State): Plain {
  const plain: Plain = {};
  for (const [name, { records }] of state.collections) {
    plain[name] = Object.fromEntries([...records].map(([id, { values }]) => [id, { ...values }]));
  }
  return plain;
}

/** Ms of each edit, by store; every store holds the state and is edited `rounds` times. */
export async function editsInPeers(
  folder: string,
  state: State,
  nextEdit: () => ChangeSet,
  rounds: number,
) {
  const data = plainOf(state);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const times: Record<'lowdb' | 'electronStore' | 'electronJsonStorage', number[]> = {
    lowdb: [],
    electronStore: [],
    electronJsonStorage: [],
  };
  const lowdb = await JSONFilePreset<Plain>(join(folder, 'lowdb.json'), data);
  const store = new Store<Plain>({ cwd: folder, name: 'electron-store' });
  store.store = data;
  setDataPath(folder);
  for (let round = 0; round < rounds; round += 1) {
    const [change] = nextEdit().changes;
    if (!change) continue;
    const edit = (plain: Plain) => {
      plain.progress = { ...plain.progress, [change.id]: change.fields };
    };
    times.lowdb.push(await timed(() => lowdb.update(edit)));
    const changed = { ...data.progress, [change.id]: change.fields };
    times.electronStore.push(await timed(async () => store.set('progress', changed)));
    times.electronJsonStorage.push(
      await timed(
        () =>
          new Promise<void>((resolve, reject) => {
            setStored('electron-json-storage', data, (error: unknown) =>
              error ? reject(error) : resolve(),
            );
          }),
      ),
    );
  }
  return times;
}
