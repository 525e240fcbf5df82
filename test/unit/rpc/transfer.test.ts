import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallInput, contract } from '../../../shared/rpc';
import { hashOf, nextSet, officePc, report } from './office-pc';

const everything = { scope: { what: 'all' as const } };

async function exported() {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  pc.chosen.savePlace = join(pc.root, 'unit.touyan');
  const receipt = await pc.call('transfer.export', everything);
  if (!receipt) throw new Error('nothing was exported');
  return { pc, receipt };
}

const aPdf: CallInput<'documents.save'> = {
  documents: [{ document: report, fileName: 'a' }],
  format: 'pdf',
  as: 'one',
  fileName: 'a',
};

/** A PC that was set up from another's package, and both. */
async function pair() {
  const { pc, receipt } = await exported();
  const other = await officePc();
  other.chosen.openPlaces = [receipt.path];
  await other.call('transfer.open', null);
  await other.call('transfer.setUp', null);
  return { pc, other };
}

describe('setting a PC up', () => {
  it('carries a unit to an empty PC', async () => {
    const { pc, receipt } = await exported();
    expect(receipt).toMatchObject({ path: join(pc.root, 'unit.touyan') });
    const other = await officePc();
    other.chosen.openPlaces = [receipt.path];
    const seen = contract['transfer.open'].output.parse(await other.call('transfer.open', null));
    expect(seen?.packages).toMatchObject([
      { status: 'ready', package: { sha256: receipt.package.sha256, changeSets: 1 } },
    ]);
    const opened = await other.call('transfer.setUp', null);
    expect(contract['transfer.setUp'].output.parse(opened)).toMatchObject({
      status: 'open',
      sample: false,
    });
    expect(other.session.workspace.device).not.toBe(pc.session.workspace.device);
  });

  it('works while the sample is looked at, and ends it', async () => {
    const { receipt } = await exported();
    const other = await officePc();
    await other.call('workspace.openSample', null);
    other.chosen.openPlaces = [receipt.path];
    await other.call('transfer.open', null);
    expect(await other.call('transfer.setUp', null)).toMatchObject({ sample: false });
  });

  it('refuses a PC that has a unit, and changes nothing', async () => {
    const { pc, receipt } = await exported();
    pc.chosen.openPlaces = [receipt.path];
    await pc.call('transfer.open', null);
    const before = await hashOf(pc.root);
    const result = await pc.ask('transfer.setUp', null);
    expect(result).toMatchObject({ ok: false, error: { code: 'workspace-not-empty' } });
    expect(await hashOf(pc.root)).toBe(before);
  });

  it('refuses where nothing was opened, and what is no package', async () => {
    const { receipt } = await exported();
    const other = await officePc();
    const unseen = await other.ask('transfer.setUp', null);
    expect(unseen).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    await writeFile(receipt.path, 'something else');
    other.chosen.openPlaces = [receipt.path];
    expect(await other.call('transfer.open', null)).toMatchObject({
      packages: [{ status: 'refused', error: { code: 'package-unreadable' }, package: null }],
    });
    expect((await other.ask('transfer.setUp', null)).ok).toBe(false);
    expect(await other.call('workspace.open', null)).toEqual({ status: 'empty' });
  });

  it('answers null when the user gives up', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    pc.chosen.savePlace = null;
    expect(await pc.call('transfer.export', everything)).toBeNull();
    expect(await pc.call('transfer.open', null)).toBeNull();
    expect(await pc.call('documents.save', aPdf)).toBeNull();
  });
});

describe('packages between two PCs', () => {
  it('are inspected, merged once, and taken back keeping later work', async () => {
    const { pc, other } = await pair();
    const set = nextSet(other, '来自分管领导');
    await other.call('workspace.commit', { set, audience: 'shared' });
    other.chosen.savePlace = join(other.root, 'back.touyan');
    const device = pc.session.workspace.device;
    const back = await other.call('transfer.export', { ...everything, for: device });
    pc.chosen.openPlaces = [back?.path ?? ''];
    const opened = contract['transfer.open'].output.parse(await pc.call('transfer.open', null));
    expect(opened?.packages[0]?.trust).toMatchObject({ status: 'unknown' });
    const preview = contract['transfer.preview'].output.parse(
      await pc.call('transfer.preview', null),
    );
    expect(preview).toMatchObject({ changeSets: 2, knownSets: 1, flagged: [] });
    expect(preview.groups).toMatchObject([{ module: 'tasks', author: '', new: 1, known: 1 }]);
    const rows = await pc.call('transfer.records', {
      module: 'tasks',
      author: '',
      from: 0,
      count: 10,
    });
    expect(rows).toMatchObject({ total: 2, rows: [{ what: 'new', title: '来自分管领导' }, {}] });
    const key = { collection: 'task', id: rows.rows[0]?.id ?? '' };
    const record = contract['transfer.record'].output.parse(await pc.call('transfer.record', key));
    expect(record).toMatchObject({ isHere: false });
    expect(record.fields[0]).toMatchObject({ field: 'title', before: null, after: '来自分管领导' });

    const untrusted = await pc.ask('transfer.import', { take: null, flagged: [], trust: [] });
    expect(untrusted).toMatchObject({ ok: false, error: { code: 'package-untrusted' } });
    const trust = [other.session.workspace.device];
    const taking = { take: null, flagged: [], trust };
    const imported = await pc.call('transfer.import', taking);
    expect(imported).toMatchObject({ added: 1, known: 1, conflicts: 0, isBackedUp: true });
    expect(pc.events.at(-1)).toMatchObject(['workspace.changed', { sets: [set, {}] }]);

    await pc.call('transfer.open', null);
    const before = await hashOf(join(pc.root, 'data'));
    expect(await pc.call('transfer.import', taking)).toMatchObject({ added: 0, receipts: [] });
    expect(await hashOf(join(pc.root, 'data'))).toBe(before);

    const receipt = imported.receipts[0] ?? '';
    const trial = await pc.call('transfer.undoImport', { receipt, isTrial: true });
    expect(trial).toEqual({ restored: 0, removed: 1, kept: 0 });
    expect(await pc.call('transfer.undoImport', { receipt, isTrial: false })).toEqual(trial);
    const again = await pc.ask('transfer.undoImport', { receipt, isTrial: false });
    expect(again).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    const state = await pc.session.workspace.foldAll();
    expect(state.collections.get('task')?.records.get(key.id)?.values).toMatchObject({
      title: '来自分管领导',
      deleted: true,
    });
  });

  it('of a revoked device are refused; trust can be given back', async () => {
    const { pc, other } = await pair();
    const device = pc.session.workspace.device;
    await other.call('transfer.setTrust', { device, status: 'revoked' });
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
    const receipt = await pc.call('transfer.export', everything);
    other.chosen.openPlaces = [receipt?.path ?? ''];
    expect(await other.call('transfer.open', null)).toMatchObject({
      packages: [{ status: 'refused', error: { code: 'package-revoked' } }],
    });
    const list = await other.call('transfer.setTrust', { device, status: 'trusted' });
    expect(list.find(({ id }) => id === device)).toMatchObject({ status: 'trusted' });
    expect(await other.call('transfer.open', null)).toMatchObject({
      packages: [{ status: 'ready', trust: { status: 'trusted' } }],
    });
  });

  it('with a passphrase open with that one only', async () => {
    const { pc, other } = await pair();
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
    const receipt = await pc.call('transfer.export', {
      ...everything,
      passphrase: '秋天的雁群向南飞',
    });
    other.chosen.openPlaces = [receipt?.path ?? ''];
    const opened = await other.call('transfer.open', null);
    expect(opened?.packages).toMatchObject([{ status: 'locked', package: null }]);
    const id = opened?.packages[0]?.id ?? 0;
    const wrong = await other.ask('transfer.unlock', { id, passphrase: '秋天的雁群向北飞' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    const right = await other.call('transfer.unlock', { id, passphrase: '秋天的雁群向南飞' });
    expect(right.packages).toMatchObject([{ status: 'ready', package: { isEncrypted: true } }]);
  });

  it('go back to each device with what it lacks, into one folder', async () => {
    const { pc, other } = await pair();
    const device = other.session.workspace.device;
    pc.chosen.folder = pc.root;
    const send = () => pc.call('transfer.sendBack', { devices: [device], attachments: false });
    expect(await send()).toMatchObject([{ device, receipt: { package: { changeSets: 1 } } }]);
    await pc.call('workspace.commit', { set: nextSet(pc, '后来的'), audience: 'shared' });
    const [second] = (await send()) ?? [];
    expect(second?.receipt?.package).toMatchObject({ changeSets: 1, scope: { for: device } });
    const estimate = await pc.call('transfer.estimate', { what: 'all', since: device });
    expect(estimate).toMatchObject({ changeSets: 0, since: {} });
  });

  it('carry evidence files where they are asked for, encrypted as well', async () => {
    const { pc, other } = await pair();
    const source = join(pc.root, '签到表.txt');
    await writeFile(source, '会议签到表'.repeat(100_000));
    pc.files.chosen = [source];
    const added = await pc.call('attachments.add', null);
    const file = added?.added[0];
    if (!file) throw new Error('the file was not added');
    const { session } = pc;
    await pc.call('workspace.commit', {
      audience: 'shared',
      set: {
        ...nextSet(pc),
        label: 'attachment.add',
        changes: [
          {
            collection: 'attachment',
            id: '0190b5a0-0000-7000-8000-00000000000f',
            fields: { ...file, addedDay: '2026-11-23' },
          },
        ],
      },
    });
    const device = other.session.workspace.device;
    const passphrase = '秋天的雁群向南飞';
    const scope = { what: 'all' as const, attachments: true };
    const receipt = await pc.call('transfer.export', { scope, for: device, passphrase });
    expect(receipt?.package).toMatchObject({ files: 1, fileBytes: file.bytes, isEncrypted: true });
    other.chosen.openPlaces = [receipt?.path ?? ''];
    const opened = await other.call('transfer.open', null);
    await other.call('transfer.unlock', { id: opened?.packages[0]?.id ?? 0, passphrase });
    expect(await other.call('transfer.preview', null)).toMatchObject({ files: 1 });
    const taking = { take: null, flagged: [], trust: [session.workspace.device] };
    expect(await other.call('transfer.import', taking)).toMatchObject({ added: 1, files: 1 });
    expect(await other.call('attachments.missing', [file.sha256])).toEqual([]);
    expect(await other.session.workspace.attachments.stateOf(file.sha256)).toBe('whole');
  });

  it('of many units are summed up side by side', async () => {
    const { pc, receipt } = await exported();
    const broken = join(pc.root, 'broken.touyan');
    await writeFile(broken, 'no package');
    const boss = await officePc();
    boss.chosen.openPlaces = [receipt.path, broken];
    const rows = contract['transfer.rollUp'].output.parse(
      await boss.call('transfer.rollUp', { month: '2026-11' }),
    );
    expect(rows).toMatchObject([
      { error: null, leaders: 0, score: null },
      { path: broken, error: { code: 'package-unreadable' } },
    ]);
    expect(await boss.call('workspace.open', null)).toEqual({ status: 'empty' });
  });
});

describe('files that were written', () => {
  it('can be shown, and no others', async () => {
    const pc = await officePc();
    pc.chosen.savePlace = join(pc.root, 'a.pdf');
    const saved = await pc.call('documents.save', aPdf);
    expect(saved).toEqual({ path: join(pc.root, 'a.pdf'), files: 1, pages: 1, fonts: [] });
    expect((await stat(join(pc.root, 'a.pdf'))).size).toBe(8);
    expect(await pc.call('app.reveal', join(pc.root, 'a.pdf'))).toBeNull();
    const other = await pc.ask('app.reveal', '/etc/passwd');
    expect(other).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(pc.revealed).toEqual([join(pc.root, 'a.pdf')]);
  });
});
