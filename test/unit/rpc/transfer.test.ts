import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/rpc';
import { hashOf, nextSet, officePc, report } from './office-pc';

async function exported() {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  pc.chosen.savePlace = join(pc.root, 'unit.touyan');
  const receipt = await pc.call('transfer.export', null);
  if (!receipt) throw new Error('nothing was exported');
  return { pc, receipt };
}

describe('export and import', () => {
  it('carry a unit to an empty PC', async () => {
    const { pc, receipt } = await exported();
    expect(receipt).toMatchObject({ path: join(pc.root, 'unit.touyan') });
    const other = await officePc();
    other.chosen.openPlace = receipt.path;
    const seen = contract['transfer.inspect'].output.parse(
      await other.call('transfer.inspect', null),
    );
    expect(seen?.package).toMatchObject({ sha256: receipt.package.sha256, changeSets: 1 });
    const opened = await other.call('transfer.import', { sha256: receipt.package.sha256 });
    expect(contract['transfer.import'].output.parse(opened)).toMatchObject({
      status: 'open',
      sample: false,
      counter: 1,
    });
    expect(other.session.workspace.device).not.toBe(pc.session.workspace.device);
  });

  it('import while the sample is looked at, and end it', async () => {
    const { receipt } = await exported();
    const other = await officePc();
    await other.call('workspace.openSample', null);
    other.chosen.openPlace = receipt.path;
    await other.call('transfer.inspect', null);
    expect(await other.call('transfer.import', { sha256: receipt.package.sha256 })).toMatchObject({
      sample: false,
    });
  });

  it('refuse a PC that has a unit, and change nothing', async () => {
    const { pc, receipt } = await exported();
    pc.chosen.openPlace = receipt.path;
    await pc.call('transfer.inspect', null);
    const before = await hashOf(pc.root);
    const result = await pc.ask('transfer.import', { sha256: receipt.package.sha256 });
    expect(result).toMatchObject({ ok: false, error: { code: 'workspace-not-empty' } });
    expect(await hashOf(pc.root)).toBe(before);
  });

  it('refuse a package that was not inspected, or changed since', async () => {
    const { receipt } = await exported();
    const other = await officePc();
    const { sha256 } = receipt.package;
    const unseen = await other.ask('transfer.import', { sha256 });
    expect(unseen).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    other.chosen.openPlace = receipt.path;
    await other.call('transfer.inspect', null);
    await writeFile(receipt.path, 'something else');
    const changed = await other.ask('transfer.import', { sha256 });
    expect(changed.ok).toBe(false);
    expect(await other.call('workspace.open', null)).toEqual({ status: 'empty' });
  });

  it('answer null when the user gives up', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    pc.chosen.savePlace = null;
    expect(await pc.call('transfer.export', null)).toBeNull();
    expect(await pc.call('transfer.inspect', null)).toBeNull();
    expect(await pc.call('documents.savePdf', { document: report, fileName: 'a' })).toBeNull();
  });
});

describe('files that were written', () => {
  it('can be shown, and no others', async () => {
    const pc = await officePc();
    pc.chosen.savePlace = join(pc.root, 'a.pdf');
    const saved = await pc.call('documents.savePdf', { document: report, fileName: 'a' });
    expect(saved).toEqual({ path: join(pc.root, 'a.pdf'), pages: 1 });
    expect((await stat(join(pc.root, 'a.pdf'))).size).toBe(8);
    expect(await pc.call('app.reveal', join(pc.root, 'a.pdf'))).toBeNull();
    const other = await pc.ask('app.reveal', '/etc/passwd');
    expect(other).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(pc.revealed).toEqual([join(pc.root, 'a.pdf')]);
  });
});
