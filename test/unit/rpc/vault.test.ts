import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type LockReason, lockUnit, startAutoLock } from '../../../electron/rpc/auto-lock';
import { contract } from '../../../shared/rpc';
import { plainTextIn } from '../storage/plain-text';
import { hashOf, nextSet, type OfficePc, officePc } from './office-pc';

const passphrase = '秋天的雁群向南飞';
const word = '防汛值班表';

/** A PC whose unit holds a task and is encrypted; gives its recovery code. */
async function encryptedPc(): Promise<{ pc: OfficePc; recoveryCode: string }> {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  await pc.call('workspace.commit', { set: nextSet(pc, word), audience: 'shared' });
  const { recoveryCode } = await pc.call('vault.enable', { passphrase });
  return { pc, recoveryCode };
}

const unlock = (
  pc: OfficePc,
  secret: string,
  options: { kind?: 'passphrase' | 'recovery'; remember?: boolean } = {},
) => pc.ask('vault.unlock', { secret, kind: 'passphrase', remember: false, ...options });

const refused = (code: string, params: object = {}) => ({
  ok: false,
  error: { code, params: expect.objectContaining(params) },
});

describe('encrypting the open unit', () => {
  it('goes on with the same records, sealed, and opens with the passphrase', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await pc.call('workspace.commit', { set: nextSet(pc, word), audience: 'shared' });
    expect(await pc.call('vault.status', null)).toEqual({
      available: true,
      encrypted: false,
      remembered: false,
      canRemember: true,
      autoLockMinutes: 15,
    });
    const { recoveryCode } = await pc.call('vault.enable', { passphrase });
    expect(recoveryCode).toMatch(/^(\w{4}-){6}\w{4}$/);
    expect(pc.events).toContainEqual([
      'job.progress',
      expect.objectContaining({ job: 'vault.enable' }),
    ]);
    expect(await pc.call('vault.status', null)).toMatchObject({ encrypted: true });
    await pc.call('workspace.commit', { set: nextSet(pc, `又${word}`), audience: 'shared' });
    const open = await pc.call('workspace.open', null);
    expect(JSON.stringify(open)).toContain(`又${word}`);
    await pc.call('vault.lock', null);
    expect(await plainTextIn([pc.root], [word, recoveryCode, passphrase])).toEqual([]);
    const again = await unlock(pc, passphrase);
    expect(again).toMatchObject({ ok: true, value: { status: 'open', counter: 2 } });
    expect(JSON.stringify(again)).toContain(`又${word}`);
  });

  it('lets changes made meanwhile wait and keeps them all', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    const encrypting = pc.call('vault.enable', { passphrase });
    const first = nextSet(pc, '一');
    const { workspace } = pc.session;
    await wait(20);
    const commits = [1, 2, 3].map((counter) =>
      pc.ask('workspace.commit', {
        set: { ...first, stamp: `${String(counter).padStart(8, '0')}.${workspace.device}` },
        audience: 'shared',
      }),
    );
    await encrypting;
    expect((await Promise.all(commits)).map(({ ok }) => ok)).toEqual([true, true, true]);
    const open = await pc.call('workspace.open', null);
    expect(open).toMatchObject({ status: 'open', counter: 3 });
    expect(pc.session.workspace.key).toBeDefined();
  });

  it('cancelled, leaves the unit plain and open', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await pc.call('workspace.commit', { set: nextSet(pc, word), audience: 'shared' });
    const encrypting = pc.ask('vault.enable', { passphrase });
    await pc.call('vault.cancel', null);
    expect(await encrypting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await pc.call('vault.status', null)).toMatchObject({ encrypted: false });
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  });

  it('is given up when the app is closed', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await pc.call('workspace.commit', { set: nextSet(pc, word), audience: 'shared' });
    const encrypting = pc.ask('vault.enable', { passphrase });
    await wait(50);
    await pc.session.end(10_000);
    expect(await encrypting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const restarted = pc.restart();
    expect(JSON.stringify(await restarted.open())).toContain(word);
    await restarted.end(5_000);
  });

  it('is refused for a weak passphrase, twice, and where nothing of one’s own is open', async () => {
    const { pc } = await encryptedPc();
    const weak = await pc.ask('vault.enable', { passphrase: '12345' });
    expect(weak).toMatchObject(refused('weak-passphrase', { least: 8 }));
    expect(await pc.ask('vault.enable', { passphrase })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
    const empty = await officePc();
    expect(await empty.ask('vault.enable', { passphrase })).toMatchObject(refused('no-workspace'));
    expect(await empty.call('vault.status', null)).toMatchObject({
      available: false,
      encrypted: false,
    });
  });

  it('is taken back with the passphrase only', async () => {
    const { pc } = await encryptedPc();
    const wrong = await pc.ask('vault.disable', { passphrase: '不是这一句口令' });
    expect(wrong).toMatchObject(refused('wrong-passphrase'));
    expect(await pc.call('vault.status', null)).toMatchObject({ encrypted: true });
    pc.clock.now += 10_000;
    await pc.call('vault.disable', { passphrase });
    expect(await pc.call('vault.status', null)).toMatchObject({ encrypted: false });
    expect(JSON.stringify(await pc.call('workspace.open', null))).toContain(word);
    expect(await plainTextIn([join(pc.root, 'data')], [word])).not.toEqual([]);
  });
});

describe('backups of a unit that is encrypted', () => {
  it('readable ones go once there is an encrypted one, in each place by itself', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await pc.call('workspace.commit', { set: nextSet(pc, word), audience: 'shared' });
    pc.chosen.folder = join(pc.root, 'stick');
    await mkdir(pc.chosen.folder);
    await pc.call('backups.chooseSecond', null);
    await pc.call('backups.make', null);
    expect(
      await plainTextIn([join(pc.root, 'stick'), join(pc.root, 'profile')], [word]),
    ).not.toEqual([]);
    // The stick is away while the unit is encrypted.
    await rename(join(pc.root, 'stick'), join(pc.root, 'pocket'));
    await pc.call('vault.enable', { passphrase });
    expect(await plainTextIn([join(pc.root, 'data'), join(pc.root, 'profile')], [word])).toEqual(
      [],
    );
    const made = await pc.call('backups.list', null);
    expect(made.backups.filter(({ place }) => place === 'own')).toMatchObject([
      { reason: 'encryption', isEncrypted: true },
    ]);
    await rm(join(pc.root, 'stick'), { recursive: true, force: true });
    await rename(join(pc.root, 'pocket'), join(pc.root, 'stick'));
    expect(await plainTextIn([join(pc.root, 'stick')], [word])).not.toEqual([]);
    await pc.call('backups.make', null);
    expect(await plainTextIn([pc.root], [word, passphrase])).toEqual([]);
  });

  it('are looked at with the key of the unit, and are locked with it', async () => {
    const { pc } = await encryptedPc();
    await pc.call('workspace.commit', { set: nextSet(pc, `又${word}`), audience: 'shared' });
    const { backups } = await pc.call('backups.make', null);
    const { place, id } = backups[0] ?? { place: 'own' as const, id: '' };
    const shown = await pc.call('backups.browse', { place, id });
    expect(JSON.stringify(shown)).toContain(`又${word}`);
    expect(await plainTextIn([pc.root], [word])).toEqual([]);
    await lockUnit(pc.session, 'idle', () => undefined);
    expect(await pc.call('workspace.open', null)).toMatchObject({ status: 'locked' });
    expect(await plainTextIn([pc.root], [word])).toEqual([]);
    expect(await unlock(pc, passphrase)).toMatchObject({ ok: true, value: { readOnly: null } });
  });
});

describe('a locked unit', () => {
  it('tells nothing and takes nothing', async () => {
    const { pc } = await encryptedPc();
    const set = nextSet(pc);
    await pc.call('vault.lock', null);
    expect(pc.events.at(-1)).toEqual(['workspace.locked', { reason: 'user' }]);
    const open = contract['workspace.open'].output.parse(await pc.call('workspace.open', null));
    expect(open).toEqual({
      status: 'locked',
      folder: join(pc.root, 'data'),
      canRemember: true,
      waitSeconds: 0,
    });
    for (const [name, input] of [
      ['workspace.commit', { set, audience: 'shared' }],
      ['workspace.part', 'base'],
      ['transfer.export', { scope: { what: 'all' } }],
      ['vault.disable', { passphrase }],
      ['transfer.open', null],
      ['transfer.preview', null],
      ['transfer.devices', null],
      ['sheets.open', null],
      ['sheets.rows', { sheet: 0, from: 0, count: 1 }],
      ['attachments.add', null],
      ['backups.make', null],
    ] as const) {
      expect(await pc.ask(name, input), name).toMatchObject({
        ok: false,
        error: { code: 'locked' },
      });
    }
    expect(await pc.ask('workspace.create', null)).toMatchObject(refused('workspace-exists'));
    expect(await pc.call('vault.status', null)).toMatchObject({
      available: false,
      encrypted: false,
    });
  });

  it('keeps what was on its way when it was locked', async () => {
    const { pc } = await encryptedPc();
    const commits = [2, 3, 4].map((counter) => {
      const set = nextSet(pc);
      return pc.ask('workspace.commit', {
        set: { ...set, stamp: set.stamp.replace(/^\d{7}2/, `0000000${counter}`) },
        audience: 'shared',
      });
    });
    await pc.call('vault.lock', null);
    const kept = (await Promise.all(commits)).filter(({ ok }) => ok).length;
    expect(await unlock(pc, passphrase)).toMatchObject({ ok: true, value: { counter: 1 + kept } });
    expect(kept).toBe(3);
  });

  it('opens by the recovery code, which sets a forgotten passphrase anew', async () => {
    const { pc, recoveryCode } = await encryptedPc();
    await pc.call('vault.lock', null);
    const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')}`;
    expect(await unlock(pc, typed, { kind: 'recovery' })).toMatchObject({ ok: true });
    const next = '新的一句口令啊';
    const short = await pc.ask('vault.changePassphrase', {
      current: recoveryCode,
      kind: 'recovery',
      next,
    });
    expect(short).toMatchObject(refused('weak-passphrase'));
    await pc.call('vault.changePassphrase', {
      current: recoveryCode,
      kind: 'recovery',
      next: `${next}！`,
    });
    await pc.call('vault.lock', null);
    expect(await unlock(pc, passphrase)).toMatchObject(refused('wrong-passphrase'));
    pc.clock.now += 10_000;
    expect(await unlock(pc, `${next}！`)).toMatchObject({ ok: true });
  });

  it('another recovery code makes the first one useless', async () => {
    const { pc, recoveryCode } = await encryptedPc();
    const renewed = await pc.call('vault.renewRecovery', { passphrase });
    await pc.call('vault.lock', null);
    expect(await unlock(pc, recoveryCode, { kind: 'recovery' })).toMatchObject(
      refused('wrong-passphrase'),
    );
    pc.clock.now += 10_000;
    expect(await unlock(pc, renewed.recoveryCode, { kind: 'recovery' })).toMatchObject({
      ok: true,
    });
  });

  it('too damaged to be opened, is repaired with the key that was given', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    await writeFile(join(pc.root, 'data', 'device.json'), '{"sealed":"AAAA"}');
    expect(await pc.ask('repair.inspect', null)).toMatchObject(refused('locked'));
    expect(await unlock(pc, passphrase)).toMatchObject(refused('workspace-damaged'));
    expect(await pc.call('repair.inspect', null)).toMatchObject({ isDeviceLost: true });
    await pc.call('repair.run', null);
    const open = await pc.call('workspace.open', null);
    expect(open).toMatchObject({ status: 'open', readOnly: null });
    expect(JSON.stringify(open)).toContain(word);
    expect(await plainTextIn([pc.root], [word])).toEqual([]);
    // The key goes when the user does.
    await pc.call('vault.lock', null);
    expect(await pc.ask('repair.inspect', null)).toMatchObject(refused('locked'));
  });

  it('lets the sample be looked at and stays locked', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    expect(await pc.call('workspace.openSample', null)).toMatchObject({ sample: true });
    expect(await pc.call('vault.status', null)).toMatchObject({
      available: false,
      encrypted: false,
    });
    await lockUnit(pc.session, 'idle', () => {
      throw new Error('the sample is not locked');
    });
    expect(await pc.call('workspace.leaveSample', null)).toMatchObject({ status: 'locked' });
  }, 60_000);
});

describe('wrong tries', () => {
  it('wait longer each time, also after a restart, and are not looked at meanwhile', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    const before = await hashOf(join(pc.root, 'data'));
    const seconds: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const wrong = await unlock(pc, `不是这一句口令${round}`);
      if (wrong.ok) throw new Error('a wrong passphrase opened it');
      expect(wrong.error.code).toBe('wrong-passphrase');
      const waitSeconds = Number(wrong.error.params?.waitSeconds);
      seconds.push(waitSeconds);
      // The right one comes too soon as well.
      const soon = await unlock(pc, passphrase);
      expect(soon).toMatchObject(refused('passphrase-wait', { waitSeconds }));
      expect(await pc.newKeeper().waitSeconds()).toBe(waitSeconds);
      expect(await pc.call('workspace.open', null)).toMatchObject({
        status: 'locked',
        waitSeconds,
      });
      pc.clock.now += waitSeconds * 1000;
    }
    expect(seconds).toEqual([1, 1, 2, 5, 15, 30]);
    expect(await hashOf(join(pc.root, 'data'))).toBe(before);
    expect(await unlock(pc, passphrase)).toMatchObject({ ok: true });
    expect(await pc.newKeeper().waitSeconds()).toBe(0);
  }, 30_000);

  it('at the same time are tried one after the other', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    const tries = await Promise.all([1, 2, 3].map((n) => unlock(pc, `不是这一句口令${n}`)));
    const codes = tries.map((result) => (result.ok ? '' : result.error.code));
    expect(codes).toEqual(['wrong-passphrase', 'passphrase-wait', 'passphrase-wait']);
  });

  it('a clock that is set back does not end or shorten the wait', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    for (let round = 0; round < 4; round += 1) {
      await unlock(pc, '不是这一句口令');
      pc.clock.now += 5_000;
    }
    await unlock(pc, '不是这一句口令');
    pc.clock.now -= 3_600_000;
    expect(await pc.newKeeper().waitSeconds()).toBe(15);
  });

  it('a mistyped recovery code makes the next one wait like any other', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    const wrong = await unlock(pc, 'ABCD-EFGH', { kind: 'recovery' });
    expect(wrong).toMatchObject(refused('wrong-passphrase', { waitSeconds: 1 }));
  });

  it('the wait begins when a try has failed, however slow the PC is at trying', async () => {
    const { pc } = await encryptedPc();
    const keeper = pc.newKeeper();
    const slowTry = async () => {
      pc.clock.now += 4_000;
      return undefined;
    };
    await expect(keeper.guess(slowTry)).rejects.toMatchObject({ params: { waitSeconds: 1 } });
    expect(await pc.newKeeper().waitSeconds()).toBe(1);
  });

  it('a file of the profile that was spoilt counts as none', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    await unlock(pc, '不是这一句口令');
    await writeFile(join(pc.root, 'profile', 'vault.json'), '{"failures":-1');
    expect(await pc.newKeeper().waitSeconds()).toBe(0);
    expect(await pc.newKeeper().autoLockMinutes()).toBe(15);
  });
});

describe('the keychain', () => {
  it('remembers the key only if asked, opens with it after a start, not after a locking', async () => {
    const { pc } = await encryptedPc();
    await pc.call('vault.lock', null);
    await unlock(pc, passphrase);
    expect(await pc.call('vault.status', null)).toMatchObject({ remembered: false });
    await pc.call('vault.lock', null);
    await unlock(pc, passphrase, { remember: true });
    expect(await pc.call('vault.status', null)).toMatchObject({ remembered: true });
    await pc.call('vault.lock', null);
    expect(await pc.call('workspace.open', null)).toMatchObject({ status: 'locked' });
    const restarted = pc.restart();
    expect(await restarted.open()).toMatchObject({ status: 'open' });
    await restarted.end(5_000);
    const file = await readFile(join(pc.root, 'profile', 'vault.json'), 'utf8');
    expect(file).not.toContain(passphrase);
  });

  it('forgets it again, and asks for the passphrase before it remembers', async () => {
    const { pc } = await encryptedPc();
    const wrong = await pc.ask('vault.remember', { on: true, passphrase: '不是这一句口令' });
    expect(wrong).toMatchObject(refused('wrong-passphrase'));
    pc.clock.now += 1_000;
    await pc.call('vault.remember', { on: true, passphrase });
    expect(await pc.call('vault.status', null)).toMatchObject({ remembered: true });
    await pc.call('vault.remember', { on: false, passphrase: '' });
    expect(await pc.call('vault.status', null)).toMatchObject({ remembered: false });
    const restarted = pc.restart();
    await pc.session.end(5_000);
    expect(await restarted.open()).toMatchObject({ status: 'locked' });
    await restarted.end(5_000);
  });

  it('that is not there remembers nothing; the unit opens all the same', async () => {
    const { pc } = await encryptedPc();
    pc.keychain.isThere = false;
    expect(await pc.call('vault.status', null)).toMatchObject({ canRemember: false });
    expect(await pc.ask('vault.remember', { on: true, passphrase })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    await pc.call('vault.lock', null);
    expect(await pc.call('workspace.open', null)).toMatchObject({ canRemember: false });
    expect(await unlock(pc, passphrase, { remember: true })).toMatchObject({ ok: true });
    expect(await pc.call('vault.status', null)).toMatchObject({ remembered: false });
  });
});

describe('locking by itself', () => {
  /** A presence that the test moves, looked at every 5 ms. */
  function presence(minutes: number) {
    const state = { idle: 0, away: (): void => undefined };
    const reasons: LockReason[] = [];
    const stop = startAutoLock(
      {
        idleSeconds: () => state.idle,
        onAway: (heard) => {
          state.away = heard;
        },
        minutes: async () => minutes,
        lock: async (reason) => void reasons.push(reason),
      },
      5,
    );
    return { state, reasons, stop };
  }

  it('waits for the whole time without the user, and knows never', async () => {
    const ten = presence(10);
    const never = presence(0);
    ten.state.idle = 599;
    never.state.idle = 1_000_000;
    await wait(40);
    expect(ten.reasons).toEqual([]);
    ten.state.idle = 600;
    await wait(40);
    expect(ten.reasons.length).toBeGreaterThan(0);
    expect(new Set(ten.reasons)).toEqual(new Set(['idle']));
    expect(never.reasons).toEqual([]);
    ten.stop();
    never.stop();
  });

  it('follows the locking of the screen, whatever the time', () => {
    const never = presence(0);
    never.state.away();
    expect(never.reasons).toEqual(['system']);
    never.stop();
  });

  it('tells the window once, and only of an encrypted unit', async () => {
    const { pc } = await encryptedPc();
    const told: unknown[] = [];
    const emit = (name: string, payload: unknown): void => void told.push([name, payload]);
    await lockUnit(pc.session, 'idle', emit);
    await lockUnit(pc.session, 'system', emit);
    expect(told).toEqual([['workspace.locked', { reason: 'idle' }]]);
    const plain = await officePc();
    await plain.call('workspace.create', null);
    await lockUnit(plain.session, 'idle', emit);
    expect(told).toHaveLength(1);
    expect(await plain.call('workspace.open', null)).toMatchObject({ status: 'open' });
  });

  it('remembers its minutes', async () => {
    const pc = await officePc();
    await pc.call('vault.setAutoLock', { minutes: 30 });
    expect(await pc.call('vault.status', null)).toMatchObject({ autoLockMinutes: 30 });
    expect(await pc.newKeeper().autoLockMinutes()).toBe(30);
    expect(await pc.ask('vault.setAutoLock', { minutes: 241 })).toMatchObject({ ok: false });
  });
});

describe('another key', () => {
  it('comes with another passphrase and code; the old ones open nothing here any more', async () => {
    const { pc, recoveryCode } = await encryptedPc();
    const next = '春天的雁群又向北飞';
    const before = pc.session.workspace.key?.id;
    expect(await pc.ask('vault.renewKey', { current: '不是这一句口令', next })).toMatchObject(
      refused('wrong-passphrase'),
    );
    pc.clock.now += 10_000;
    const renewed = await pc.call('vault.renewKey', { current: passphrase, next });
    expect(renewed.recoveryCode).not.toBe(recoveryCode);
    expect(pc.session.workspace.key?.id).not.toBe(before);
    expect(JSON.stringify(await pc.call('workspace.open', null))).toContain(word);
    await pc.call('vault.lock', null);
    expect(await unlock(pc, passphrase)).toMatchObject(refused('wrong-passphrase'));
    pc.clock.now += 10_000;
    expect(await unlock(pc, recoveryCode, { kind: 'recovery' })).toMatchObject(
      refused('wrong-passphrase'),
    );
    pc.clock.now += 10_000;
    expect(await unlock(pc, next)).toMatchObject({ ok: true });
    expect(await plainTextIn([pc.root], [word, passphrase, next])).toEqual([]);
  });
});

describe('what lies about in plain', () => {
  it('is listed once the unit is encrypted, and goes by choice alone', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await pc.call('workspace.commit', { set: nextSet(pc, word), audience: 'shared' });
    const data = join(pc.root, 'data');
    await cp(data, `${data}-20261101T080000Z`, { recursive: true });
    await cp(data, `${data}.restoring`, { recursive: true });
    // What somebody else put there is none of this.
    await cp(data, `${data}-我的照片`, { recursive: true });
    expect(await pc.call('vault.remains', null)).toEqual([]);
    await pc.call('vault.enable', { passphrase });
    await pc.call('workspace.open', null);
    const remains = await pc.call('vault.remains', null);
    expect(remains.map(({ kind, id }) => [kind, id])).toEqual([
      ['folder', 'data-20261101T080000Z'],
      ['folder', 'data.restoring'],
    ]);
    expect(remains[0]?.bytes).toBeGreaterThan(500);
    for (const id of ['data', 'data-我的照片', '../data.restoring', 'profile']) {
      expect(await pc.call('vault.removeRemain', { place: null, id })).toHaveLength(2);
    }
    for (const { place, id } of remains) await pc.call('vault.removeRemain', { place, id });
    expect(await pc.call('vault.remains', null)).toEqual([]);
    expect((await readdir(pc.root)).filter((name) => name.startsWith('data')).sort()).toEqual([
      'data',
      'data-我的照片',
    ]);
    expect(JSON.stringify(await pc.call('workspace.open', null))).toContain(word);
  });
});
