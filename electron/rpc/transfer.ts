import { type BrowserWindow, dialog } from 'electron';
import { recordOf, recordOrDefault } from '../../shared/changes/records';
import { unitId } from '../../shared/model/unit';
import { StorageError } from '../storage/storage-error';
import { importPackage, inspectPackage, writePackage } from '../transfer/package';
import type { WrittenFiles } from './app';
import type { Section } from './dispatch';
import { fileNameOf } from './file-name';
import type { Office } from './office';

const filters = [{ name: '头雁数据包', extensions: ['touyan'] }];

/** Handlers of the calls that carry data between PCs. */
export function transferHandlers(
  window: BrowserWindow,
  office: Office,
  written: WrittenFiles,
): Section<'transfer'> {
  let inspected: string | undefined;
  return {
    'transfer.export': async () => {
      const state = await office.current.foldAll();
      const unit = recordOrDefault(state, 'unit', unitId);
      const owner = recordOrDefault(state, 'device', office.current.device).person;
      const author = recordOf(state, 'person', owner)?.name || office.current.identity.name;
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: fileNameOf(`${unit.shortName || unit.name} ${office.today}`, 'touyan'),
        filters,
      });
      if (canceled || !filePath) return null;
      const summary = await writePackage(office.current, filePath, { author });
      written.add(filePath);
      return { path: filePath, package: summary };
    },
    'transfer.inspect': async () => {
      inspected = undefined;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters,
      });
      const [path] = filePaths;
      if (canceled || !path) return null;
      const summary = await inspectPackage(path);
      inspected = path;
      return { path, package: summary };
    },
    'transfer.import': async ({ sha256 }) => {
      if (!inspected) throw new StorageError('bad-input');
      const opened = await office.open();
      if (opened.status !== 'empty') throw new StorageError('workspace-not-empty');
      await importPackage(office.folder, inspected, { expectedSha256: sha256 });
      inspected = undefined;
      return office.open();
    },
  };
}
