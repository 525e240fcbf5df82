import { expect, test } from 'vitest';
import { encryptFolder } from '../../electron/storage/encryption';
import { openWorkspace } from '../../electron/storage/workspace';
import { livedIn, unfoundEdits } from '../unit/storage/byte-edits';
import { tell } from './tell';

const count = 500;

test('every one of 500 edits of a single byte is found', async () => {
  const folder = await livedIn();
  const clean = await openWorkspace(folder, { readOnly: true });
  expect(await clean.verify()).toEqual([]);
  const unfound = await unfoundEdits(folder, count, 20261123);
  tell(`verify, plain unit: ${count - unfound.length} of ${count} single-byte edits found`);
  expect(unfound).toEqual([]);
});

test('every one of 500 edits of a single byte of an encrypted unit is found', async () => {
  const folder = await livedIn();
  const { key } = await encryptFolder(folder, '青山常在绿水长流两千零二十六');
  const clean = await openWorkspace(folder, { readOnly: true, key });
  expect(await clean.verify()).toEqual([]);
  const unfound = await unfoundEdits(folder, count, 20261124, key);
  tell(`verify, encrypted unit: ${count - unfound.length} of ${count} single-byte edits found`);
  expect(unfound).toEqual([]);
});
