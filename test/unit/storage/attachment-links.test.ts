import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of, unitWithFiles, userFile } from './evidence';

test('a link is taken for what it leads to', async () => {
  const { workspace, own } = await unitWithFiles();
  await symlink(await userFile(own, '甲.txt', '内容'), join(own, '链接.txt'));
  const added = await workspace.addFile(join(own, '链接.txt'));
  expect(added).toMatchObject({ name: '链接.txt', sha256: sha256Of('内容') });
  await workspace.close();
});
