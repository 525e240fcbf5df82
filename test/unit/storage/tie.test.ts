import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCopied, placeName, tiePlace } from '../../../electron/storage/tie';
import { contract } from '../../../shared/rpc';
import { nextSet, officePc } from '../rpc/office-pc';
import { emptyFolder } from './data-folder';

const { output } = contract['workspace.open'];

/** A folder that is tied to where it lies. */
async function tied(): Promise<string> {
  const folder = join(await emptyFolder(), 'data');
  await cp('test/fixtures/format-2-plain', folder, { recursive: true });
  await tiePlace(folder);
  return folder;
}

describe('a data folder', () => {
  test('that was copied is told from one that was moved, renamed PCs and put back ones', async () => {
    const folder = await tied();
    expect(await isCopied(folder)).toBe(false);
    expect(await isCopied(folder, 'renamed-pc')).toBe(false);
    const copy = `${folder}-copy`;
    await cp(folder, copy, { recursive: true });
    expect(await isCopied(copy)).toBe(true);
    expect(await isCopied(copy, 'other-pc')).toBe(true);
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    expect(await isCopied(moved)).toBe(false);
    // Put back from a copy, at the same path of the same PC.
    await rm(moved, { recursive: true });
    await cp(copy, folder, { recursive: true });
    expect(await isCopied(folder)).toBe(false);
    expect(await isCopied(folder, 'other-pc')).toBe(true);
  });

  test('says nothing of the PC or its user, and one without a whole mark is no copy', async () => {
    const folder = await tied();
    const text = await readFile(join(folder, placeName), 'utf8');
    expect(text).not.toContain(hostname());
    expect(text).not.toContain(folder);
    await writeFile(join(folder, placeName), '{');
    expect(await isCopied(folder)).toBe(false);
  });
});

describe('the own folder, copied to another PC', () => {
  /** A PC that opens a copy of the folder of one that has recorded. */
  async function opened() {
    const [first, second] = [await officePc(), await officePc()];
    await first.call('workspace.create', null);
    await first.call('workspace.commit', { set: nextSet(first), audience: 'shared' });
    const device = first.session.workspace.device;
    await first.session.end(5_000);
    await cp(join(first.root, 'data'), join(second.root, 'data'), { recursive: true });
    const answer = output.parse(await second.call('workspace.open', null));
    return { first, second, device, answer };
  }

  test('opens to be looked at, and nothing can be written under the one id', async () => {
    const { second, answer } = await opened();
    expect(answer).toMatchObject({ status: 'open', readOnly: { code: 'workspace-copied' } });
    const result = await second.ask('workspace.commit', {
      set: nextSet(second),
      audience: 'shared',
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'read-only' } });
  });

  test.each([
    ['workspace.continueAsNew', false],
    ['workspace.moveHere', true],
  ] as const)('%s: goes on with all records', async (how, isSame) => {
    const { first, second, device } = await opened();
    const answer = output.parse(await second.call(how, null));
    expect(answer).toMatchObject({ status: 'open', readOnly: null, counter: 1 });
    expect(second.session.workspace.device === device).toBe(isSame);
    await second.call('workspace.commit', { set: nextSet(second), audience: 'shared' });
    expect(await second.session.workspace.verify()).toEqual([]);
    await second.session.end(5_000);
    // Neither is asked again.
    const again = output.parse(await second.call('workspace.open', null));
    expect(again).toMatchObject({ readOnly: null, counter: 2 });
    expect(output.parse(await first.call('workspace.open', null))).toMatchObject({
      readOnly: null,
    });
    expect(await second.ask(how, null)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});
