import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataKey, SealBroken, sealOverhead } from '../../../electron/storage/data-key';
import {
  decodeClosedLine,
  decodeLine,
  encodeLine,
  genesisOf,
  sealedLines,
  sha256,
} from '../../../electron/storage/journal-line';
import { newRecoveryCode, parseRecoveryCode } from '../../../electron/storage/recovery-code';
import {
  changePassphrase,
  createVault,
  renewRecovery,
  unlockVault,
  type Vault,
  vaultSchema,
} from '../../../electron/storage/vault';
import { taskSet } from './data-folder';

const unit = '01890000-0000-7000-8000-000000000001';
const passphrase = '秋天的雁群向南飞';

/** Made once: each derivation takes some tenths of a second, which is its purpose. */
const made = await createVault(unit, passphrase);

const open = (vault: Vault, kind: 'passphrase' | 'recovery', secret: string, of = unit) =>
  unlockVault(vault, of, { kind, secret });

describe('a vault', () => {
  test('opens by its passphrase and by its recovery code, to the same key', async () => {
    const byPassphrase = await open(made.vault, 'passphrase', passphrase);
    const byCode = await open(made.vault, 'recovery', made.recoveryCode);
    const sealed = made.key.seal(Buffer.from('头雁'), 'here');
    expect(byPassphrase?.open(sealed, 'here').toString()).toBe('头雁');
    expect(byCode?.open(sealed, 'here').toString()).toBe('头雁');
    expect(byCode?.nameOf('aa')).toBe(made.key.nameOf('aa'));
  });

  test('holds neither the passphrase nor the code nor the key', () => {
    const text = JSON.stringify(made.vault);
    const master = made.key.copyMaster();
    for (const secret of [passphrase, made.recoveryCode, master.toString('hex')]) {
      expect(text).not.toContain(secret);
    }
    expect(vaultSchema.parse(JSON.parse(text))).toEqual(made.vault);
  });

  test('stays closed to others: another passphrase, kind, unit, a code that is mistyped', async () => {
    expect(await open(made.vault, 'passphrase', `${passphrase}。`)).toBeUndefined();
    expect(await open(made.vault, 'passphrase', made.recoveryCode)).toBeUndefined();
    expect(await open(made.vault, 'recovery', passphrase)).toBeUndefined();
    const another = '01890000-0000-7000-8000-000000000002';
    expect(await open(made.vault, 'passphrase', passphrase, another)).toBeUndefined();
    expect(await open(made.vault, 'recovery', newRecoveryCode())).toBeUndefined();
  });

  test('takes a passphrase however it was typed', async () => {
    const vault = await changePassphrase(made.vault, unit, made.key, 'Ｔｏｕｙａｎ２０２６ é');
    expect((await open(vault, 'passphrase', 'Touyan2026 e\u0301'))?.id).toBe(made.key.id);
  });

  test.each(['', '1234567', '七个字的口令啊', '  a      ', '😀😀😀😀😀😀😀'])(
    'refuses %j as too short',
    async (weak) => {
      await expect(createVault(unit, weak)).rejects.toMatchObject({
        code: 'weak-passphrase',
        params: { least: 8 },
      });
      await expect(changePassphrase(made.vault, unit, made.key, weak)).rejects.toMatchObject({
        code: 'weak-passphrase',
      });
    },
  );

  test('a new passphrase replaces the old one and leaves key and code', async () => {
    const vault = await changePassphrase(made.vault, unit, made.key, '新的口令新的口令');
    expect(await open(vault, 'passphrase', passphrase)).toBeUndefined();
    expect((await open(vault, 'passphrase', '新的口令新的口令'))?.id).toBe(made.key.id);
    expect((await open(vault, 'recovery', made.recoveryCode))?.id).toBe(made.key.id);
  });

  test('a new recovery code replaces the old one and leaves the passphrase', async () => {
    const { vault, recoveryCode } = await renewRecovery(made.vault, unit, made.key);
    expect(await open(vault, 'recovery', made.recoveryCode)).toBeUndefined();
    expect((await open(vault, 'recovery', recoveryCode))?.id).toBe(made.key.id);
    expect(vault.passphrase).toEqual(made.vault.passphrase);
  });

  test('a worked example of format 2 opens', async () => {
    // Written down once: what is encrypted today must open with every later app.
    const vault: Vault = {
      key: 'd56085e91269044b',
      kdf: { name: 'scrypt', N: 131072, r: 8, p: 1 },
      passphrase: {
        salt: '1398b87cb50076a677473c76a768fd1a',
        wrapped:
          '474026d073b430e5bb2da972b5b73e2380c0fc4dfe31816bf4e93154e125855cd8a925ef56528f5226ac14f0dacbac948a740a1f163d5a93668b9e3c',
      },
      recovery: {
        salt: 'c2b455dfee82a8ee7ed94ceb4ff32560',
        wrapped:
          '3071809098635a63a007304c47a4157a80e13875295a60bfa17dfcba61f66f3f81742cfebf1188f14dcb014ffcc9199de9abe2f12238afa75d644146',
      },
    };
    expect((await open(vault, 'passphrase', passphrase))?.id).toBe(vault.key);
    const byCode = await open(vault, 'recovery', 'b7h3 q8aa 72s8 ba5f 380a pgjx 07pp');
    expect(byCode?.id).toBe(vault.key);
  });

  test('with any altered bit of a wrap, it is refused', async () => {
    const { salt, wrapped } = made.vault.passphrase;
    const bytes = [
      ...Array.from({ length: 4 }, (_, at) => ({ part: 'salt' as const, at: at * 4 })),
      ...Array.from({ length: 10 }, (_, at) => ({ part: 'wrapped' as const, at: at * 6 + 2 })),
    ];
    for (const { part, at } of bytes) {
      const altered = Buffer.from(part === 'salt' ? salt : wrapped, 'hex');
      altered.writeUInt8(altered.readUInt8(at) ^ (1 << (at % 8)), at);
      const wrap = { ...made.vault.passphrase, [part]: altered.toString('hex') };
      const vault = { ...made.vault, passphrase: wrap };
      expect(await open(vault, 'passphrase', passphrase), `${part} ${at}`).toBeUndefined();
    }
    const vault = { ...made.vault, key: '0'.repeat(16) };
    expect(await open(vault, 'passphrase', passphrase)).toBeUndefined();
  }, 60_000);

  test.each([
    ['a cheaper derivation', { kdf: { name: 'scrypt', N: 1024, r: 8, p: 1 } }],
    ['another derivation', { kdf: { name: 'none', N: 131072, r: 8, p: 1 } }],
    ['capital digits', { key: 'ABCDEFABCDEFABCD' }],
    ['a short wrap', { passphrase: { salt: '00', wrapped: '00' } }],
    ['more than it knows', { more: 1 }],
  ])('%s is no vault', (_what, change) => {
    expect(vaultSchema.safeParse({ ...made.vault, ...change }).success).toBe(false);
  });
});

describe('a recovery code', () => {
  test('has seven groups of four and comes back however it is typed', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newRecoveryCode();
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Y]{4}-){6}[0-9A-HJKMNP-TV-Y]{4}$/);
      const letters = code.replaceAll('-', '');
      const wide = [...letters].map((letter) =>
        String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
      );
      for (const typed of [
        code.toLowerCase(),
        ` ${code.replaceAll('-', ' ')}\n`,
        code.replaceAll('-', '—'),
        wide.join(''),
        code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('2', 'z'),
      ]) {
        expect(parseRecoveryCode(typed), typed).toBe(letters);
      }
    }
  });

  test('every wrong letter and every two that changed places show', () => {
    const letters = newRecoveryCode().replaceAll('-', '');
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY';
    for (let at = 0; at < letters.length; at += 1) {
      for (const other of alphabet.replace(letters.charAt(at), '')) {
        const typed = letters.slice(0, at) + other + letters.slice(at + 1);
        expect(parseRecoveryCode(typed)).toBeUndefined();
      }
    }
    for (let at = 0; at + 2 < letters.length; at += 1) {
      const [one = '', two = ''] = letters.slice(at, at + 2);
      const typed = letters.slice(0, at) + two + one + letters.slice(at + 2);
      expect(parseRecoveryCode(typed) === undefined).toBe(one !== two);
    }
    expect(parseRecoveryCode(letters.slice(1))).toBeUndefined();
    expect(parseRecoveryCode(`${letters}0`)).toBeUndefined();
    expect(parseRecoveryCode('')).toBeUndefined();
  });
});

describe('a data key', () => {
  const key = DataKey.create();

  test('gives back what it sealed, and only in its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), fc.string(), (bytes, a, b) => {
        const sealed = key.seal(bytes, a);
        expect(sealed.length).toBe(bytes.length + sealOverhead);
        expect(key.open(sealed, a)).toEqual(Buffer.from(bytes));
        if (Buffer.from(a).equals(Buffer.from(b))) return;
        expect(() => key.open(sealed, b)).toThrow(SealBroken);
      }),
    );
  });

  test('with any byte altered or cut off, nothing is given back', () => {
    const sealed = key.seal(Buffer.from('把好方向，带好队伍'), 'x');
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(() => key.open(altered, 'x')).toThrow(SealBroken);
      expect(() => key.open(sealed.subarray(0, at), 'x')).toThrow(SealBroken);
      expect(() => key.open(sealed.subarray(at + 1), 'x')).toThrow(SealBroken);
    }
  });

  test('never seals the same bytes to the same', () => {
    const sealed = new Set(
      Array.from({ length: 1000 }, () => key.seal(Buffer.from('a'), 'x').toString('hex')),
    );
    expect(sealed.size).toBe(1000);
    expect(new Set([...sealed].map((hex) => hex.slice(0, 24))).size).toBe(1000);
  });

  test('worked example: id, names and sealed bytes of a known key', () => {
    const known = new DataKey(Buffer.alloc(32, 7));
    expect(known.id).toBe('9359b6da2d0f7c23');
    expect(known.nameOf(sha256('证据'))).toBe(
      'f479e41617680f60edddf42b9df12aad82a30d9f1559b0905a034388ef11a9a7',
    );
    const sealed = 'b2yOPadON0PWURu0oGRl8zs/Z+bFzOK3PyEPpH09UlMMIg==';
    expect(known.open(Buffer.from(sealed, 'base64'), 'place').toString()).toBe('头雁');
  });

  test('once forgotten, it does nothing any more', () => {
    const gone = DataKey.create();
    const sealed = gone.seal(Buffer.from('a'), 'x');
    gone.forget();
    expect(() => gone.seal(Buffer.from('a'), 'x')).toThrow('locked');
    expect(() => gone.open(sealed, 'x')).toThrow('locked');
    expect(() => gone.nameOf('a')).toThrow('locked');
    expect(() => gone.copyMaster()).toThrow('locked');
  });
});

describe('a sealed line', () => {
  const key = DataKey.create();
  const genesis = genesisOf(unit, 'journal', 'pcaaaaaa');
  const lines = sealedLines(key, genesis);
  const set = taskSet(1, '防汛值班表');
  const bytes = lines.encode(set, genesis).bytes.subarray(0, -1);

  /** The line with a hash that fits to it again, as a forger would make it. */
  function rehashed(line: Buffer): Buffer {
    const hashed = line.subarray('{"hash":"'.length + 64 + 2);
    return Buffer.concat([Buffer.from(`{"hash":"${sha256(hashed)}",`), hashed]);
  }

  test('comes back with the key and shows its chain without', () => {
    expect(lines.decode(bytes)).toMatchObject({ ok: true, prev: genesis, set });
    expect(decodeClosedLine(bytes)).toMatchObject({ ok: true, prev: genesis, set: null });
    expect(bytes.toString()).not.toContain('防汛值班表');
    expect(bytes.toString()).toMatch(/^\{"hash":"[0-9a-f]{64}","prev":"[0-9a-f]{64}","sealed":"/);
  });

  test('every altered byte is refused, also under a hash that fits', () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(lines.decode(altered).ok, `byte ${at}`).toBe(false);
      expect(decodeClosedLine(altered).ok, `byte ${at}`).toBe(false);
      if (at >= '{"hash":"'.length + 64 + 2) {
        expect(lines.decode(rehashed(altered)).ok, `forged byte ${at}`).toBe(false);
      }
    }
  });

  test('does not fit into another place, chain or unit', () => {
    const moved = bytes.toString().replace(genesis, sha256('elsewhere'));
    expect(lines.decode(rehashed(Buffer.from(moved)))).toEqual({ ok: false, wrong: 'content' });
    const others = sealedLines(key, genesisOf(unit, 'private', 'pcaaaaaa'));
    expect(others.decode(bytes)).toEqual({ ok: false, wrong: 'content' });
    const stranger = sealedLines(DataKey.create(), genesis);
    expect(stranger.decode(bytes)).toEqual({ ok: false, wrong: 'content' });
  });

  test('a plain line in an encrypted unit is no content, nor is a sealed one in a plain unit', () => {
    const plain = encodeLine(set, genesis).bytes.subarray(0, -1);
    expect(lines.decode(plain)).toEqual({ ok: false, wrong: 'content' });
    expect(decodeClosedLine(plain)).toEqual({ ok: false, wrong: 'content' });
    expect(decodeLine(bytes)).toEqual({ ok: false, wrong: 'content' });
  });
});
