import { sampleDefaults } from '../../shared/sample/history';
import { writeSample } from '../storage/sample';
import { StorageError } from '../storage/storage-error';
import type { Section } from './dispatch';
import type { Office } from './office';

/** Handlers of the calls about the data folder. */
export function workspaceHandlers(office: Office): Section<'workspace'> {
  return {
    'workspace.open': () => office.open(),
    'workspace.create': () => office.create(),
    'workspace.openSample': () =>
      office.openSample(async (folder) => {
        await writeSample(folder, { ...sampleDefaults, today: office.today });
      }),
    'workspace.leaveSample': () => office.leaveSample(),
    'workspace.part': (name) => {
      const { partNames } = office.current;
      if (!partNames.includes(name)) throw new StorageError('bad-input');
      return office.readPart(name);
    },
    'workspace.commit': async ({ set, audience }) => {
      await office.current.append(set, audience);
      return { stamp: set.stamp };
    },
  };
}
