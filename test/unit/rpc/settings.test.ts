import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultLanguage, Settings } from '../../../electron/rpc/settings';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'touyan-settings-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('the language nobody chose', () => {
  it.each([
    [['zh-CN', 'en-US'], 'zh'],
    [['zh-Hant-TW'], 'zh'],
    [['zh'], 'zh'],
    [['en-US'], 'en'],
    [['en_GB.UTF-8'], 'en'],
    [['de-DE', 'zh-CN'], 'en'],
    [['fil'], 'en'],
    [['C'], 'zh'],
    [['C.UTF-8'], 'zh'],
    [['POSIX'], 'zh'],
    [[''], 'zh'],
    [[], 'zh'],
  ] as const)('%j: %s', (locales, language) => {
    expect(defaultLanguage(locales)).toBe(language);
  });
});

describe('settings', () => {
  it('remember the language', async () => {
    const path = join(await folder(), 'profile');
    const settings = await Settings.read(path, 'zh');
    expect(settings.language).toBe('zh');
    await settings.setLanguage('en');
    expect(settings.language).toBe('en');
    expect((await Settings.read(path, 'zh')).language).toBe('en');
  });

  it.each(['', '{', 'null', '{"language":"fr"}', '[]', '{"language":1}'])(
    'count as none where the file holds %j',
    async (text) => {
      const path = await folder();
      await writeFile(join(path, 'settings.json'), text);
      expect((await Settings.read(path, 'en')).language).toBe('en');
    },
  );

  it('keep the old choice where the new one cannot be written', async () => {
    const path = await folder();
    await writeFile(join(path, 'file'), '');
    const settings = await Settings.read(join(path, 'file'), 'zh');
    await expect(settings.setLanguage('en')).rejects.toMatchObject({ name: 'StorageError' });
    expect(settings.language).toBe('zh');
    expect(await readFile(join(path, 'file'), 'utf8')).toBe('');
  });
});
